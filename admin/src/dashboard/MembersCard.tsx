import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { localName, showChange, showNumber, showPeriod } from '../i18n/format';
import { BigNumber } from './BigNumber';
import { DashboardCard } from './DashboardCard';
import { dashboardFigures } from './dashboard.queries';
import { figuresLink, playgroundLink } from './playgroundLink';
import { membersByStatusQuestion, membersQuestion, type Scope } from './questions';
import { useFigures } from './useFigures';

/** Members, how many more than in the first year, and how many of them are official and probationary. */
export function MembersCard({ scope }: { scope: Scope }) {
  const translate = useTranslate();
  const question = membersQuestion(scope);
  const { rows, error } = useFigures(question);
  const row = rows?.[0];
  const change = row?.comparison?.exactChange;
  return (
    <DashboardCard
      columns={4}
      title={translate('khoi.dashboard.members')}
      subtitle={showPeriod(scope.period)}
      list={figuresLink({
        under: scope.unit,
        indicator: 'members',
        period_gte: scope.period,
        period_lte: scope.period,
      })}
      playground={playgroundLink(dashboardFigures, { query: question })}
      error={error}
      isLoading={!rows}
    >
      <BigNumber>{row && showNumber(row.exactValue)}</BigNumber>
      {change && (
        <Typography sx={{ color: Number(change) >= 0 ? 'success.main' : 'error.main' }}>
          {translate('khoi.dashboard.since', {
            change: showChange(change),
            period: showPeriod(`${scope.fromYear}-12`),
          })}
        </Typography>
      )}
      <MembersByStatus scope={scope} />
    </DashboardCard>
  );
}

function MembersByStatus({ scope }: { scope: Scope }) {
  const { rows = [] } = useFigures(membersByStatusQuestion(scope));
  const reported = rows.filter((row) => row.value);
  const total = reported.reduce((sum, row) => sum + (row.value ?? 0), 0);
  return (
    <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, mt: 2, mb: 0 }}>
      {reported.map((row) => (
        <li key={row.member?.code}>
          <Stack direction="row" sx={{ justifyContent: 'space-between' }}>
            <span>{localName(row.member)}</span>
            <strong>{showNumber(row.exactValue)}</strong>
          </Stack>
          <Box aria-hidden sx={{ height: 6, borderRadius: 3, bgcolor: 'action.hover', mt: 0.5 }}>
            <Box
              sx={{
                height: 1,
                borderRadius: 3,
                bgcolor: 'primary.main',
                width: `${total ? (100 * (row.value ?? 0)) / total : 0}%`,
              }}
            />
          </Box>
        </li>
      ))}
    </Stack>
  );
}
