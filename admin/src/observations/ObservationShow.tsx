import { Divider, Typography } from '@mui/material';
import { WithRecord } from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';
import { showDateTime } from '../i18n/format';
import { Fact } from '../show/Fact';
import { Facts } from '../show/Facts';
import { ResourceShow } from '../show/ResourceShow';
import { ObservationKey } from './ObservationKey';
import { shownValue } from './ObservationList';

export const ObservationShow = () => (
  <ResourceShow>
    <ObservationKey />
    <Divider />
    <WithRecord<AdminRecord>
      render={(figure) => (
        <Facts>
          <Fact source="numeric">
            <Typography variant="h5" component="span">
              {shownValue(figure)}
            </Typography>{' '}
            {String(figure.related.indicator?.unitOfMeasure ?? '')}
          </Fact>
          <Fact source="source">{figure.source}</Fact>
          <Fact source="recordedAt">{showDateTime(figure.recordedAt)}</Fact>
          <Fact source="recordedBy">{figure.recordedBy}</Fact>
          <Fact source="note" wide>
            {figure.note}
          </Fact>
        </Facts>
      )}
    />
  </ResourceShow>
);
