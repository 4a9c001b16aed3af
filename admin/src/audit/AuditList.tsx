import { Box, Typography } from '@mui/material';
import {
  DataTable,
  DateTimeInput,
  SelectInput,
  TextInput,
  useListContext,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { showDateTime } from '../i18n/format';
import type { ExportColumn } from '../list/exporter';
import { ResourceList } from '../list/ResourceList';
import { Responsive } from '../list/Responsive';
import { AuditCards } from './AuditCards';
import { AuditDiff } from './AuditDiff';
import { AuditActor, AuditedRecord, OperationChip } from './AuditWhat';
import { type AuditEntry, actorKinds, auditedTypes, operations } from './auditEntry';
import { useAuditNames } from './useAuditNames';

const label = (field: string) => `resources.auditEntries.fields.${field}`;
const choices = (kind: string, values: string[]) =>
  values.map((id) => ({ id, name: `khoi.audit.${kind}.${id}` }));

const filters = [
  <TextInput key="actor" source="actor_contains" label={label('actor')} alwaysOn />,
  <SelectInput
    key="resource"
    source="resource"
    label={label('resource')}
    choices={choices('type', auditedTypes)}
    sx={{ minWidth: 180 }}
    alwaysOn
  />,
  <SelectInput
    key="operation"
    source="operation"
    label={label('operation')}
    choices={choices('operation', operations)}
    alwaysOn
  />,
  <DateTimeInput key="from" source="at_gte" label={label('from')} />,
  <DateTimeInput key="to" source="at_lte" label={label('to')} />,
  <SelectInput
    key="actorKind"
    source="actorKind"
    label={label('actorKind')}
    choices={choices('actor', actorKinds)}
  />,
  <TextInput key="requestId" source="requestId" label={label('requestId')} />,
  <TextInput key="recordId" source="recordId" label={label('recordId')} />,
];

const columns: ExportColumn[] = [
  ['at', 'at'],
  ['actor', 'actor'],
  ['actor_kind', 'actorKind'],
  ['operation', 'operation'],
  ['resource', 'resource'],
  ['record_id', 'recordId'],
  ['record', 'recordName'],
  ['before', 'before'],
  ['after', 'after'],
  ['request_id', 'requestId'],
];

/** Every change of data, structure and rights, the newest first. A row opens to show what changed. */
export default function AuditList() {
  return (
    <ResourceList filters={filters} exportColumns={columns} empty={false}>
      <Responsive phone={<Cards />} desktop={<Table />} />
    </ResourceList>
  );
}

function Cards() {
  const { data = [] } = useListContext<AuditEntry>();
  return <AuditCards entries={data} />;
}

const Table = () => {
  const translate = useTranslate();
  return (
    <DataTable<AuditEntry> rowClick="expand" expand={<Details />} bulkActionButtons={false}>
      <DataTable.Col<AuditEntry>
        source="at"
        render={(entry) => showDateTime(entry.at)}
        cellSx={() => ({ whiteSpace: 'nowrap' })}
      />
      <DataTable.Col<AuditEntry>
        source="actor"
        disableSort
        render={(entry) => <AuditActor entry={entry} />}
      />
      <DataTable.Col<AuditEntry>
        source="operation"
        disableSort
        render={({ operation }) => <OperationChip operation={operation} />}
      />
      <DataTable.Col<AuditEntry>
        source="resource"
        disableSort
        render={({ resource }) => translate(`khoi.audit.type.${resource}`)}
      />
      <DataTable.Col<AuditEntry>
        source="recordName"
        disableSort
        render={(entry) => <AuditedRecord entry={entry} />}
      />
    </DataTable>
  );
};

function Details() {
  const translate = useTranslate();
  const entry = useRecordContext<AuditEntry>();
  const nameOf = useAuditNames(entry ? [entry] : []);
  if (!entry) return null;
  return (
    <Box sx={{ py: 1 }}>
      <AuditDiff entry={entry} nameOf={nameOf} />
      {entry.requestId && (
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
          {translate('khoi.audit.request', { id: entry.requestId })}
        </Typography>
      )}
    </Box>
  );
}
