import { DataTable, DateInput, type RaRecord, SimpleList } from 'react-admin';
import { useSeesAllUnits } from '../access/useSeesAllUnits';
import { localName, showDate } from '../i18n/format';
import type { ExportColumn } from '../list/exporter';
import { ResourceList } from '../list/ResourceList';
import { ResourceTable } from '../list/ResourceTable';
import { Responsive } from '../list/Responsive';
import { SearchBox } from '../list/SearchBox';

const filters = [
  <SearchBox key="q" source="q" alwaysOn />,
  <DateInput key="startsOn" source="startsOn_gte" label="khoi.programme.startsFrom" />,
];

const columns: ExportColumn[] = [
  ['code', 'code'],
  ['name', 'name'],
  ['name_en', 'nameEn'],
  ['document_number', 'documentNumber'],
  ['starts_on', 'startsOn'],
  ['ends_on', 'endsOn'],
];

export const reachedOf = (programme: RaRecord) =>
  `${programme.objectivesReached}/${programme.objectivesTotal}`;

export function ProgrammeList() {
  const seesAll = useSeesAllUnits();
  return (
    <ResourceList filters={filters} exportColumns={columns}>
      <Responsive
        phone={
          <SimpleList
            primaryText={localName}
            secondaryText={(programme) => programme.documentNumber}
            tertiaryText={(programme) => (seesAll ? reachedOf(programme) : '')}
            rowClick="show"
          />
        }
        desktop={
          <ResourceTable>
            <DataTable.Col source="code" />
            <DataTable.Col source="name" render={localName} />
            <DataTable.Col source="documentNumber" />
            <DataTable.Col source="startsOn" render={(programme) => showDate(programme.startsOn)} />
            <DataTable.Col source="endsOn" render={(programme) => showDate(programme.endsOn)} />
            {seesAll && (
              <DataTable.Col source="objectivesReached" align="right" render={reachedOf} disableSort />
            )}
          </ResourceTable>
        }
      />
    </ResourceList>
  );
}
