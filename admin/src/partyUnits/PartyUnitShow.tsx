import { Stack } from '@mui/material';
import { ResourceShow } from '../show/ResourceShow';
import { PartyUnitChanges } from './PartyUnitChanges';
import { PartyUnitChildren } from './PartyUnitChildren';
import { PartyUnitFacts } from './PartyUnitFacts';
import { PartyUnitFigures } from './PartyUnitFigures';

export const PartyUnitShow = () => (
  <ResourceShow component="div">
    <Stack spacing={2}>
      <PartyUnitFacts />
      <PartyUnitFigures />
      <PartyUnitChildren />
      <PartyUnitChanges />
    </Stack>
  </ResourceShow>
);
