import { Button, Stack, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';

/** In place of the rows, when they could not be loaded. */
export function ListError() {
  const translate = useTranslate();
  const { error, refetch } = useListContext();
  return (
    <Stack spacing={2} sx={{ p: 4, alignItems: 'center' }} role="alert">
      <Typography>{error?.message}</Typography>
      <Button variant="outlined" onClick={() => refetch()}>
        {translate('khoi.error.retry')}
      </Button>
    </Stack>
  );
}
