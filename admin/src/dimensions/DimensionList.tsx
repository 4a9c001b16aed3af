import { DataTable, type RaRecord, SimpleList } from 'react-admin';
import { localName } from '../i18n/format';
import type { ExportColumn } from '../list/exporter';
import { ResourceList } from '../list/ResourceList';
import { ResourceTable } from '../list/ResourceTable';
import { Responsive } from '../list/Responsive';
import { SearchBox } from '../list/SearchBox';

const columns: ExportColumn[] = [
  ['code', 'code'],
  ['name', 'name'],
  ['name_en', 'nameEn'],
];

const memberNames = (dimension: RaRecord) => (dimension.members as RaRecord[]).map(localName).join(', ');

export const DimensionList = () => (
  <ResourceList filters={[<SearchBox key="q" source="q" alwaysOn />]} exportColumns={columns}>
    <Responsive
      phone={<SimpleList primaryText={localName} secondaryText={memberNames} rowClick="show" />}
      desktop={
        <ResourceTable>
          <DataTable.Col source="code" />
          <DataTable.Col source="name" render={localName} />
          <DataTable.Col source="members" render={memberNames} disableSort />
        </ResourceTable>
      }
    />
  </ResourceList>
);
