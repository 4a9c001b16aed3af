import { Card, Stack } from '@mui/material';
import { WithRecord } from 'react-admin';
import { Fact } from '../show/Fact';
import { Facts } from '../show/Facts';
import { ResourceShow } from '../show/ResourceShow';
import { DimensionMembers } from './DimensionMembers';

export const DimensionShow = () => (
  <ResourceShow component="div">
    <Stack spacing={2}>
      <Card>
        <WithRecord
          render={(dimension) => (
            <Facts>
              <Fact source="code">{dimension.code}</Fact>
              <Fact source="name">{dimension.name}</Fact>
              <Fact source="nameEn">{dimension.nameEn}</Fact>
            </Facts>
          )}
        />
      </Card>
      <DimensionMembers />
    </Stack>
  </ResourceShow>
);
