import { Chip, Stack } from '@mui/material';
import { type RaRecord, useTranslate } from 'react-admin';

/** What is not as usual with a user; nothing for most. */
export function UserState({ user }: { user: RaRecord }) {
  const translate = useTranslate();
  const states = (['isDisabled', 'mustChangePassword', 'isDemo'] as const).filter((state) => user[state]);
  if (states.length === 0) return null;
  return (
    <Stack
      component="span"
      direction="row"
      spacing={0.5}
      useFlexGap
      sx={{ display: 'inline-flex', flexWrap: 'wrap' }}
    >
      {states.map((state) => (
        <Chip
          key={state}
          component="span"
          size="small"
          variant="outlined"
          color={state === 'isDisabled' ? 'error' : 'default'}
          label={translate(`khoi.user.${state}`)}
        />
      ))}
    </Stack>
  );
}
