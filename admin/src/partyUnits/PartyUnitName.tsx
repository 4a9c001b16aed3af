import { Alert, Card, Typography } from '@mui/material';
import { useRecordContext, useTranslate } from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';
import { localName } from '../i18n/format';
import { Ancestors } from './PartyUnitFacts';

/** All that is shown of a unit above what the person's grants cover. */
export function PartyUnitName() {
  const translate = useTranslate();
  const unit = useRecordContext<AdminRecord>();
  if (!unit) return null;
  return (
    <Card sx={{ pb: 2 }}>
      <Ancestors ancestors={unit.ancestors ?? []} />
      <Typography variant="h5" component="h2" sx={{ p: 2 }}>
        {localName(unit)}
      </Typography>
      <Alert severity="info" sx={{ mx: 2 }}>
        {translate('khoi.access.onlyName')}
      </Alert>
    </Card>
  );
}
