import type { Bind } from '../list/filter-fields';
import { holdsOn } from '../party-unit/placement-on';
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
    return all(
      () => this.isGranted(column, today, bind),
      () => this.isWithinLimits(column, today, bind),
    );
  }

  /** The condition that the unit in a column may be named: it belongs to the scope or stands above what does. */
  namesUnit(column: string, today: string, bind: Bind): string {
    if (this.hasAllUnits) return 'true';
    return any(
      () => this.hasUnit(column, today, bind),
      () => this.standsAbove(column, today, bind),
    );
  }

  /** The part of it in which sensitive indicators are seen too. */
  get withSensitive(): Scope {
    const grants = this.grants.filter(({ seesSensitive }) => seesSensitive);
    return new Scope(this.limitsSeeSensitive ? grants : [], this.limits);
  }

  /** The condition that the figures of an indicator in one column, of the unit in another, belong to the scope. */
  hasFigure(unit: string, indicator: string, today: string, bind: Bind): string {
    if (this.seesAllIndicators) return this.hasUnit(unit, today, bind);
    return any(
      () =>
        all(
          () => this.hasUnit(unit, today, bind),
          () => `not ${isSensitive(indicator)}`,
        ),
      () => this.withSensitive.hasUnit(unit, today, bind),
    );
  }

  private standsAbove(column: string, today: string, bind: Bind): string {
    const isCovered = this.hasUnit('below.unit_id', today, bind);
    if (isCovered === 'false') return isCovered;
    // It is enough to look at where grants and limits begin: whoever stands above anything covered stands above one of these.
    const beginnings = [...this.grants, ...(this.limits ? [this.limits] : [])].flatMap(
      ({ unitId }) => unitId ?? [],
    );
    const day = `cast(${bind(today)} as date)`;
    return `exists (
    select from unit_closure below
    where below.above_id = ${column} and below.unit_id = any(cast(${bind(beginnings)} as integer[]))
      and ${holdsOn('below', day)} and ${isCovered})`;
  }

  private get limitsHaveAllUnits(): boolean {
    return this.limits === null || this.limits.unitId === null;
  }

  private get limitsSeeSensitive(): boolean {
    return this.limits?.seesSensitive ?? true;
  }

  private isGranted(column: string, today: string, bind: Bind): string {
    const unitIds = this.grants.map(({ unitId }) => unitId);
    if (unitIds.includes(null)) return 'true';
    return unitIds.length === 0 ? 'false' : standsBelow(column, unitIds, today, bind);
  }

  private isWithinLimits(column: string, today: string, bind: Bind): string {
    const unitId = this.limits?.unitId ?? null;
    return unitId === null ? 'true' : standsBelow(column, [unitId], today, bind);
  }
}

function standsBelow(column: string, unitIds: readonly (number | null)[], today: string, bind: Bind): string {
  // A bare name would mean the column of the table that is looked into, and so always hold.
  if (!/^\w+\.\w+$/.test(column)) throw new Error(`${column} does not say of which table it is.`);
  const day = `cast(${bind(today)} as date)`;
  return `exists (
    select from unit_closure granted
    where granted.unit_id = ${column} and granted.above_id = any(cast(${bind(unitIds)} as integer[]))
      and ${holdsOn('granted', day)})`;
}

function isSensitive(indicator: string): string {
  return `${indicator} in (select id from sensitive_indicator)`;
}

/** Conditions are made one by one, so that none binds a value that the statement then does not mention. */
type Condition = () => string;

function all(...conditions: Condition[]): string {
  const needed: string[] = [];
  for (const condition of conditions) {
    const sql = condition();
    if (sql === 'false') return sql;
    if (sql !== 'true') needed.push(sql);
  }
  return needed.length === 0 ? 'true' : `(${needed.join(' and ')})`;
}

function any(...conditions: Condition[]): string {
  const possible: string[] = [];
  for (const condition of conditions) {
    const sql = condition();
    if (sql === 'true') return sql;
    if (sql !== 'false') possible.push(sql);
  }
  return possible.length === 0 ? 'false' : `(${possible.join(' or ')})`;
}
