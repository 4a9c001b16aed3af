import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { UnitPlacement } from '../../schema/party-unit/unit-placement.entity';
import { placementOn } from './placement-on';

/** Selects units, each with its placement on a day, under the aliases `unit` and `placement`. */
export function selectUnits(manager: EntityManager, asOf: string): SelectQueryBuilder<PartyUnit> {
  return manager
    .createQueryBuilder(PartyUnit, 'unit')
    .innerJoinAndMapOne(
      'unit.placement',
      UnitPlacement,
      'placement',
      placementOn('unit', 'placement', 'cast(:asOf as date)'),
    )
    .setParameter('asOf', asOf);
}

/** Marks units with the day that they were asked for, which their relations go by. */
export function seenOn<Unit extends PartyUnit | null>(asOf: string, unit: Unit): Unit {
  if (unit) unit.asOf = asOf;
  return unit;
}

/** Units as they are on a day, in the order of the ids; those that there are not are left out. */
export async function loadUnitsOn(
  manager: EntityManager,
  asOf: string,
  ids: readonly number[],
): Promise<PartyUnit[]> {
  const units = await selectUnits(manager, asOf).where('unit.id = any(:ids)', { ids }).getMany();
  const byId = new Map(units.map((unit) => [unit.id, seenOn(asOf, unit)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
