import AddIcon from '@mui/icons-material/Add';
import EditIcon from '@mui/icons-material/Edit';
import { Box, Button, Card, IconButton, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { CanAccess, useTranslate } from 'react-admin';
import { useSeesAllUnits } from '../access/useSeesAllUnits';
import { localName } from '../i18n/format';
import { Responsive } from '../list/Responsive';
import { ObjectiveDialog } from './ObjectiveDialog';
import type { ProgrammeObjective } from './programmeObjective';
import { ReachedChip } from './ReachedChip';
import { TargetDialog } from './TargetDialog';
import { TargetLines } from './TargetLines';
import { TargetTable } from './TargetTable';

/** One group of objectives with its targets and whether they are reached. */
export function ObjectiveCard({ objective }: { objective: ProgrammeObjective }) {
  const translate = useTranslate();
  const seesAll = useSeesAllUnits();
  const [editing, setEditing] = useState(false);
  const [target, setTarget] = useState<string | 'new' | null>(null);
  return (
    <Card>
      <Stack direction="row" spacing={1} sx={{ p: 2, pb: 1, alignItems: 'center' }}>
        <Typography component="h4" sx={{ fontWeight: 600, flex: 1 }}>
          {localName(objective)}
        </Typography>
        {(seesAll || objective.targets.length > 0) && <ReachedChip reached={objective.reached} />}
        <CanAccess resource="objectives" action="edit">
          <IconButton
            size="small"
            onClick={() => setEditing(true)}
            aria-label={`${translate('ra.action.edit')} ${localName(objective)}`}
          >
            <EditIcon fontSize="small" />
          </IconButton>
        </CanAccess>
      </Stack>
      {objective.targets.length > 0 ? (
        <Responsive
          phone={<TargetLines targets={objective.targets} onEdit={setTarget} />}
          desktop={<TargetTable targets={objective.targets} onEdit={setTarget} />}
        />
      ) : (
        <Typography sx={{ px: 2, pb: 1, color: 'text.secondary' }}>
          {translate(seesAll ? 'resources.targets.empty' : 'khoi.programme.noTargetsSeen')}
        </Typography>
      )}
      <CanAccess resource="targets" action="create">
        <Box sx={{ p: 1 }}>
          <Button size="small" startIcon={<AddIcon />} onClick={() => setTarget('new')}>
            {translate('khoi.programme.addTarget')}
          </Button>
        </Box>
      </CanAccess>
      {editing && <ObjectiveDialog code={objective.code} onClose={() => setEditing(false)} />}
      {target && (
        <TargetDialog
          {...(target === 'new' ? { record: { objective: objective.code } } : { id: target })}
          onClose={() => setTarget(null)}
        />
      )}
    </Card>
  );
}
