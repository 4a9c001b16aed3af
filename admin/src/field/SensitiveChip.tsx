import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Says that the figures of an indicator are not for everyone who sees the unit. */
export function SensitiveChip({ isSensitive }: { isSensitive?: unknown }) {
  const translate = useTranslate();
  if (!isSensitive) return null;
  return (
    <Chip
      component="span"
      size="small"
      variant="outlined"
      color="warning"
      label={translate('resources.indicators.fields.isSensitive')}
    />
  );
}
