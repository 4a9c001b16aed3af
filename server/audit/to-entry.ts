import { type ActorKind, AuditOperation } from '../../schema/audit/audit.enums';
import { AuditEntry } from '../../schema/audit/audit-entry.type';
import type { PeriodType } from '../../schema/period/period-type.enum';
import { type ObservationKey, observationId } from '../observation/observation-id';
import { periodCode, periodStartingOn } from '../period/period';
import { resourceOf } from './traced-tables';

/** The columns of a row with their values as JSON. */
type Fields = [column: string, json: string][];

/** An entry as `entries.sql.ts` finds it: of a record, or (parts 2 and 3) of a figure. */
export interface EntryRow extends ObservationKey {
  part: 1 | 2 | 3;
  change_set_id: string;
  no: string;
  table_name: string;
  record_id: string | null;
  record_name: string | null;
  operation: AuditOperation | null;
  before: Fields | null;
  after: Fields | null;
  version: number | null;
  value: string | null;
  note: string | null;
  source: string | null;
  isUpdate: boolean | null;
  earlierValue: string | null;
  earlierNote: string | null;
  earlierSource: string | null;
  at: Date;
  actor_name: string;
  actor_kind: ActorKind;
  request_id: string | null;
  indicator: string | null;
  unit: string | null;
  member: string | null;
  named_start: string | null;
  period_type: PeriodType | null;
}

export function toEntry(row: EntryRow): AuditEntry {
  return Object.assign(new AuditEntry(), {
    at: row.at,
    actor: row.actor_name,
    actorKind: row.actor_kind,
    requestId: row.request_id,
    resource: resourceOf(row.table_name),
    ...(row.part === 1 ? ofRecord(row) : ofFigure(row)),
  });
}

function ofRecord(row: EntryRow): Partial<AuditEntry> {
  return {
    id: `e${row.no}`,
    operation: row.operation as AuditOperation,
    recordId: row.record_id as string,
    recordName: nameOfRecord(row),
    before: row.before && toJson(row.before),
    after: row.after && toJson(row.after),
  };
}

function nameOfRecord(row: EntryRow): string | null {
  switch (row.table_name) {
    case 'target':
      return nameOfFigure(row);
    case 'unit_placement':
      return row.unit ?? row.record_name;
    default:
      return row.record_name;
  }
}

function ofFigure(row: EntryRow): Partial<AuditEntry> {
  const key = observationId(row);
  const now = fieldsOf(row.value, row.note, row.source);
  const earlier = fieldsOf(row.earlierValue, row.earlierNote, row.earlierSource);
  const figure = {
    id: `${row.part === 2 ? 'd' : 'v'}${row.change_set_id}_${row.version}_${key}`,
    recordId: key,
  };
  const named = { ...figure, recordName: nameOfFigure(row) };
  if (row.part === 2) {
    return { ...named, operation: AuditOperation.DELETE, before: toJson(withoutEmpty(now)), after: null };
  }
  if (!row.isUpdate) {
    return { ...named, operation: AuditOperation.INSERT, before: null, after: toJson(withoutEmpty(now)) };
  }
  const changed = now.flatMap(([field, json], index) => (json === earlier[index]?.[1] ? [] : [field]));
  const only = (fields: Fields) => toJson(fields.filter(([field]) => changed.includes(field)));
  return { ...named, operation: AuditOperation.UPDATE, before: only(earlier), after: only(now) };
}

function fieldsOf(value: string | null, note: string | null, source: string | null): Fields {
  return [
    ['numeric', value ?? 'null'],
    ['note', JSON.stringify(note)],
    ['source', JSON.stringify(source)],
  ];
}

const withoutEmpty = (fields: Fields): Fields => fields.filter(([, json]) => json !== 'null');

/** Put together as text: a decimal that went through a JavaScript number would not be exact any more. */
function toJson(fields: Fields): string {
  return `{${fields.map(([column, json]) => `${JSON.stringify(spelled(column))}:${json}`).join(',')}}`;
}

const spelled = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

function nameOfFigure({ indicator, unit, member, named_start: start, period_type: type }: EntryRow): string {
  const period = start && type ? periodCode(periodStartingOn(start, type)) : null;
  return [indicator, unit, period, member].filter((part) => part !== null).join(' · ');
}
