import type { EntityManager } from 'typeorm';
import { Structure } from '../../schema/analytics/analytics-query.inputs';
import type { Fill, PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import type { PeriodType } from '../../schema/period/period-type.enum';
import { AppError } from '../errors';
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
}

interface NamesRow {
  indicators: NamedIndicator[] | null;
  dimensions: NamedDimension[] | null;
  units: { id: number; chain: { code: string; closedOn: string | null; isMerged: boolean }[] }[] | null;
  kinds: Record<string, number> | null;
  sectors: Record<string, number> | null;
}

/** Finds what the codes of a request name; an unknown code, or a unit merged by the date of the tree, is refused. */
export async function lookUpNames(manager: EntityManager, request: AnalyticsRequest): Promise<Names> {
  const { indicators, units, where } = request;
  const unitCodes = units.by === 'CODES' ? units.codes : [units.under];
  const kindCodes = [...(units.kinds ?? []), ...(where.kinds ?? [])];
  const sectorCodes = [...(units.sectors ?? []), ...(where.sectors ?? [])];
  const { text, values } = namesSql({ indicators, units: unitCodes, kinds: kindCodes, sectors: sectorCodes });
  const [row] = (await manager.query(text, values)) as NamesRow[];
  const names: Names = {
    indicators: new Map((row?.indicators ?? []).map((indicator) => [indicator.code, indicator])),
    dimensions: (row?.dimensions ?? []).map(({ members, ...dimension }) => ({
      ...dimension,
      members: members ?? [],
    })),
    unitIds: new Map((row?.units ?? []).map(({ id, chain }) => [chain[0]?.code ?? '', id])),
    kindIds: new Map(Object.entries(row?.kinds ?? {})),
    sectorIds: new Map(Object.entries(row?.sectors ?? {})),
  };
  refuseUnknown('indicator', indicators, names.indicators);
  refuseUnknown('unit', unitCodes, names.unitIds);
  refuseUnknown('unit kind', kindCodes, names.kindIds);
  refuseUnknown('sector', sectorCodes, names.sectorIds);
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

function refuseMerged(units: NonNullable<NamesRow['units']>, date: string): void {
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
