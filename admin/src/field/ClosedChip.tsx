import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { showDate } from '../i18n/format';

/** Says that a unit no longer is. */
export function ClosedChip({ closedOn }: { closedOn?: string | null }) {
  const translate = useTranslate();
  if (!closedOn || closedOn > new Date().toISOString().slice(0, 10)) return null;
  return (
    <Chip
      size="small"
      variant="outlined"
      label={translate('khoi.unit.closed', { date: showDate(closedOn) })}
    />
  );
}
