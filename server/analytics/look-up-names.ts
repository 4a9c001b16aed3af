import type { EntityManager } from 'typeorm';
import { Structure } from '../../schema/analytics/analytics-query.inputs';
import type { Fill, PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import type { PeriodType } from '../../schema/period/period-type.enum';
import { forbidden } from '../access/access';
import type { Caller } from '../access/caller';
import { AppError } from '../errors';
import type { Bind } from '../list/filter-fields';
import { namesSql } from './names.sql';
import type { AnalyticsRequest } from './parse-query';

/** An indicator as the planner needs it; a computed one has a formula and nothing of its own besides. */
export interface NamedIndicator {
  id: number;
  code: string;
  formula: string | null;
  periodType: PeriodType | null;
  unitAggregation: UnitAggregation | null;
  periodAggregation: PeriodAggregation | null;
  fill: Fill;
  dimensionId: number | null;
  /** It, or what it is computed from, is hidden where a grant leaves sensitive indicators out. */
  isSensitive: boolean;
}

export interface NamedDimension {
  id: number;
  code: string;
  members: { id: number; code: string }[];
}

/** The codes of a request as the records that they name. */
export interface Names {
  indicators: Map<string, NamedIndicator>;
  dimensions: NamedDimension[];
  unitIds: Map<string, number>;
  kindIds: Map<string, number>;
  sectorIds: Map<string, number>;
  /** The condition that the caller may see these indicators of the unit in a column; null: of all units. */
  isCovered: ((column: string, bind: Bind) => string) | null;
}

interface FoundUnit {
  id: number;
  chain: { code: string; closedOn: string | null; isMerged: boolean }[];
  isCovered: boolean;
  isCoveredWithSensitive: boolean;
}

interface NamesRow {
  indicators: NamedIndicator[] | null;
  dimensions: NamedDimension[] | null;
  units: FoundUnit[] | null;
  kinds: Record<string, number> | null;
  sectors: Record<string, number> | null;
}

/**
 * Finds what the codes of a request name; an unknown code, a unit that the caller's grants do not cover, or one merged by the date of
 * the tree, is refused.
 */
export async function lookUpNames(
  manager: EntityManager,
  request: AnalyticsRequest,
  caller: Caller,
): Promise<Names> {
  const { indicators, units, where } = request;
  const unitCodes = units.by === 'CODES' ? units.codes : [units.under];
  const kindCodes = [...(units.kinds ?? []), ...(where.kinds ?? [])];
  const sectorCodes = [...(units.sectors ?? []), ...(where.sectors ?? [])];
  const codes = { indicators, units: unitCodes, kinds: kindCodes, sectors: sectorCodes };
  const { text, values } = namesSql(codes, caller);
  const [row] = (await manager.query(text, values)) as NamesRow[];
  const sensitive = row?.indicators?.find(({ isSensitive }) => isSensitive);
  const names: Names = {
    indicators: new Map((row?.indicators ?? []).map((indicator) => [indicator.code, indicator])),
    dimensions: (row?.dimensions ?? []).map(({ members, ...dimension }) => ({
      ...dimension,
      members: members ?? [],
    })),
    unitIds: new Map((row?.units ?? []).map(({ id, chain }) => [chain[0]?.code ?? '', id])),
    kindIds: new Map(Object.entries(row?.kinds ?? {})),
    sectorIds: new Map(Object.entries(row?.sectors ?? {})),
    isCovered: coverage(caller, sensitive !== undefined),
  };
  refuseUnknown('indicator', indicators, names.indicators);
  refuseUnknown('unit', unitCodes, names.unitIds);
  refuseUnknown('unit kind', kindCodes, names.kindIds);
  refuseUnknown('sector', sectorCodes, names.sectorIds);
  refuseUncovered(row?.units ?? [], sensitive);
  if (request.structure !== Structure.AS_REPORTED) refuseMerged(row?.units ?? [], request.structureDate);
  return names;
}

function refuseUnknown(resource: string, codes: string[], known: Map<string, unknown>): void {
  const unknown = codes.find((code) => !known.has(code));
  if (unknown !== undefined) throw new AppError('UNKNOWN_CODE', { resource, code: JSON.stringify(unknown) });
}

/** Whether the unit at this place of the chain had been merged into the next by the date. */
function isMergedBy(unit: { closedOn: string | null; isMerged: boolean }, date: string): boolean {
  return unit.isMerged && unit.closedOn !== null && unit.closedOn <= date;
}

function coverage({ access, today }: Caller, withSensitive: boolean): Names['isCovered'] {
  const scope = withSensitive ? access.scopeOf('READ').withSensitive : access.scopeOf('READ');
  return scope.hasAllUnits ? null : (column, bind) => scope.hasUnit(column, today, bind);
}

/** A value of a unit is a roll-up of all below it, so that one above the grants is refused. */
function refuseUncovered(units: FoundUnit[], sensitive: NamedIndicator | undefined): void {
  if (units.some(({ isCovered }) => !isCovered)) throw forbidden('READ');
  if (sensitive && units.some(({ isCoveredWithSensitive }) => !isCoveredWithSensitive)) {
    throw new AppError('FORBIDDEN', { action: `see the sensitive figures behind ${sensitive.code}` });
  }
}

function refuseMerged(units: FoundUnit[], date: string): void {
  for (const { chain } of units) {
    const [unit] = chain;
    if (!unit || !isMergedBy(unit, date)) continue;
    const successor = chain.find((later) => !isMergedBy(later, date));
    throw new AppError('UNIT_MERGED', {
      unit: unit.code,
      successor: successor?.code ?? unit.code,
      date: unit.closedOn ?? date,
    });
  }
}
