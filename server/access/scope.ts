import type { Bind } from '../list/filter-fields';
import type { Grant, KeyLimits } from './access';

/**
 * A part of the tree, as SQL conditions: a unit is in it if it stands below a granted one today, whatever is asked about. So a
 * grant follows its unit when the tree changes, and units that were merged follow their successor.
 */
export class Scope {
  constructor(
    private readonly grants: readonly Pick<Grant, 'unitId' | 'seesSensitive'>[],
    private readonly limits: Pick<KeyLimits, 'unitId' | 'seesSensitive'> | null,
  ) {}

  /** Whether no condition is needed. */
  get isEverything(): boolean {
    return this.hasAllUnits && this.seesAllIndicators;
  }

  get hasAllUnits(): boolean {
    return this.limitsHaveAllUnits && this.grants.some(({ unitId }) => unitId === null);
  }

  /** Whether sensitive indicators are hidden nowhere in the scope. */
  get seesAllIndicators(): boolean {
    return this.limitsSeeSensitive && this.grants.every(({ seesSensitive }) => seesSensitive);
  }

  /** The condition that the unit in a column belongs to the scope. */
  hasUnit(column: string, today: string, bind: Bind): string {
    return all([this.isGranted(this.grants, column, today, bind), this.isWithinLimits(column, today, bind)]);
  }

  /** The condition that the unit in a column may be named: it belongs to the scope or stands above what does. */
  namesUnit(column: string, today: string, bind: Bind): string {
    if (this.hasAllUnits) return 'true';
    const granted = [...this.grants, ...(this.limits ? [this.limits] : [])].flatMap(
      ({ unitId }) => unitId ?? [],
    );
    return any([this.hasUnit(column, today, bind), standsAbove(column, granted, today, bind)]);
  }

  /** The part of it in which sensitive indicators are seen too. */
  get withSensitive(): Scope {
    const grants = this.grants.filter(({ seesSensitive }) => seesSensitive);
    return new Scope(this.limitsSeeSensitive ? grants : [], this.limits);
  }

  /** The condition that the figures of an indicator in one column, of the unit in another, belong to the scope. */
  hasFigure(unit: string, indicator: string, today: string, bind: Bind): string {
    if (this.seesAllIndicators) return this.hasUnit(unit, today, bind);
    const isOpen = `not ${isSensitive(indicator)}`;
    return any([
      all([isOpen, this.hasUnit(unit, today, bind)]),
      this.withSensitive.hasUnit(unit, today, bind),
    ]);
  }

  private get limitsHaveAllUnits(): boolean {
    return this.limits === null || this.limits.unitId === null;
  }

  private get limitsSeeSensitive(): boolean {
    return this.limits?.seesSensitive ?? true;
  }

  private isGranted(grants: typeof this.grants, column: string, today: string, bind: Bind): string {
    const unitIds = grants.map(({ unitId }) => unitId);
    if (unitIds.includes(null)) return 'true';
    return unitIds.length === 0 ? 'false' : standsBelow(column, unitIds, today, bind);
  }

  private isWithinLimits(column: string, today: string, bind: Bind): string {
    const unitId = this.limits?.unitId ?? null;
    return unitId === null ? 'true' : standsBelow(column, [unitId], today, bind);
  }
}

function standsBelow(column: string, unitIds: readonly (number | null)[], today: string, bind: Bind): string {
  const day = `cast(${bind(today)} as date)`;
  return `exists (
    select from unit_closure granted
    where granted.unit_id = ${column} and granted.above_id = any(cast(${bind(unitIds)} as integer[]))
      and granted.starts_on <= ${day} and granted.ends_on > ${day})`;
}

function standsAbove(column: string, unitIds: readonly number[], today: string, bind: Bind): string {
  if (unitIds.length === 0) return 'false';
  const day = `cast(${bind(today)} as date)`;
  return `exists (
    select from unit_closure granted
    where granted.above_id = ${column} and granted.unit_id = any(cast(${bind(unitIds)} as integer[]))
      and granted.starts_on <= ${day} and granted.ends_on > ${day})`;
}

function isSensitive(indicator: string): string {
  return `${indicator} in (select id from sensitive_indicator)`;
}

function all(conditions: string[]): string {
  if (conditions.includes('false')) return 'false';
  const needed = conditions.filter((condition) => condition !== 'true');
  return needed.length === 0 ? 'true' : `(${needed.join(' and ')})`;
}

function any(conditions: string[]): string {
  if (conditions.includes('true')) return 'true';
  const possible = conditions.filter((condition) => condition !== 'false');
  return possible.length === 0 ? 'false' : `(${possible.join(' or ')})`;
}
