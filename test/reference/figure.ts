/** One value of an answer: a reported indicator's roll-up, or a formula over several (rules 5, 6). */

import { fromNewYear, type Span, shift, widened } from './calendar';
import { evaluate, type Formula, type Operand, operandsOf, parseFormula, ratioOf } from './formula';
import { Refusal } from './query';
import { decimal, type Rational, toDecimal } from './rational';
import { type CountedReport, type Question, reportsThatCount } from './reports';
import { rollUp } from './roll-up';
import { type Indicator, indicatorOf, isComputed, type ReportedIndicator } from './world';

/** The keys of a row besides its indicator and period; what is not grouped by is left out. */
export interface Scope {
  /** the row's own unit; null without UNIT in groupBy */
  readonly unit: string | null;
  /** a report counts when it is below any of these, and counts once (rule 10); chosen by the row's period */
  readonly units: readonly string[];
  readonly kind?: string | null;
  readonly sector?: string | null;
  readonly member?: string;
}

export interface Figure {
  readonly value: Rational | null;
  readonly numerator: Rational | null;
  readonly denominator: Rational | null;
  readonly reports: number;
  readonly reportedUnits: number;
}

/** The time that a value is of. */
export interface Time {
  /** the row's own period, or the one that a formula shifts it to */
  readonly span: Span;
  /** `ytd(…)`: not the span alone, but the year up to its end, whatever the window of the query */
  readonly isYearToDate: boolean;
}

/** A reported indicator that a value comes from: the indicator itself, or an operand of its formula. */
export interface Leaf extends Time {
  readonly indicator: ReportedIndicator;
  /** the one member that counts (`classified[good]`); null for all */
  readonly member: string | null;
}

export function figureOf(question: Question, indicator: Indicator, scope: Scope, span: Span): Figure {
  const time = { span, isYearToDate: false };
  const counted = leavesOf(question, indicator, time).flatMap((leaf) =>
    reportsOf(question, leaf, scope).map(({ observation, unit }) => ({ observation, unit, leaf })),
  );
  // 2.6: distinct observations; one that stands in two times of a formula (`stock - stock@-1`) counts in each.
  const reports = new Set(
    counted.map(({ observation: { unit, indicator, period, member }, leaf: { span, isYearToDate } }) =>
      JSON.stringify([unit, indicator, period, member, span.start, isYearToDate]),
    ),
  );
  const sides = sidesOf(question, indicator, time);
  const side = (formula: Formula | undefined) =>
    sides === null || formula === undefined
      ? null
      : settled(formulaValue(question, formula, scope, sides.time), divides(question, formula));
  return {
    value: settled(
      valueIn(question, indicator, null, scope, time),
      isComputed(indicator) ? divides(question, parseFormula(indicator.formula)) : averages(indicator),
    ),
    numerator: side(sides?.numerator),
    denominator: side(sides?.denominator),
    reports: reports.size,
    reportedUnits: new Set(counted.map(({ unit }) => unit.code)).size,
  };
}

/** Rule 5: the two sides of a ratio, also of one that is named alone by another: `ytd(rate)`, `rate@-1`. */
function sidesOf(
  question: Question,
  indicator: Indicator,
  time: Time,
): { numerator: Formula; denominator: Formula; time: Time } | null {
  if (!isComputed(indicator)) return null;
  const formula = parseFormula(indicator.formula);
  if ('operand' in formula) {
    const named = indicatorOf(question.world, formula.operand.indicator);
    return sidesOf(question, named, timeOf(formula.operand, time));
  }
  const ratio = ratioOf(formula);
  return ratio && { ...ratio, time };
}

/** Rule 7: only division rounds, once and at the end; what was never divided is exact. */
function settled(value: Rational | null, isDivided: boolean): Rational | null {
  return value === null || !isDivided ? value : decimal(toDecimal(value));
}

/** Whether a formula divides anywhere: by itself, in an average, or in a computed operand. */
function divides(question: Question, formula: Formula): boolean {
  if ('number' in formula) return false;
  if ('negated' in formula) return divides(question, formula.negated);
  if ('operator' in formula) {
    return formula.operator === '/' || divides(question, formula.left) || divides(question, formula.right);
  }
  const operand = indicatorOf(question.world, formula.operand.indicator);
  return isComputed(operand) ? divides(question, parseFormula(operand.formula)) : averages(operand);
}

function averages({ unitAggregation, periodAggregation }: ReportedIndicator): boolean {
  return unitAggregation === 'AVERAGE' || periodAggregation === 'AVERAGE';
}

/** The reported indicators behind an indicator, with the periods and members they are looked at in. */
export function leavesOf(
  question: Question,
  indicator: Indicator,
  time: Time,
  member: string | null = null,
): Leaf[] {
  if (!isComputed(indicator)) return [{ indicator, member, ...time }];
  if (member !== null)
    throw new Error(`a formula picks the member ${member} of the computed ${indicator.code}`);
  return operandsOf(parseFormula(indicator.formula)).flatMap((operand) =>
    leavesOf(question, indicatorOf(question.world, operand.indicator), timeOf(operand, time), operand.member),
  );
}

/** The stretch that the reports of a time are from: an operand that is year to date is that under any window. */
export function reach({ query }: Question, { span, isYearToDate }: Time): Span {
  return isYearToDate ? fromNewYear(span) : widened(span, query.window);
}

/** The leaf's reports in the row. */
export function reportsOf(question: Question, leaf: Leaf, scope: Scope): CountedReport[] {
  return reportsThatCount(question, leaf.indicator, reach(question, leaf)).filter(
    ({ observation, lineage, kind, sector }) =>
      lineage.some((code) => scope.units.includes(code)) &&
      (scope.kind === undefined || scope.kind === kind) &&
      (scope.sector === undefined || scope.sector === sector) &&
      (scope.member === undefined || scope.member === observation.member) &&
      (leaf.member === null || leaf.member === observation.member),
  );
}

function valueIn(
  question: Question,
  indicator: Indicator,
  member: string | null,
  scope: Scope,
  time: Time,
): Rational | null {
  if (isComputed(indicator)) return formulaValue(question, parseFormula(indicator.formula), scope, time);
  const reports = reportsOf(question, { indicator, member, ...time }, scope);
  refuseRollUpOfNone(indicator, reports, scope);
  return rollUp(indicator, reports, reach(question, time));
}

/** Rule 5: operands are aggregated for the row, each by its own rules, and stay exact inside the formula. */
function formulaValue(question: Question, formula: Formula, scope: Scope, time: Time): Rational | null {
  return evaluate(formula, (operand) =>
    valueIn(
      question,
      indicatorOf(question.world, operand.indicator),
      operand.member,
      scope,
      timeOf(operand, time),
    ),
  );
}

/** Rules 2 and 11: NONE over units stands only for the row's unit itself. */
function refuseRollUpOfNone(
  indicator: ReportedIndicator,
  reports: readonly CountedReport[],
  scope: Scope,
): void {
  if (indicator.unitAggregation !== 'NONE') return;
  const foreign = reports.find(({ unit }) => unit.code !== scope.unit);
  if (foreign === undefined) return;
  throw new Refusal(
    'AGGREGATION_NOT_ALLOWED',
    `${indicator.code} does not roll up over units, and ${foreign.unit.code} reports below ${scope.unit}`,
  );
}

/**
 * Rule 5: `@-1` shifts by the row's own period, be it a month, a year or a range. A computed operand that is year to
 * date makes all of its own operands so.
 */
function timeOf(operand: Operand, { span, isYearToDate }: Time): Time {
  return {
    span: shift(span, operand.shift * span.months),
    isYearToDate: isYearToDate || operand.isYearToDate,
  };
}
