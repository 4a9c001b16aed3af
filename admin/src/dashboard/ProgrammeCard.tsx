import { Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { localName } from '../i18n/format';
import { ReachedChip } from '../programmes/ReachedChip';
import { BigNumber } from './BigNumber';
import { DashboardCard } from './DashboardCard';
import type { DashboardProgramme } from './dashboard.queries';

/** How many groups of objectives of the latest resolution are reached. */
export function ProgrammeCard({ programme }: { programme: DashboardProgramme }) {
  const translate = useTranslate();
  return (
    <DashboardCard
      columns={4}
      title={translate('khoi.dashboard.objectives')}
      subtitle={localName(programme)}
      list={`/programmes/${encodeURIComponent(programme.code)}/show`}
    >
      <BigNumber>
        {translate('khoi.dashboard.objectivesOf', {
          reached: programme.objectivesReached,
          total: programme.objectivesTotal,
        })}
      </BigNumber>
      <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, mt: 1.5, mb: 0 }}>
        {programme.objectives.map((objective) => (
          <Stack
            component="li"
            key={objective.code}
            direction="row"
            spacing={1}
            sx={{ justifyContent: 'space-between', alignItems: 'center' }}
          >
            <Typography variant="body2">{localName(objective)}</Typography>
            <ReachedChip reached={objective.reached} />
          </Stack>
        ))}
      </Stack>
    </DashboardCard>
  );
}
