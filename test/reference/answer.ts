/**
 * The plain, slow reference of the analytics (rules: docs/numbers.md): every answer from observations and placements, with
 * loops and exact numbers. It shares no code and no idea of speed with the engine, so that the two can only agree by
 * being right.
 */

import { type IsoDate, MONTHS_IN, type Span } from './calendar';
import { type Figure, figureOf, leavesOf, reach, reportsOf, type Scope } from './figure';
import { type AnalyticsQuery, type Comparison, type Grouping, Refusal, type Row } from './query';
import {
  compare,
  decimal,
  divide,
  isZero,
  magnitude,
  multiply,
  type Rational,
  subtract,
  toDecimal,
  whole,
} from './rational';
import type { Question } from './reports';
import { comparedSpan, type RowPeriod, rowPeriods } from './row-periods';
import { isAmong, parentOf, refuseUnits, type Structure, selectUnits } from './structure';
import { type Indicator, indicatorOf, isComputed, type World } from './world';

const DEFAULT_GROUPING: readonly Grouping[] = ['INDICATOR', 'UNIT', 'PERIOD'];

/** A row before its values are compared with those of other rows. */
interface Draft {
  readonly indicator: Indicator;
  readonly period: RowPeriod;
  readonly scope: Scope;
  readonly figure: Figure;
}

/** All rows of an answer, in no promised order, or a thrown `Refusal`. `today` is the date that CURRENT means. */
export function answer(world: World, query: AnalyticsQuery, today: IsoDate): Row[] {
  const question: Question = { world, query, structure: structureOf(query, today) };
  refuseUnknown(question);
  const drafts = query.indicators
    .map((code) => indicatorOf(world, code))
    .flatMap((indicator) => {
      const periods = rowPeriods(world, query, indicator);
      for (const { span } of periods) {
        refuseMeaningless(question, indicator, span);
        const compared = comparedSpan(world, query, indicator, span);
        if (compared !== null) refuseMeaningless(question, indicator, compared);
      }
      return periods.flatMap((period) => draftsOf(question, indicator, period));
    });
  return drafts.filter((draft) => passes(query, draft)).map((draft) => rowOf(question, draft, drafts));
}

/** The filter on the resulting value; shares and ranks are found among all rows. */
function passes({ having }: AnalyticsQuery, { figure: { value } }: Draft): boolean {
  if (having?.isNull !== undefined && having.isNull !== (value === null)) return false;
  if (having?.gte !== undefined && (value === null || compare(value, decimal(having.gte)) < 0)) return false;
  return having?.lte === undefined || (value !== null && compare(value, decimal(having.lte)) <= 0);
}

/** Rule 8: CURRENT is the tree of today, AS_OF that of a date, AS_REPORTED that of the time. */
function structureOf(query: AnalyticsQuery, today: IsoDate): Structure {
  if (query.structure === 'AS_REPORTED') return { date: null };
  return { date: query.structure === 'AS_OF' ? (query.structureDate ?? today) : today };
}

function draftsOf(question: Question, indicator: Indicator, period: RowPeriod): Draft[] {
  return unitScopes(question, period.span)
    .flatMap((scope) => classScopes(question, indicator, scope, period.span))
    .map((scope) => ({ indicator, period, scope, figure: figureOf(question, indicator, scope, period.span) }))
    .filter(({ figure }) => question.query.includeEmpty === true || figure.reportedUnits > 0);
}

/** With UNIT a row for each selected unit; without it one row for the union of what is below them (rule 10). */
function unitScopes({ world, structure, query }: Question, span: Span): Scope[] {
  const units = selectUnits(world, structure, query.units, span);
  return isGroupedBy(query, 'UNIT')
    ? units.map((unit) => ({ unit, units: [unit] }))
    : [{ unit: null, units }];
}

/** A row for each kind, sector and member, as far as the query groups by them. */
function classScopes(question: Question, indicator: Indicator, scope: Scope, span: Span): Scope[] {
  const { query } = question;
  const isSplit = (['KIND', 'SECTOR', 'MEMBER'] as const).some((grouping) => isGroupedBy(query, grouping));
  if (!isSplit) return [scope];
  if (query.includeEmpty === true) return allClasses(question, scope);
  const scopes = new Map<string, Scope>();
  for (const leaf of leavesOf(question, indicator, { span, isYearToDate: false })) {
    for (const { kind, sector, observation } of reportsOf(question, leaf, scope)) {
      const keys = {
        ...(isGroupedBy(query, 'KIND') && { kind }),
        ...(isGroupedBy(query, 'SECTOR') && { sector }),
        ...(isGroupedBy(query, 'MEMBER') && observation.member !== null && { member: observation.member }),
      };
      scopes.set(JSON.stringify(keys), { ...scope, ...keys });
    }
  }
  return [...scopes.values()];
}

/** With empty rows: every kind and sector, and none, and every member, as far as `where` lets them count. */
function allClasses({ world, query }: Question, scope: Scope): Scope[] {
  const members = world.dimensions.find(({ code }) => code === query.breakdown)?.members ?? [];
  const kinds = isGroupedBy(query, 'KIND') ? (query.where?.kinds ?? [...world.kinds, null]) : [undefined];
  const sectors = isGroupedBy(query, 'SECTOR')
    ? (query.where?.sectors ?? [...world.sectors, null])
    : [undefined];
  const asked = isGroupedBy(query, 'MEMBER')
    ? members.filter((member) => isAmong(member, query.where?.members))
    : [undefined];
  return kinds.flatMap((kind) =>
    sectors.flatMap((sector) =>
      asked.map((member) => ({
        ...scope,
        ...(kind !== undefined && { kind }),
        ...(sector !== undefined && { sector }),
        ...(member !== undefined && { member }),
      })),
    ),
  );
}

function rowOf(question: Question, draft: Draft, drafts: readonly Draft[]): Row {
  const { indicator, period, scope, figure } = draft;
  return {
    indicator: indicator.code,
    ...(scope.unit !== null && { unit: scope.unit }),
    ...(period.code !== null && { period: period.code }),
    ...(scope.kind !== undefined && { kind: scope.kind }),
    ...(scope.sector !== undefined && { sector: scope.sector }),
    ...(scope.member !== undefined && { member: scope.member }),
    value: written(figure.value),
    numerator: written(figure.numerator),
    denominator: written(figure.denominator),
    reports: figure.reports,
    reportedUnits: figure.reportedUnits,
    share: written(shareOf(question, draft)),
    rank: rankOf(draft, drafts),
    ...(question.query.compareTo !== undefined && { comparison: comparisonOf(question, draft) }),
  };
}

/**
 * Rule 10: the fraction of the parent's value alike in all other keys; SUM over units only. Like rank and comparison
 * it is taken of the values as they are answered, so that anyone can do the sum again.
 */
function shareOf(question: Question, { indicator, period, scope, figure }: Draft): Rational | null {
  if (isComputed(indicator) || indicator.unitAggregation !== 'SUM') return null;
  if (scope.unit === null) return null;
  const parent = parentOf(question.world, question.structure, scope.unit, period.span);
  if (parent === null) return null;
  const above = { ...scope, unit: parent, units: [parent] };
  return quotient(figure.value, figureOf(question, indicator, above, period.span).value);
}

/** Rule 10: 1 + the rows alike in all other keys whose value is greater. */
function rankOf(draft: Draft, drafts: readonly Draft[]): number | null {
  const value = draft.figure.value;
  if (draft.scope.unit === null || value === null) return null;
  const greater = drafts.filter((other) => {
    const theirs = other.figure.value;
    return theirs !== null && otherKeys(other) === otherKeys(draft) && compare(theirs, value) > 0;
  });
  return 1 + greater.length;
}

function otherKeys({ indicator, period, scope: { kind, sector, member } }: Draft): string {
  return JSON.stringify([indicator.code, period, { kind, sector, member }]);
}

/** The compared value by the same rules; the change from it; the change in percent of its magnitude. */
function comparisonOf(question: Question, draft: Draft): Comparison {
  const value = draft.figure.value;
  const compared = comparedValue(question, draft);
  const change = value === null || compared === null ? null : subtract(value, compared);
  const percent = quotient(change && multiply(whole(100), change), compared && magnitude(compared));
  return { value: written(compared), change: written(change), changePercent: written(percent) };
}

function comparedValue(question: Question, { indicator, period, scope }: Draft): Rational | null {
  const { world, query } = question;
  const span = comparedSpan(world, query, indicator, period.span);
  if (span !== null) {
    const units =
      scope.unit === null ? selectUnits(world, question.structure, query.units, span) : scope.units;
    return figureOf(question, indicator, { ...scope, units }, span).value;
  }
  const target = world.targets?.find(
    (target) =>
      target.indicator === indicator.code && target.unit === scope.unit && target.period === period.code,
  );
  return target === undefined ? null : decimal(target.value);
}

function refuseUnknown({ world, structure, query }: Question): void {
  refuseUnits(world, structure, query.units);
  const known = [
    { asked: query.indicators, among: world.indicators.map(({ code }) => code) },
    { asked: [...(query.where?.kinds ?? []), ...(query.units.kinds ?? [])], among: world.kinds },
    { asked: [...(query.where?.sectors ?? []), ...(query.units.sectors ?? [])], among: world.sectors },
  ];
  for (const { asked, among } of known) {
    const unknown = asked.find((code) => !among.includes(code));
    if (unknown !== undefined) throw new Refusal('UNKNOWN_CODE', `nothing has the code ${unknown}`);
  }
  if (query.indicators.length > 1 && !isGroupedBy(query, 'INDICATOR')) {
    throw new Refusal('INDICATOR_NOT_GROUPED', 'several indicators need INDICATOR in groupBy');
  }
  // A target is set for one unit and one period, and for nothing finer.
  const isOfTargets =
    (['UNIT', 'PERIOD'] as const).every((grouping) => isGroupedBy(query, grouping)) &&
    !(['KIND', 'SECTOR', 'MEMBER'] as const).some((grouping) => isGroupedBy(query, grouping));
  if (query.compareTo?.with === 'TARGET' && !isOfTargets) {
    throw new Refusal('TARGET_NOT_ALLOWED', 'a target belongs to a unit and a period');
  }
}

/** Rules 2, 4 and 11, for the indicator or each operand of its formula. */
function refuseMeaningless(question: Question, indicator: Indicator, span: Span): void {
  const { world, query } = question;
  for (const { indicator: leaf, ...time } of leavesOf(question, indicator, { span, isYearToDate: false })) {
    if (leaf.periodAggregation === 'NONE' && reach(question, time).months !== MONTHS_IN[leaf.periodType]) {
      throw new Refusal('AGGREGATION_NOT_ALLOWED', `${leaf.code} stands for one ${leaf.periodType} only`);
    }
    if (leaf.unitAggregation === 'NONE' && !isGroupedBy(query, 'UNIT')) {
      throw new Refusal('AGGREGATION_NOT_ALLOWED', `${leaf.code} does not roll up over units`);
    }
    if (
      isGroupedBy(query, 'MEMBER') &&
      (leaf.dimension === undefined || leaf.dimension !== query.breakdown)
    ) {
      throw new Refusal('BREAKDOWN_NOT_ALLOWED', `${leaf.code} is not broken down by ${query.breakdown}`);
    }
    const members = world.dimensions.find(({ code }) => code === leaf.dimension)?.members ?? [];
    const unknown = query.where?.members?.find((member) => !members.includes(member));
    if (unknown !== undefined) throw new Refusal('UNKNOWN_CODE', `${leaf.code} has no member ${unknown}`);
  }
}

function isGroupedBy(query: AnalyticsQuery, grouping: Grouping): boolean {
  return (query.groupBy ?? DEFAULT_GROUPING).includes(grouping);
}

function quotient(dividend: Rational | null, divisor: Rational | null): Rational | null {
  if (dividend === null || divisor === null || isZero(divisor)) return null;
  return decimal(toDecimal(divide(dividend, divisor)));
}

/** A value that divides was rounded where it was made; what comes here has an end, but perhaps more than 12 places. */
function written(value: Rational | null): string | null {
  return value === null ? null : toDecimal(value, 200);
}
