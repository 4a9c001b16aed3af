import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useAsk } from '../dataProvider/useAsk';
import { localName, showDate, showNumber } from '../i18n/format';
import { BigNumber } from './BigNumber';
import { type CrossTable, crossTable } from './crossTable';
import { DashboardCard } from './DashboardCard';
import { type DashboardOrganisations, dashboardOrganisations } from './dashboard.queries';
import { playgroundLink } from './playgroundLink';
import { lastDayOf, type Scope } from './questions';

/** The units directly below, counted by sector and kind on the last day of the period. */
export function OrganisationsCard({ scope }: { scope: Scope }) {
  const translate = useTranslate();
  const variables = { unit: scope.unit, asOf: lastDayOf(scope.period) };
  const { data, error } = useAsk<DashboardOrganisations>(dashboardOrganisations, variables);
  const counts = crossTable(data?.partyUnits.items ?? []);
  const filter = JSON.stringify({ parent: scope.unit, asOf: variables.asOf });
  return (
    <DashboardCard
      columns={7}
      title={translate('khoi.dashboard.organisations')}
      subtitle={showDate(variables.asOf)}
      list={`/partyUnits?${new URLSearchParams({ filter })}`}
      playground={playgroundLink(dashboardOrganisations, variables)}
      error={error}
      isLoading={!data}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, alignItems: 'flex-start' }}>
        <BigNumber>{data && showNumber(data.partyUnits.total)}</BigNumber>
        {counts.kinds.length > 0 && <Counts counts={counts} />}
      </Box>
    </DashboardCard>
  );
}

function Counts({ counts }: { counts: CrossTable }) {
  const translate = useTranslate();
  const none = translate('khoi.dashboard.noClass');
  const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
  return (
    <Box sx={{ overflowX: 'auto', flex: '1 1 320px' }}>
      <Table size="small" aria-label={translate('khoi.dashboard.organisations')}>
        <TableHead>
          <TableRow>
            <TableCell>
              {translate('khoi.dashboard.sectorCount', {
                smart_count: counts.sectors.filter(Boolean).length,
              })}
            </TableCell>
            {counts.kinds.map((kind) => (
              <TableCell key={kind?.code ?? ''} align="right" sx={{ whiteSpace: 'normal' }}>
                {localName(kind) || none}
              </TableCell>
            ))}
            <TableCell align="right">{translate('khoi.dashboard.total')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {counts.sectors.map((sector, row) => (
            <TableRow key={sector?.code ?? ''}>
              <TableCell>{localName(sector) || none}</TableCell>
              {counts.kinds.map((kind, column) => (
                <TableCell key={kind?.code ?? ''} align="right">
                  {showNumber(counts.cells[row]?.[column] ?? 0)}
                </TableCell>
              ))}
              <TableCell align="right">{showNumber(total(counts.cells[row] ?? []))}</TableCell>
            </TableRow>
          ))}
          <TableRow sx={{ '& td, & th': { fontWeight: 600, borderBottom: 0 } }}>
            <TableCell component="th" scope="row">
              {translate('khoi.dashboard.total')}
            </TableCell>
            {counts.kinds.map((kind, column) => (
              <TableCell key={kind?.code ?? ''} align="right">
                {showNumber(total(counts.cells.map((cells) => cells[column] ?? 0)))}
              </TableCell>
            ))}
            <TableCell align="right">{showNumber(total(counts.cells.flat()))}</TableCell>
          </TableRow>
        </TableBody>
      </Table>
    </Box>
  );
}
