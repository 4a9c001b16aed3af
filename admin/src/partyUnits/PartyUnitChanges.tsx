import { Box, Card, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import { showDate } from '../i18n/format';

interface UnitChange {
  id: string;
  type: string;
  effectiveOn: string;
  documentNumber: string | null;
  note: string | null;
}

/** What happened to the unit, the latest first. */
export function PartyUnitChanges() {
  const translate = useTranslate();
  const unit = useRecordContext();
  const changes = [...((unit?.changes ?? []) as UnitChange[])].sort((one, other) =>
    other.effectiveOn.localeCompare(one.effectiveOn),
  );
  if (changes.length === 0) return null;
  return (
    <Card sx={{ p: 2 }}>
      <Typography variant="h6" component="h3" gutterBottom>
        {translate('khoi.unit.history')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, borderLeft: 2, borderColor: 'divider' }}>
        {changes.map((change) => (
          <Box component="li" key={change.id} sx={{ pl: 2, py: 0.75 }}>
            <Typography component="span" sx={{ color: 'text.secondary', mr: 1.5 }}>
              {showDate(change.effectiveOn)}
            </Typography>
            <Typography component="span" sx={{ fontWeight: 600 }}>
              {translate(`khoi.change.${change.type}`)}
            </Typography>
            {[change.documentNumber, change.note].filter(Boolean).map((text) => (
              <Typography key={text} variant="body2">
                {text}
              </Typography>
            ))}
          </Box>
        ))}
      </Box>
    </Card>
  );
}
