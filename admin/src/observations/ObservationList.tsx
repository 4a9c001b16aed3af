import { DataTable, SimpleList } from 'react-admin';
import type { AdminRecord } from '../dataProvider/records';
import { RelatedField } from '../field/RelatedField';
import { PeriodInput } from '../form/PeriodInput';
import { RecordInput } from '../form/RecordInput';
import { localName, showDateTime, showNumber, showPeriod } from '../i18n/format';
import type { ExportColumn } from '../list/exporter';
import { ResourceList } from '../list/ResourceList';
import { ResourceTable } from '../list/ResourceTable';
import { Responsive } from '../list/Responsive';
import { SearchBox } from '../list/SearchBox';
import { MemberFilterInput } from './MemberInput';

const label = (field: string) => `resources.observations.fields.${field}`;

const filters = [
  <SearchBox key="q" source="q" alwaysOn />,
  <RecordInput key="under" source="under" reference="partyUnits" label={label('under')} alwaysOn />,
  <RecordInput
    key="indicator"
    source="indicator"
    reference="indicators"
    label={label('indicator')}
    alwaysOn
  />,
  <RecordInput key="unit" source="unit" reference="partyUnits" label={label('unit')} />,
  <PeriodInput key="period_gte" source="period_gte" label={label('period_gte')} />,
  <PeriodInput key="period_lte" source="period_lte" label={label('period_lte')} />,
  <MemberFilterInput key="member" source="member" label={label('member')} />,
];

const columns: ExportColumn[] = [
  ['unit', 'unit'],
  ['indicator', 'indicator'],
  ['period', 'period'],
  ['member', 'member'],
  ['value', 'numeric'],
  ['note', 'note'],
  ['source', 'source'],
];

const oneLine = () => ({ whiteSpace: 'nowrap' });

/** The indicator says how many places to show; a value with more is never cut. */
export function shownValue({ numeric, related }: AdminRecord): string {
  const places = Number(related.indicator?.decimals ?? 0);
  const given = String(numeric).split('.')[1]?.length ?? 0;
  return showNumber(String(numeric), Math.max(places, given));
}

export const ObservationList = () => (
  <ResourceList sort={{ field: 'period', order: 'DESC' }} filters={filters} exportColumns={columns}>
    <Responsive
      phone={
        <SimpleList<AdminRecord>
          primaryText={(figure) => `${localName(figure.related.indicator)}: ${shownValue(figure)}`}
          secondaryText={(figure) =>
            [localName(figure.related.unit), localName(figure.related.member)].filter(Boolean).join(' · ')
          }
          tertiaryText={(figure) => showPeriod(figure.period)}
          rowClick="show"
        />
      }
      desktop={
        <ResourceTable hiddenColumns={['note', 'source']}>
          <DataTable.Col source="unit">
            <RelatedField source="unit" reference="partyUnits" />
          </DataTable.Col>
          <DataTable.Col source="indicator">
            <RelatedField source="indicator" />
          </DataTable.Col>
          <DataTable.Col source="period" render={(figure) => showPeriod(figure.period)} cellSx={oneLine} />
          <DataTable.Col source="member">
            <RelatedField source="member" />
          </DataTable.Col>
          <DataTable.Col
            source="numeric"
            align="right"
            render={(figure) => shownValue(figure as AdminRecord)}
          />
          <DataTable.Col source="note" />
          <DataTable.Col source="source" />
          <DataTable.Col
            source="recordedAt"
            render={(figure) => showDateTime(figure.recordedAt)}
            cellSx={oneLine}
          />
        </ResourceTable>
      }
    />
  </ResourceList>
);
