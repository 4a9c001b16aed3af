import { Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { showNumber, showPercent } from '../i18n/format';
import { BigNumber } from './BigNumber';
import { DashboardCard } from './DashboardCard';
import { dashboardFigures, type FigureRow } from './dashboard.queries';
import { figuresLink, playgroundLink } from './playgroundLink';
import { cardIndicators, type Scope, totalsQuestion, yearOf } from './questions';
import { useFigures } from './useFigures';

const yearsFilter = ({ unit, fromYear, period }: Scope) => ({
  under: unit,
  period_gte: fromYear,
  period_lte: yearOf(period),
});

/** What the cards of totals share: one question over all years as one period. */
function useTotals(scope: Scope, indicators: string[]) {
  const translate = useTranslate();
  const question = totalsQuestion(scope, indicators);
  const { rows, error } = useFigures(question);
  const rowOf = (indicator: string): FigureRow | undefined =>
    rows?.find((row) => row.indicator.code === indicator);
  const card = {
    subtitle: translate('khoi.dashboard.range', { from: scope.fromYear, to: yearOf(scope.period) }),
    playground: playgroundLink(dashboardFigures, { query: question }),
    error,
    isLoading: !rows,
  };
  return { card, rowOf };
}

export function CoursesCard({ scope }: { scope: Scope }) {
  const translate = useTranslate();
  const { card, rowOf } = useTotals(scope, cardIndicators.courses);
  const shown = (indicator: string) =>
    showNumber(rowOf(indicator)?.exactValue) || translate('khoi.dashboard.none');
  return (
    <DashboardCard
      columns={5}
      title={translate('khoi.dashboard.classes')}
      list={figuresLink({ ...yearsFilter(scope), indicator: 'awareness_classes' })}
      {...card}
    >
      <Table size="small" sx={{ '& td, & th': { px: 0.5 } }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('khoi.dashboard.classKind')}</TableCell>
            <TableCell align="right">{translate('khoi.dashboard.classCount')}</TableCell>
            <TableCell align="right">{translate('khoi.dashboard.learners')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {['awareness', 'new_member', 'intermediate'].map((theme) => (
            <TableRow key={theme}>
              <TableCell>{translate(`khoi.dashboard.${theme}`)}</TableCell>
              <TableCell align="right">{shown(`${theme}_classes`)}</TableCell>
              <TableCell align="right">{shown(`${theme}_learners`)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </DashboardCard>
  );
}

export function StudyCard({ scope }: { scope: Scope }) {
  const translate = useTranslate();
  const { card, rowOf } = useTotals(scope, cardIndicators.study);
  const row = rowOf('study_rate');
  return (
    <DashboardCard
      columns={4}
      title={translate('khoi.dashboard.studyRate')}
      list={figuresLink({ ...yearsFilter(scope), indicator: 'study_participants' })}
      {...card}
    >
      <BigNumber>{row && showPercent(row.exactValue)}</BigNumber>
      {row?.denominator && (
        <Typography sx={{ color: 'text.secondary' }}>
          {translate('khoi.dashboard.studyOf', {
            part: showNumber(row.numerator),
            whole: showNumber(row.denominator),
          })}
        </Typography>
      )}
    </DashboardCard>
  );
}

export function InspectionCard({ scope }: { scope: Scope }) {
  const translate = useTranslate();
  const { card, rowOf } = useTotals(scope, cardIndicators.inspection);
  const lines = [
    ['inspected_by_units', 'inspectedByUnits'],
    ['inspected_by_bloc', 'inspectedByBloc'],
  ] as const;
  return (
    <DashboardCard
      columns={4}
      title={translate('khoi.dashboard.inspection')}
      list={figuresLink({ ...yearsFilter(scope), indicator: 'inspected_by_units' })}
      {...card}
    >
      <Stack direction="row" spacing={3}>
        {lines.map(([indicator, label]) => (
          <div key={indicator}>
            <BigNumber>{showNumber(rowOf(indicator)?.exactValue)}</BigNumber>
            <Typography sx={{ color: 'text.secondary' }}>{translate(`khoi.dashboard.${label}`)}</Typography>
          </div>
        ))}
      </Stack>
    </DashboardCard>
  );
}
