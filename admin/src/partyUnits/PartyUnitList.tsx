import { BooleanInput, DataTable, DateInput, NumberInput, SimpleList } from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';
import { ClosedChip } from '../field/ClosedChip';
import { RelatedField } from '../field/RelatedField';
import { RecordInput } from '../form/RecordInput';
import { localName, showDate } from '../i18n/format';
import type { ExportColumn } from '../list/exporter';
import { ResourceList } from '../list/ResourceList';
import { ResourceTable } from '../list/ResourceTable';
import { Responsive } from '../list/Responsive';
import { SearchBox } from '../list/SearchBox';

const label = (field: string) => `resources.partyUnits.fields.${field}`;

const filters = [
  <SearchBox key="q" source="q" alwaysOn />,
  <RecordInput key="kind" source="kind" reference="unitKinds" label={label('kind')} alwaysOn />,
  <RecordInput key="sector" source="sector" reference="sectors" label={label('sector')} alwaysOn />,
  <RecordInput key="parent" source="parent" reference="partyUnits" label={label('parent')} />,
  <RecordInput key="ancestor" source="ancestor" reference="partyUnits" label={label('ancestor')} />,
  <NumberInput key="level" source="level" min={1} step={1} />,
  <BooleanInput key="includeClosed" source="includeClosed" label={label('includeClosed')} sx={{ ml: 1 }} />,
  <DateInput key="asOf" source="asOf" label={label('asOf')} />,
];

const columns: ExportColumn[] = [
  ['code', 'code'],
  ['name', 'name'],
  ['name_en', 'nameEn'],
  ['kind', 'kind'],
  ['sector', 'sector'],
  ['parent', 'parent'],
  ['opened_on', 'openedOn'],
  ['closed_on', 'closedOn'],
];

const name = (unit: AdminRecord) => (
  <>
    {localName(unit)} <ClosedChip closedOn={unit.closedOn} />
  </>
);

export const PartyUnitList = () => (
  <ResourceList filters={filters} exportColumns={columns}>
    <Responsive
      phone={
        <SimpleList<AdminRecord>
          primaryText={localName}
          secondaryText={(unit) => `${unit.code} · ${localName(unit.related.kind)}`}
          rowClick="show"
        />
      }
      desktop={
        <ResourceTable hiddenColumns={['openedOn', 'level']}>
          <DataTable.Col source="code" />
          <DataTable.Col source="name" render={name} />
          <DataTable.Col source="kind">
            <RelatedField source="kind" />
          </DataTable.Col>
          <DataTable.Col source="sector">
            <RelatedField source="sector" />
          </DataTable.Col>
          <DataTable.Col source="parent">
            <RelatedField source="parent" reference="partyUnits" />
          </DataTable.Col>
          <DataTable.NumberCol source="level" />
          <DataTable.Col source="openedOn" render={(unit) => showDate(unit.openedOn)} />
        </ResourceTable>
      }
    />
  </ResourceList>
);
