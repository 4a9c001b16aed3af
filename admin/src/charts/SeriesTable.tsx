import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { showNumber, showPeriod } from '../i18n/format';
import type { SeriesChartProps } from './SeriesChart';

/** The values of a chart as text: folded away for those who see, read out for those who do not. */
export function SeriesTable({ points, title, decimals, suffix = '' }: SeriesChartProps) {
  const translate = useTranslate();
  return (
    <Box component="details" sx={{ mt: 1 }}>
      <Box component="summary" sx={{ cursor: 'pointer', color: 'text.secondary', typography: 'body2' }}>
        {translate('khoi.chart.table')}
      </Box>
      <Table size="small" aria-label={title} sx={{ maxWidth: 420 }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('khoi.chart.period')}</TableCell>
            <TableCell align="right">{translate('khoi.chart.value')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {points.map(({ period, exactValue }) => (
            <TableRow key={period}>
              <TableCell>{showPeriod(period)}</TableCell>
              <TableCell align="right">
                {exactValue === null
                  ? translate('khoi.chart.none')
                  : showNumber(exactValue, decimals) + suffix}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
