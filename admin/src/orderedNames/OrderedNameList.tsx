import { DataTable, SimpleList } from 'react-admin';
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

/** The list of a reference table: codes and names in an order of their own. */
export const OrderedNameList = () => (
  <ResourceList filters={[<SearchBox key="q" source="q" alwaysOn />]} exportColumns={columns}>
    <Responsive
      phone={<SimpleList primaryText={localName} secondaryText={(record) => record.code} rowClick="show" />}
      desktop={
        <ResourceTable>
          <DataTable.Col source="code" />
          <DataTable.Col source="name" render={localName} />
          <DataTable.NumberCol source="sortOrder" />
        </ResourceTable>
      }
    />
  </ResourceList>
);
