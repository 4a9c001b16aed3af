import { AuditOperation, AuditResource } from '../../schema/audit/audit.enums';
import type { AuditEntryFilter } from '../../schema/audit/audit-entry.inputs';
import type { EnumFilter } from '../../schema/list/enum-filter';
import type { SortOrder } from '../../schema/list/sort-order.enum';
import type { Caller } from '../access/caller';
import { type Bind, moment, oneOf, text } from '../list/filter-fields';
import { parseObservationId } from '../observation/observation-id';
import { parseId } from '../resource/ids';
import { SqlParameters, type SqlStatement } from '../sql-statement';
import { tableOf } from './traced-tables';

/** What is asked of the trace, and by whom. */
export interface TraceQuestion {
  filter: AuditEntryFilter;
  caller: Caller;
  order: SortOrder;
}

/** The change sets among which a page is looked for, both included; null: all. */
export type ChangeSetRange = { first: string; last: string } | null;

/** The parts of the trace, in the order in which they happen within a change set: a figure is deleted, then entered anew. */
const part = { record: 1, deletion: 2, version: 3 };

const columns = `part, change_set_id, no, table_name, record_id, record_name, operation, before, after, indicator_id, unit_id,
    period_start, member_id, version, value, note, source`;

/** The entries of a page, with all that is told of them. */
export function pageSql(
  question: TraceQuestion,
  range: ChangeSetRange,
  { limit, offset }: { limit: number; offset: number },
): SqlStatement {
  const parameters = new SqlParameters();
  const { bind } = parameters;
  const direction = (alias: string) =>
    ['change_set_id', 'part', 'no', 'indicator_id', 'unit_id', 'period_start', 'member_id', 'version']
      .map((column) => `${alias}.${column} ${question.order}`)
      .join(', ');
  return {
    text: `
with page as (
  select *
  from (${entries(question, range, bind)}
  ) as entry (${columns})
  order by ${direction('entry')}
  limit ${bind(limit)} offset ${bind(offset)}
)
select page.part, page.change_set_id, page.no, page.table_name, page.record_id, page.operation,
  page.indicator_id as "indicatorId", page.unit_id as "unitId", page.period_start::text as "periodStart",
  page.member_id as "memberId", page.version, page.value::text, page.note, page.source,
  earlier.is_there as "isUpdate", earlier.value::text as "earlierValue", earlier.note as "earlierNote",
  earlier.source as "earlierSource",
  (select json_agg(json_build_array(key, value::text)) from jsonb_each(page.before)) as before,
  (select json_agg(json_build_array(key, value::text)) from jsonb_each(page.after)) as after,
  change_set.at, change_set.actor_name, change_set.actor_kind, change_set.request_id,
  coalesce(page.record_name, page.after ->> 'type', page.before ->> 'type', act.type, granted.username) as record_name,
  coalesce(indicator.code, ${lastNameOf('indicator', 'page.indicator_id')}) as indicator,
  coalesce(party_unit.code, ${lastNameOf('party_unit', 'page.unit_id')}) as unit, dimension_member.code as member,
  coalesce(page.period_start::text, page.after ->> 'period_start', page.before ->> 'period_start', target.period_start::text)
    as named_start,
  case when page.part = ${part.record}
    then coalesce(page.after ->> 'period_type', page.before ->> 'period_type', target.period_type)
    else indicator.period_type end as period_type
from page
join change_set on change_set.id = page.change_set_id
left join lateral (
  select true as is_there, value, note, source
  from ${earlierOf('page')}
  limit 1
) as earlier on page.part = ${part.version}
left join indicator on indicator.id = page.indicator_id
left join party_unit on party_unit.id = page.unit_id
left join dimension_member on dimension_member.id = page.member_id
left join target on page.table_name = 'target' and target.id::text = page.record_id
left join access_grant on page.table_name = 'access_grant' and access_grant.id::text = page.record_id
left join app_user granted on page.table_name = 'access_grant'
  and granted.id::text = coalesce(page.after ->> 'user_id', page.before ->> 'user_id', access_grant.user_id::text)
left join unit_change act on page.table_name = 'unit_change' and act.id::text = page.record_id
order by ${direction('page')}`,
    values: parameters.values,
  };
}

/** What was called so once, and is no more. */
function lastNameOf(table: string, id: string): string {
  return `(
    select gone.record_name from audit_entry gone
    where gone.table_name = '${table}' and gone.record_id = ${id}::text order by gone.id desc limit 1)`;
}

/** How many entries there are on all pages. */
export function countSql(question: TraceQuestion): SqlStatement {
  const parameters = new SqlParameters();
  const text = `select count(*)::integer as total from (${entries(question, null, parameters.bind)}) as entry`;
  return { text, values: parameters.values };
}

/** The first or last change sets that fit: most have an entry, so that so many are enough for a page. */
export function rangeSql({ filter, order }: TraceQuestion, limit: number): SqlStatement {
  const parameters = new SqlParameters();
  const conditions = changeSetConditions(filter, parameters.bind);
  return {
    text: `
select min(id) as first, max(id) as last, count(*)::integer as count
from (
  select id from change_set
  where ${['true', ...conditions].join(' and ')}
  order by id ${order}
  limit ${parameters.bind(limit)}
) as nearest`,
    values: parameters.values,
  };
}

/** Whether the history of one figure is asked for, which is found by its key. */
export function isHistoryOfFigure({ resource, recordId }: AuditEntryFilter): boolean {
  return resource?.eq === AuditResource.Observation && typeof recordId === 'string';
}

/** All parts as one list with the same columns. What is costly to tell of an entry is told on its page only. */
function entries(question: TraceQuestion, range: ChangeSetRange, bind: Bind): string {
  const { resource } = question.filter;
  const hasFigures = isAmong(resource, AuditResource.Observation) && !question.filter.unitId;
  const onlyFigures = resource?.eq === AuditResource.Observation;
  const parts = [
    ...(onlyFigures ? [] : [records(question, range, bind)]),
    ...(hasFigures ? [deletions(question, range, bind), versions(question, range, bind)] : []),
  ];
  return parts.join('\n  union all');
}

function records({ filter, caller }: TraceQuestion, range: ChangeSetRange, bind: Bind): string {
  const { resource, recordId, unitId, operation } = filter;
  return `
  select ${part.record} as part, entry.change_set_id, entry.id as no, entry.table_name, entry.record_id, entry.record_name,
    entry.operation, entry.before, entry.after, entry.indicator_id, entry.unit_id, null::date as period_start,
    null::integer as member_id, null::integer as version, null::numeric as value, null::text as note, null::text as source
  from audit_entry entry
  where ${all([
    ...(resource ? oneOf('entry.table_name').conditions(ofTables(resource), bind) : []),
    ...(recordId ? [`entry.record_id = ${bind(recordId)}`] : []),
    ...(unitId
      ? [
          `entry.unit_id = ${bind(parseId(unitId, 'unitId'))} and entry.table_name in ('party_unit', 'unit_placement')`,
        ]
      : []),
    ...(operation ? oneOf('entry.operation').conditions(operation, bind) : []),
    ...within('entry.change_set_id', filter, range, bind),
    recordScope(caller, bind),
  ])}`;
}

/** Each version of a figure is an entry of the change set that made it; one that never stood is none. */
function versions({ filter, caller }: TraceQuestion, range: ChangeSetRange, bind: Bind): string {
  const { operation } = filter;
  const isUpdate = `exists (select from ${earlierOf('version')})`;
  const made = [
    ...(isAmong(operation, AuditOperation.INSERT) ? [`not ${isUpdate}`] : []),
    ...(isAmong(operation, AuditOperation.UPDATE) ? [isUpdate] : []),
  ];
  return figures('version', 'change_set_id', part.version, [
    'version.change_set_id is not null',
    'version.change_set_id is distinct from version.replaced_by',
    ...(made.length === 2 ? [] : [made[0] ?? 'false']),
    ...within('version.change_set_id', filter, range, bind),
    ...ofOneFigure(filter, bind),
    figureScope('version', caller, bind),
  ]);
}

function deletions({ filter, caller }: TraceQuestion, range: ChangeSetRange, bind: Bind): string {
  return figures('version', 'replaced_by', part.deletion, [
    'version.is_deleted',
    ...(isAmong(filter.operation, AuditOperation.DELETE) ? [] : ['false']),
    ...within('version.replaced_by', filter, range, bind),
    ...ofOneFigure(filter, bind),
    figureScope('version', caller, bind),
  ]);
}

function figures(alias: string, changeSet: string, number: number, conditions: string[]): string {
  return `
  select ${number}, ${alias}.${changeSet}, 0::bigint, 'observation', null::text, null::text, null::text,
    null::jsonb, null::jsonb, ${alias}.indicator_id, ${alias}.unit_id,
    ${alias}.period_start, ${alias}.member_id, ${alias}.version, ${alias}.value, ${alias}.note, ${alias}.source
  from observation_version ${alias}
  where ${all(conditions)}`;
}

/** The version that another one replaced. */
function earlierOf(version: string): string {
  return `observation_revision before
    where before.indicator_id = ${version}.indicator_id and before.unit_id = ${version}.unit_id
      and before.period_start = ${version}.period_start and before.member_id is not distinct from ${version}.member_id
      and before.replaced_by = ${version}.change_set_id and not before.is_deleted`;
}

function ofOneFigure({ recordId }: AuditEntryFilter, bind: Bind): string[] {
  if (!recordId) return [];
  const { indicatorId, unitId, periodStart, memberId } = parseObservationId(recordId, 'recordId');
  return [
    `version.indicator_id = ${bind(indicatorId)} and version.unit_id = ${bind(unitId)}
      and version.period_start = ${bind(periodStart)} and version.member_id is not distinct from cast(${bind(memberId)} as integer)`,
  ];
}

function within(column: string, filter: AuditEntryFilter, range: ChangeSetRange, bind: Bind): string[] {
  const conditions = changeSetConditions(filter, bind);
  return [
    ...(range ? [`${column} between ${bind(range.first)} and ${bind(range.last)}`] : []),
    ...(conditions.length > 0
      ? [`${column} in (select change_set.id from change_set where ${conditions.join(' and ')})`]
      : []),
  ];
}

function changeSetConditions({ actor, actorKind, at, requestId }: AuditEntryFilter, bind: Bind): string[] {
  return [
    ...(actor ? text('change_set.actor_name').conditions(actor, bind) : []),
    ...(actorKind ? oneOf('change_set.actor_kind').conditions(actorKind, bind) : []),
    ...(at ? moment('change_set.at').conditions(at, bind) : []),
    ...(requestId ? [`change_set.request_id = ${bind(requestId)}`] : []),
  ];
}

/** Of the tree, units in the scope and acts on none but such; of targets those in it; all else only on the whole tree. */
function recordScope({ access, today }: Caller, bind: Bind): string {
  const scope = access.scopeOf('READ_AUDIT');
  if (access.mayEverywhere('READ_AUDIT')) {
    if (scope.isEverything) return 'true';
    return `(entry.table_name <> 'target' or ${scope.hasFigure('entry.unit_id', 'entry.indicator_id', today, bind)})`;
  }
  return `(case entry.table_name
    when 'party_unit' then ${scope.hasUnit('entry.unit_id', today, bind)}
    when 'unit_placement' then ${scope.hasUnit('entry.unit_id', today, bind)}
    when 'target' then ${scope.hasFigure('entry.unit_id', 'entry.indicator_id', today, bind)}
    when 'unit_change' then (
      select bool_and(${scope.hasUnit('concerned.unit_id', today, bind)})
      from unit_change_unit concerned
      where concerned.change_id::text = entry.record_id)
    else false end)`;
}

function figureScope(alias: string, { access, today }: Caller, bind: Bind): string {
  const scope = access.scopeOf('READ_AUDIT');
  return scope.isEverything
    ? 'true'
    : scope.hasFigure(`${alias}.unit_id`, `${alias}.indicator_id`, today, bind);
}

function ofTables({ eq, ne, in: among, ...rest }: EnumFilter<AuditResource>): EnumFilter<string> {
  return {
    ...rest,
    ...(eq && { eq: tableOf[eq] }),
    ...(ne && { ne: tableOf[ne] }),
    ...(among && { in: among.map((resource) => tableOf[resource]) }),
  };
}

/** Whether a filter lets a value through, for parts whose rows all have that value. */
function isAmong<Value>(filter: EnumFilter<Value> | null | undefined, value: Value): boolean {
  if (!filter) return true;
  const { eq, ne, in: among, isNull } = filter;
  return (
    (eq === undefined || eq === value) && ne !== value && (among?.includes(value) ?? true) && isNull !== true
  );
}

const all = (conditions: string[]) =>
  conditions.filter((condition) => condition !== 'true').join('\n    and ') || 'true';
