import { Stack } from '@mui/material';
import { WithRecord } from 'react-admin';
import { ResourceShow } from '../show/ResourceShow';
import { PartyUnitChanges } from './PartyUnitChanges';
import { PartyUnitChildren } from './PartyUnitChildren';
import { PartyUnitFacts } from './PartyUnitFacts';
import { PartyUnitFigures } from './PartyUnitFigures';
import { PartyUnitName } from './PartyUnitName';

export const PartyUnitShow = () => (
  <ResourceShow component="div">
    <WithRecord
      render={(unit) =>
        unit.isOnlyName ? (
          <PartyUnitName />
        ) : (
          <Stack spacing={2}>
            <PartyUnitFacts />
            <PartyUnitFigures />
            <PartyUnitChildren />
            <PartyUnitChanges />
          </Stack>
        )
      }
    />
  </ResourceShow>
);
