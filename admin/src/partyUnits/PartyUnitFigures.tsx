import { Box, Card, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useRecordContext, useTranslate } from 'react-admin';
import { SeriesChart } from '../charts/SeriesChart';
import { useAsk } from '../dataProvider/useAsk';
import { localName, percentSign } from '../i18n/format';
import {
  type UnitReportedPeriods,
  type UnitSeries,
  unitReportedPeriods,
  unitSeries,
} from './partyUnit.queries';

/** One indicator of the unit over the years, rolled up from all below it. */
export function PartyUnitFigures() {
  const translate = useTranslate();
  const unit = useRecordContext();
  const [chosen, setChosen] = useState('');
  const { data: indicators = [] } = useGetList('indicators', { pagination: { page: 1, perPage: 200 } });
  const indicator =
    indicators.find(({ id }) => id === chosen) ??
    indicators.find(({ id }) => id === 'members') ??
    indicators[0];

  const { data: periods } = useAsk<UnitReportedPeriods>(
    unitReportedPeriods,
    { unit: unit?.id },
    { enabled: !!unit },
  );
  const from = periods?.first.items[0]?.period.startsOn.slice(0, 4);
  const to = periods?.last.items[0]?.period.endsOn.slice(0, 4);
  const { data, error } = useAsk<UnitSeries>(
    unitSeries,
    { unit: unit?.id, indicator: indicator?.id, from, to },
    { enabled: Boolean(indicator && from && to) },
  );
  if (!unit || !indicator || !periods) return null;

  const points = (data?.partyUnit?.series ?? []).map(({ period, value, exactValue }) => ({
    period: period?.code ?? '',
    value,
    exactValue,
  }));
  const unitOfMeasure = indicator.unitOfMeasure as string | null;
  return (
    <Card sx={{ p: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', mb: 1 }}>
        <Typography variant="h6" component="h3" sx={{ flex: '1 1 auto' }}>
          {translate('khoi.unit.figures')}
        </Typography>
        <TextField
          select
          label={translate('resources.observations.fields.indicator')}
          value={indicator.id}
          onChange={(event) => setChosen(event.target.value)}
          sx={{ maxWidth: 420 }}
        >
          {indicators.map((choice) => (
            <MenuItem key={choice.id} value={choice.id}>
              {localName(choice)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {error && <Typography role="alert">{error.message}</Typography>}
      {!from && <Typography>{translate('khoi.unit.noFigures')}</Typography>}
      {from && !error && (
        <SeriesChart
          points={points}
          title={`${localName(indicator)}${unitOfMeasure ? ` (${unitOfMeasure})` : ''}`}
          decimals={Number(indicator.decimals ?? 0)}
          suffix={unitOfMeasure === '%' ? percentSign() : ''}
          fromZero={unitOfMeasure !== '%'}
        />
      )}
    </Card>
  );
}
