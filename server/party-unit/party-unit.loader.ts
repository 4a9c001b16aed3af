import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { UnitChange } from '../../schema/party-unit/unit-change.entity';
import type { Caller } from '../access/caller';
import { coveredAmong } from '../access/coverage';
import { onlyUnits } from '../access/only-covered';
import { groupBy } from '../group-by';
import { ancestorsSql } from './ancestors.sql';
import { type DescendantsKey, descendantsSql } from './descendants.sql';
import { openOn } from './placement-on';
import { seenOn, selectUnits } from './select-units';

/** A unit as it is on a day. */
export interface UnitOnDay {
  id: number;
  asOf: string;
}

/**
 * The relations of units within the tree. Each is one statement for all rows of a level that look at the same day. Upwards they lead
 * to whoever stands there, who may be named; downwards, on any day, only to units that the caller's grants cover.
 */
export function createPartyUnitLoaders({ manager }: Pick<DataSource, 'manager'>, caller: Caller) {
  const partyUnit = loadOnDays(async (asOf, keys: readonly UnitOnDay[]) => {
    const units = await selectUnits(manager, asOf)
      .where('unit.id = any(:ids)', { ids: keys.map(({ id }) => id) })
      .getMany();
    const byId = new Map(units.map((unit) => [unit.id, seenOn(asOf, unit)]));
    return keys.map(({ id }) => byId.get(id) ?? new Error(`There is no unit with id ${id}.`));
  });

  const children = loadOnDays(async (asOf, keys: readonly UnitOnDay[]) => {
    const units = await onlyUnits(selectUnits(manager, asOf), caller, 'READ', 'unit.id')
      .andWhere('placement.parentId = any(:ids)', { ids: keys.map(({ id }) => id) })
      .andWhere(openOn('unit', 'cast(:asOf as date)'))
      .orderBy('placement.name')
      .addOrderBy('unit.id')
      .getMany();
    const byParent = groupBy(units, (unit) => seenOn(asOf, unit).placement.parentId);
    return keys.map(({ id }) => byParent.get(id) ?? []);
  });

  const ancestorIds = loadOnDays(async (asOf, keys: readonly UnitOnDay[]) => {
    const { text, values } = ancestorsSql(
      keys.map(({ id }) => id),
      asOf,
    );
    const lines: { unitId: number; ancestorIds: number[] }[] = await manager.query(text, values);
    const byUnit = new Map(lines.map(({ unitId, ancestorIds }) => [unitId, ancestorIds]));
    return keys.map(({ id }) => byUnit.get(id) ?? []);
  });

  const descendantIds = loadOnDays(async (asOf, keys: readonly (DescendantsKey & { asOf: string })[]) => {
    const { text, values } = descendantsSql(keys, asOf);
    const found: { position: number; unitIds: number[] }[] = await manager.query(text, values);
    const covered = await coveredAmong(
      manager,
      caller,
      'READ',
      found.flatMap(({ unitIds }) => unitIds),
    );
    const byPosition = new Map(found.map(({ position, unitIds }) => [position, unitIds]));
    return keys.map((_, position) => (byPosition.get(position) ?? []).filter((id) => covered.has(id)));
  });

  const changesOfUnit = new DataLoader(async (unitIds: readonly number[]): Promise<UnitChange[][]> => {
    const changes = await manager
      .createQueryBuilder(UnitChange, 'change')
      .innerJoinAndSelect('change.units', 'unit')
      .where('unit.id = any(:unitIds)', { unitIds })
      .orderBy('change.effectiveOn')
      .addOrderBy('change.id')
      .getMany();
    return unitIds.map((id) => changes.filter(({ units }) => units.some((unit) => unit.id === id)));
  });

  const unitIdsOfChange = new DataLoader(async (changeIds: readonly number[]): Promise<number[][]> => {
    const found: { changeId: number; unitIds: number[] }[] = await manager.query(
      `select change_id as "changeId", array_agg(unit_id order by unit_id) as "unitIds"
       from unit_change_unit
       where change_id = any($1::integer[])
       group by change_id`,
      [changeIds],
    );
    const byChange = new Map(found.map(({ changeId, unitIds }) => [changeId, unitIds]));
    return changeIds.map((id) => byChange.get(id) ?? []);
  });

  const isCovered = new DataLoader(async (unitIds: readonly number[]): Promise<boolean[]> => {
    const covered = await coveredAmong(manager, caller, 'READ', unitIds);
    return unitIds.map((id) => covered.has(id));
  });

  return {
    partyUnit,
    isCovered,
    children,
    ancestorIds,
    changesOfUnit,
    unitIdsOfChange,

    /** The units that an act concerns, as they are on its date. */
    unitsOfChange: async ({ id, effectiveOn }: UnitChange): Promise<PartyUnit[]> =>
      loadAll(partyUnit, await unitIdsOfChange.load(id), effectiveOn),

    ancestors: async ({ id, asOf }: PartyUnit): Promise<PartyUnit[]> =>
      loadAll(partyUnit, await ancestorIds.load({ id, asOf }), asOf),

    /** All below the unit on the day, or those on one level of the tree. */
    descendants: async ({ id }: PartyUnit, level: number | null, asOf: string): Promise<PartyUnit[]> => {
      const depth = level === null ? null : level - (await ancestorIds.load({ id, asOf })).length - 1;
      return loadAll(partyUnit, await descendantIds.load({ unitId: id, depth, asOf }), asOf);
    },
  };
}

function loadAll(
  partyUnit: DataLoader<UnitOnDay, PartyUnit, string>,
  ids: number[],
  asOf: string,
): Promise<PartyUnit[]> {
  return Promise.all(ids.map((id) => partyUnit.load({ id, asOf })));
}

/** A loader whose keys name a day: those of one day are looked up together. */
function loadOnDays<Key extends { asOf: string }, Found>(
  look: (asOf: string, keys: readonly Key[]) => Promise<(Found | Error)[]>,
): DataLoader<Key, Found, string> {
  return new DataLoader(
    async (keys) => {
      const found = new Map<Key, Found | Error>();
      for (const [asOf, onDay] of groupBy(keys, (key) => key.asOf)) {
        const values = await look(asOf, onDay);
        for (const [index, key] of onDay.entries()) found.set(key, values[index] as Found | Error);
      }
      return keys.map((key) => found.get(key) as Found | Error);
    },
    { cacheKeyFn: (key) => Object.values(key).join(' ') },
  );
}
