import { Alert, Box, LinearProgress, Stack, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { NoGrants } from '../access/NoGrants';
import { useSeesAllUnits } from '../access/useSeesAllUnits';
import { useSession } from '../access/useSession';
import { useAsk } from '../dataProvider/useAsk';
import { localName } from '../i18n/format';
import { type DashboardStart, dashboardStart } from './dashboard.queries';
import { FirstSteps } from './FirstSteps';
import { MembersCard } from './MembersCard';
import { OrganisationsCard } from './OrganisationsCard';
import { ProgrammeCard } from './ProgrammeCard';
import { cardIndicators, type Scope } from './questions';
import { ScopeBar } from './ScopeBar';
import { CoursesCard, InspectionCard, StudyCard } from './TotalsCards';
import { topUnits } from './topUnits';
import { useScope } from './useScope';
import { ClassificationCard, MembersByYearCard } from './YearsCard';

export function Dashboard() {
  const now = useSession();
  return now && now.rights.length === 0 ? <NoGrants /> : <Overview />;
}

function Overview() {
  const translate = useTranslate();
  const { data: start, error } = useAsk<DashboardStart>(dashboardStart, {
    indicators: Object.values(cardIndicators).flat(),
  });
  const roots = start ? topUnits(start) : [];
  const choice = useScope(start, roots);
  const { scope } = choice;
  const problem = error ?? choice.error;
  const root = roots.find(({ code }) => code === scope?.unit);

  return (
    <Box sx={{ pt: 2 }}>
      <Title title={translate('ra.page.dashboard')} />
      {problem && <Alert severity="error">{problem.message}</Alert>}
      {!problem && (!start || choice.isLoading) && <LinearProgress />}
      {start && !choice.isLoading && !scope && !problem && (
        <FirstSteps hasUnits={roots.length > 0} hasIndicators={start.anyIndicator.total > 0} />
      )}
      {start && scope && (
        <Stack spacing={2}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
            <Typography variant="h5" component="h2" sx={{ flex: '1 1 300px' }}>
              {localName(root) || scope.unit}
            </Typography>
            <ScopeBar roots={roots} scope={scope} choice={choice} />
          </Box>
          {choice.isIllustrative && (
            <Alert severity="info" variant="outlined">
              {translate('khoi.dashboard.illustrative')}
            </Alert>
          )}
          <Cards start={start} scope={scope} />
        </Stack>
      )}
    </Box>
  );
}

/** The cards whose indicators this installation has. */
function Cards({ start, scope }: { start: DashboardStart; scope: Scope }) {
  const translate = useTranslate();
  const known = new Set(start.indicators.items.map(({ code }) => code));
  const has = (card: keyof typeof cardIndicators) => cardIndicators[card].every((code) => known.has(code));
  const programme = start.programmes.items[0];
  const seesAll = useSeesAllUnits();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(12, minmax(0, 1fr))', gap: 2 }}>
      {has('members') && <MembersCard scope={scope} />}
      {programme && seesAll && <ProgrammeCard programme={programme} />}
      <Stack spacing={2} sx={{ gridColumn: { xs: '1 / -1', md: 'span 6', lg: 'span 4' } }}>
        {has('study') && <StudyCard scope={scope} />}
        {has('inspection') && <InspectionCard scope={scope} />}
      </Stack>
      {has('classification') && <ClassificationCard scope={scope} />}
      {has('members') && <MembersByYearCard scope={scope} />}
      <OrganisationsCard scope={scope} />
      {has('courses') && <CoursesCard scope={scope} />}
      {known.size === 0 && (
        <Alert severity="info" variant="outlined" sx={{ gridColumn: '1 / -1' }}>
          {translate('khoi.dashboard.empty.missing')}
        </Alert>
      )}
    </Box>
  );
}
