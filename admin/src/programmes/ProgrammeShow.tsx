import AddIcon from '@mui/icons-material/Add';
import { Button, Card, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { CanAccess, useRecordContext, useTranslate, WithRecord } from 'react-admin';
import { useSeesAllUnits } from '../access/useSeesAllUnits';
import { showDate } from '../i18n/format';
import { Fact } from '../show/Fact';
import { Facts } from '../show/Facts';
import { ResourceShow } from '../show/ResourceShow';
import { ObjectiveCard } from './ObjectiveCard';
import { ObjectiveDialog } from './ObjectiveDialog';
import { reachedOf } from './ProgrammeList';
import type { ProgrammeObjective } from './programmeObjective';

export function ProgrammeShow() {
  const seesAll = useSeesAllUnits();
  return (
    <ResourceShow component="div">
      <Stack spacing={2}>
        <Card>
          <WithRecord
            render={(programme) => (
              <Facts>
                <Fact source="code">{programme.code}</Fact>
                <Fact source="name">{programme.name}</Fact>
                <Fact source="nameEn">{programme.nameEn}</Fact>
                <Fact source="documentNumber">{programme.documentNumber}</Fact>
                <Fact source="startsOn">{showDate(programme.startsOn)}</Fact>
                <Fact source="endsOn">{showDate(programme.endsOn)}</Fact>
                {seesAll && <Fact source="objectivesReached">{reachedOf(programme)}</Fact>}
                <Fact source="description" wide>
                  {programme.description}
                </Fact>
              </Facts>
            )}
          />
        </Card>
        <Objectives />
      </Stack>
    </ResourceShow>
  );
}

function Objectives() {
  const translate = useTranslate();
  const programme = useRecordContext();
  const [adding, setAdding] = useState(false);
  const objectives = (programme?.objectives ?? []) as ProgrammeObjective[];
  return (
    <>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Typography variant="h6" component="h3">
          {translate('khoi.programme.objectives')}
        </Typography>
        <CanAccess resource="objectives" action="create">
          <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {translate('khoi.programme.addObjective')}
          </Button>
        </CanAccess>
      </Stack>
      {objectives.length === 0 && <Typography>{translate('resources.objectives.invite')}</Typography>}
      {objectives.map((objective) => (
        <ObjectiveCard key={objective.id} objective={objective} />
      ))}
      {adding && (
        <ObjectiveDialog
          record={{ programme: programme?.id, sortOrder: objectives.length + 1 }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
