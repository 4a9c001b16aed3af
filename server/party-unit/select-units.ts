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
