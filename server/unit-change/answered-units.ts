import type { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import type { UnitChange } from '../../schema/party-unit/unit-change.entity';
import type { createPartyUnitLoaders, UnitOnDay } from '../party-unit/party-unit.loader';

type UnitLoaders = ReturnType<typeof createPartyUnitLoaders>;

/** Units with those above and below them, looked up while the act was still in force. */
export interface AnsweredUnits {
  units: PartyUnit[];
  ancestors: PartyUnit[][];
  children: PartyUnit[][];
}

export async function lookAround(loaders: UnitLoaders, units: PartyUnit[]): Promise<AnsweredUnits> {
  return {
    units,
    ancestors: await Promise.all(units.map((unit) => loaders.ancestors(unit))),
    children: await Promise.all(units.map((unit) => loaders.children.load(keyOf(unit)))),
  };
}

/** Gives the loaders of a request what was looked up, so that a dry run's answer leads to what it would lead to. */
export function prime(
  loaders: UnitLoaders,
  { units, ancestors, children }: AnsweredUnits,
  { id }: UnitChange,
): void {
  for (const unit of [...units, ...ancestors.flat(), ...children.flat()]) {
    loaders.partyUnit.prime(keyOf(unit), unit);
  }
  // What the act opens is not in the tree of the grants yet, or, after a dry run, never.
  for (const { id } of units) loaders.isCovered.prime(id, true);
  for (const [index, unit] of units.entries()) {
    loaders.children.prime(keyOf(unit), children[index] ?? []);
    loaders.ancestorIds.prime(
      keyOf(unit),
      (ancestors[index] ?? []).map(({ id }) => id),
    );
  }
  loaders.unitIdsOfChange.prime(
    id,
    units.map((unit) => unit.id),
  );
}

function keyOf({ id, asOf }: PartyUnit): UnitOnDay {
  return { id, asOf };
}
