import { useAsk } from '../dataProvider/useAsk';
import { localName } from '../i18n/format';
import { type AuditNames, auditNames, type NamedList, namedLists } from './audit.queries';
import type { AuditEntry } from './auditEntry';
import { readDiff } from './readDiff';

/** Fields that hold the id of another record, and the list in which it has a name. */
const listOf: Record<string, NamedList> = {
  unitId: 'units',
  parentId: 'units',
  successorId: 'units',
  mergedIntoId: 'units',
  kindId: 'kinds',
  sectorId: 'sectors',
  dimensionId: 'dimensions',
  indicatorId: 'indicators',
  programmeId: 'programmes',
  objectiveId: 'objectives',
};

export type NameOf = (field: string, id: unknown) => string | null;

/** The names of the records that entries only call by id: one request for all of them. What is gone has none. */
export function useAuditNames(entries: AuditEntry[]): NameOf {
  const wanted: Partial<Record<NamedList, Set<string>>> = {};
  for (const change of entries.flatMap(readDiff)) {
    const list = listOf[change.field];
    if (!list) continue;
    const ids = wanted[list] ?? new Set();
    for (const id of [change.before, change.after]) if (id) ids.add(String(id));
    wanted[list] = ids;
  }
  const variables = Object.fromEntries(
    namedLists.flatMap((list) => [
      [list, [...(wanted[list] ?? [])].sort()],
      [`has_${list}`, Boolean(wanted[list]?.size)],
    ]),
  );
  const { data } = useAsk<AuditNames>(auditNames, variables, { enabled: Object.keys(wanted).length > 0 });
  return (field, id) => {
    const list = listOf[field];
    const found = list && data?.[list]?.items.find((item) => item.id === String(id));
    return found ? localName(found) : null;
  };
}
