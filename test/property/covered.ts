/** What a grant covers, from a world alone. */

import { Role } from '../../schema/access/role.enum';
import type { IsoDate } from '../reference/calendar';
import { operandsOf, parseFormula } from '../reference/formula';
import { lineage } from '../reference/structure';
import { type Indicator, indicatorOf, isComputed, type World } from '../reference/world';

/** A grant by code; null is the whole tree. */
export interface GivenGrant {
  readonly role: Role;
  readonly unit: string | null;
  readonly seesSensitive: boolean;
}

/** What a request may see: grants, and the limits of a key if it was asked with one. */
export interface GivenAccess {
  readonly grants: readonly GivenGrant[];
  readonly limits: GivenGrant | null;
  readonly sensitive: readonly string[];
}

export class Coverage {
  constructor(
    private readonly world: World,
    private readonly today: IsoDate,
    private readonly given: GivenAccess,
  ) {}

  /** The codes of the units that a role covers, with sensitive figures or without. */
  units(role: Role, withSensitive = false): Set<string> {
    const isEnough = (grant: GivenGrant) =>
      order.indexOf(grant.role) >= order.indexOf(role) && (!withSensitive || grant.seesSensitive);
    const { grants, limits } = this.given;
    const codes = this.world.units.map(({ code }) => code);
    if (limits !== null && !isEnough(limits)) return new Set();
    return new Set(
      codes.filter(
        (code) =>
          grants.some((grant) => isEnough(grant) && this.isBelow(code, grant.unit)) &&
          (limits === null || this.isBelow(code, limits.unit)),
      ),
    );
  }

  hasFigure(role: Role, unit: string, indicator: string): boolean {
    return this.units(role, this.isSensitive(indicator)).has(unit);
  }

  /** The units whose figures count, on any day, in a value of the units given. */
  countingIn(units: ReadonlySet<string>): Set<string> {
    return new Set(
      this.world.units
        .map(({ code }) => code)
        .filter((code) =>
          this.days().some((day) => lineage(this.world, code, day).some((above) => units.has(above))),
        ),
    );
  }

  /** The units that may be named: those covered, and whoever stands above one on some day or was once merged with one. */
  named(units: ReadonlySet<string>): Set<string> {
    return new Set(
      [...units].flatMap((code) => this.days().flatMap((day) => lineage(this.world, code, day))),
    );
  }

  isSensitive(code: string): boolean {
    return isSensitive(this.world, indicatorOf(this.world, code), this.given.sensitive);
  }

  private isBelow(code: string, unit: string | null): boolean {
    return unit === null || lineage(this.world, code, this.today).includes(unit);
  }

  private days(): IsoDate[] {
    const changes = this.world.units.flatMap(({ placements, closedOn }) => [
      ...placements.map(({ from }) => from),
      ...(closedOn === undefined ? [] : [closedOn]),
    ]);
    return [...new Set(['1900-01-01', ...changes])];
  }
}

const order = Object.values(Role);

function isSensitive(world: World, indicator: Indicator, marked: readonly string[]): boolean {
  if (marked.includes(indicator.code)) return true;
  if (!isComputed(indicator)) return false;
  return operandsOf(parseFormula(indicator.formula)).some((operand) =>
    isSensitive(world, indicatorOf(world, operand.indicator), marked),
  );
}
