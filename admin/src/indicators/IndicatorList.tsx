import { Chip } from '@mui/material';
import {
  DataTable,
  NullableBooleanInput,
  SelectInput,
  SimpleList,
  TextInput,
  useTranslate,
} from 'react-admin';
import { RelatedField } from '../field/RelatedField';
import { SensitiveChip } from '../field/SensitiveChip';
import { RecordInput } from '../form/RecordInput';
import { localName } from '../i18n/format';
import type { ExportColumn } from '../list/exporter';
import { ResourceList } from '../list/ResourceList';
import { ResourceTable } from '../list/ResourceTable';
import { Responsive } from '../list/Responsive';
import { SearchBox } from '../list/SearchBox';
import { periodTypes } from './enumChoices';

const isComputed = [
  { id: false, name: 'khoi.indicator.reported' },
  { id: true, name: 'khoi.indicator.computed' },
];

const filters = [
  <SearchBox key="q" source="q" alwaysOn />,
  <SelectInput
    key="isComputed"
    source="isComputed"
    label="khoi.indicator.how"
    choices={isComputed}
    alwaysOn
  />,
  <SelectInput key="periodType" source="periodType" choices={periodTypes} />,
  <RecordInput
    key="dimension"
    source="dimension"
    reference="dimensions"
    label="resources.indicators.fields.dimension"
  />,
  <NullableBooleanInput
    key="isSensitive"
    source="isSensitive"
    label="resources.indicators.fields.isSensitive"
  />,
  <TextInput key="group" source="group_contains" label="resources.indicators.fields.group" />,
];

const columns: ExportColumn[] = [
  ['code', 'code'],
  ['name', 'name'],
  ['name_en', 'nameEn'],
  ['unit_of_measure', 'unitOfMeasure'],
  ['decimals', 'decimals'],
  ['period_type', 'periodType'],
  ['unit_aggregation', 'unitAggregation'],
  ['period_aggregation', 'periodAggregation'],
  ['formula', 'formula'],
  ['dimension', 'dimension'],
  ['description', 'description'],
  ['group', 'group'],
  ['direction', 'direction'],
  ['fill', 'fill'],
  ['minimum', 'minimum'],
  ['maximum', 'maximum'],
];

const name = (indicator: Record<string, unknown>) => (
  <>
    {localName(indicator)} <SensitiveChip isSensitive={indicator.isSensitive} />
  </>
);

/** How often it is reported, or that it is computed. */
function Reported({ indicator }: { indicator: Record<string, unknown> }) {
  const translate = useTranslate();
  if (indicator.isComputed) {
    return <Chip size="small" variant="outlined" label={translate('khoi.indicator.computed')} />;
  }
  return <>{translate(`khoi.enum.PeriodType.${indicator.periodType}`)}</>;
}

export const IndicatorList = () => (
  <ResourceList filters={filters} exportColumns={columns}>
    <Responsive
      phone={
        <SimpleList
          primaryText={name}
          secondaryText={(indicator) => indicator.code}
          tertiaryText={(indicator) => <Reported indicator={indicator} />}
          rowClick="show"
        />
      }
      desktop={
        <ResourceTable>
          <DataTable.Col source="code" />
          <DataTable.Col source="name" render={name} />
          <DataTable.Col source="group" />
          <DataTable.Col source="unitOfMeasure" />
          <DataTable.Col source="periodType" render={(indicator) => <Reported indicator={indicator} />} />
          <DataTable.Col source="dimension">
            <RelatedField source="dimension" reference="dimensions" />
          </DataTable.Col>
        </ResourceTable>
      }
    />
  </ResourceList>
);
