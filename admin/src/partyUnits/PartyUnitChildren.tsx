import AddIcon from '@mui/icons-material/Add';
import { Button, Card, Stack, Typography } from '@mui/material';
import {
  CanAccess,
  DataTable,
  Link,
  Pagination,
  ReferenceManyField,
  SimpleList,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';
import { RelatedField } from '../field/RelatedField';
import { localName } from '../i18n/format';
import { Responsive } from '../list/Responsive';

function Heading() {
  const translate = useTranslate();
  const unit = useRecordContext();
  const search = new URLSearchParams({ source: JSON.stringify({ parent: unit?.id }) });
  return (
    <Stack direction="row" sx={{ p: 2, pb: 1, justifyContent: 'space-between', alignItems: 'center' }}>
      <Typography variant="h6" component="h3">
        {translate('khoi.unit.children')}
      </Typography>
      <CanAccess resource="partyUnits" action="create">
        <Button component={Link} to={`/partyUnits/create?${search}`} startIcon={<AddIcon />} size="small">
          {translate('khoi.unit.addChild')}
        </Button>
      </CanAccess>
    </Stack>
  );
}

/** The units directly below this one, page by page. */
export function PartyUnitChildren() {
  const translate = useTranslate();
  return (
    <Card>
      <Heading />
      <ReferenceManyField
        reference="partyUnits"
        target="parent"
        perPage={10}
        pagination={<Pagination rowsPerPageOptions={[10, 25, 100]} />}
        empty={<Typography sx={{ p: 2, pt: 0 }}>{translate('khoi.unit.noChildren')}</Typography>}
      >
        <Responsive
          phone={
            <SimpleList<AdminRecord>
              primaryText={localName}
              secondaryText={(unit) => localName(unit.related.kind)}
              rowClick="show"
            />
          }
          desktop={
            <DataTable rowClick="show" bulkActionButtons={false}>
              <DataTable.Col source="code" />
              <DataTable.Col source="name" render={localName} />
              <DataTable.Col source="kind">
                <RelatedField source="kind" />
              </DataTable.Col>
              <DataTable.Col source="sector">
                <RelatedField source="sector" />
              </DataTable.Col>
            </DataTable>
          }
        />
      </ReferenceManyField>
    </Card>
  );
}
