/** Random worlds: a tree with a history, indicators of every aggregation pair, and reports on them. */

import fc from 'fast-check';
import { type PeriodType, periodsOf, spanOf } from '../reference/calendar';
import {
  type ComputedIndicator,
  type Indicator,
  isOpenDuring,
  type Observation,
  type ReportedIndicator,
  type Target,
  type Unit,
  type World,
} from '../reference/world';
import { actArbitrary, choice, KINDS, openingArbitrary, SECTORS, YEARS } from './act-arbitrary';
import { historyOf, pick } from './organisation';

export const DIMENSIONS = [
  { code: 'grade', members: ['good', 'poor', 'unspecified'] },
  { code: 'status', members: ['official', 'unspecified'] },
];
export const PERIOD_TYPES: readonly PeriodType[] = ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'];

const rulesArbitrary: fc.Arbitrary<Omit<ReportedIndicator, 'code'>> = fc
  .record({
    periodType: fc.constantFrom(...PERIOD_TYPES),
    unitAggregation: fc.oneof(
      { weight: 6, arbitrary: fc.constant('SUM' as const) },
      { weight: 8, arbitrary: fc.constantFrom('AVERAGE' as const, 'MIN' as const, 'MAX' as const) },
      { weight: 1, arbitrary: fc.constant('NONE' as const) },
    ),
    periodAggregation: fc.oneof(
      { weight: 6, arbitrary: fc.constant('SUM' as const) },
      { weight: 8, arbitrary: fc.constant('LAST' as const) },
      { weight: 8, arbitrary: fc.constantFrom('AVERAGE' as const, 'MIN' as const, 'MAX' as const) },
      { weight: 1, arbitrary: fc.constant('NONE' as const) },
    ),
    fill: fc.constantFrom('CARRY_FORWARD' as const, 'NONE' as const),
    dimension: fc.constantFrom(undefined, ...DIMENSIONS.map(({ code }) => code)),
  })
  .map(({ dimension, ...rules }) => ({ ...rules, ...(dimension !== undefined && { dimension }) }));

/** A formula as choices: which shape, over which operands. */
interface FormulaChoices {
  readonly shape: number;
  readonly a: number;
  readonly b: number;
}

/** A row of reports of one series, period after period, null where one is missing. */
interface Run {
  readonly unit: number;
  readonly indicator: number;
  readonly member: number;
  readonly first: number;
  readonly values: readonly (string | null)[];
}

const valueArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -20, max: 60 }).map(String) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: -9999, max: 9999 }).map((thousandths) => (thousandths / 1000).toFixed(3)),
  },
  { weight: 2, arbitrary: fc.constant('0') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0.000000000001', '-99999999999999.999', '123456789012345', '0.3333333'),
  },
);

const runArbitrary: fc.Arbitrary<Run> = fc.record({
  unit: choice,
  indicator: choice,
  member: choice,
  first: choice,
  values: fc.array(fc.option(valueArbitrary, { freq: 5 }), { minLength: 1, maxLength: 12, size: 'max' }),
});

export const worldArbitrary: fc.Arbitrary<World> = fc
  .record({
    openings: fc.array(openingArbitrary, { minLength: 1, maxLength: 7, size: 'max' }),
    acts: fc.array(actArbitrary, { maxLength: 9, size: 'max' }),
    rules: fc.array(rulesArbitrary, { minLength: 1, maxLength: 3, size: 'max' }),
    formulas: fc.array(fc.record({ shape: choice, a: choice, b: choice }), { maxLength: 2, size: 'max' }),
    targets: fc.array(
      fc.record({
        unit: choice,
        indicator: choice,
        period: fc.constantFrom(...PERIOD_TYPES.flatMap((type) => periodsOf(type, YEARS))),
        value: valueArbitrary,
      }),
      { maxLength: 12, size: 'max' },
    ),
    runs: fc.array(runArbitrary, { maxLength: 60, size: 'max' }),
  })
  .map(({ openings, acts, rules, formulas, targets, runs }) => {
    const units = historyOf([...openings, ...acts]);
    const reported = rules.map((rule, index) => ({ code: `r${index + 1}`, ...rule }));
    const indicators = withFormulas(reported, formulas);
    return {
      kinds: KINDS,
      sectors: SECTORS,
      units,
      dimensions: DIMENSIONS,
      indicators,
      observations: observationsOf(units, reported, runs),
      targets: targetsOf(units, indicators, targets),
    };
  });

/** A formula's operands are reported indicators or formulas before it. */
function withFormulas(
  reported: readonly ReportedIndicator[],
  formulas: readonly FormulaChoices[],
): Indicator[] {
  const indicators: Indicator[] = [...reported];
  formulas.forEach(({ shape, a, b }, index) => {
    const left = pick(indicators, a) ?? indicators[0];
    const right = pick(indicators, b) ?? indicators[0];
    if (left === undefined || right === undefined) return;
    const formula = pick(shapesOf(left, right), shape) ?? left.code;
    indicators.push({ code: `c${index + 1}`, formula } satisfies ComputedIndicator);
  });
  return indicators;
}

function shapesOf(left: Indicator, right: Indicator): string[] {
  const [a, b] = [left.code, right.code];
  const members =
    'dimension' in left ? DIMENSIONS.find(({ code }) => code === left.dimension)?.members : undefined;
  return [
    `100 * ${a} / ${b}`,
    `${a} / ${b}`,
    `${a} + 0.5 * ${b}`,
    `${a} - ${a}@-1`,
    `100 * (${a} - ${b}@-1) / ${b}@-1`,
    `-(${a} - 2) * "${b}"`,
    `ytd(${a})`,
    `${a} + 2 * ytd(${b}@-1)`,
    `100 * ytd(${a}) / ytd("${b}"@-2)`,
    ...(members === undefined
      ? []
      : [
          `100 * ${a}[${members[0]}] / ${a}`,
          `${a}[${members[0]}]@-1 - ${b}`,
          `ytd(${a}[${members[0]}]) / ${a}`,
        ]),
  ];
}

/** A run falls on the periods in which its unit is open; what is already reported stays. */
function observationsOf(
  units: readonly Unit[],
  indicators: readonly ReportedIndicator[],
  runs: readonly Run[],
): Observation[] {
  const observations = new Map<string, Observation>();
  for (const run of runs) {
    const unit = pick(units, run.unit);
    const indicator = pick(indicators, run.indicator);
    if (unit === undefined || indicator === undefined) continue;
    const members = DIMENSIONS.find(({ code }) => code === indicator.dimension)?.members ?? [];
    const member = pick(members, run.member) ?? null;
    const open = periodsOf(indicator.periodType, YEARS).filter((code) => isOpenDuring(unit, spanOf(code)));
    run.values.forEach((value, index) => {
      const period = open[(run.first % Math.max(open.length, 1)) + index];
      const key = JSON.stringify([unit.code, indicator.code, period, member]);
      if (value === null || period === undefined || observations.has(key)) return;
      observations.set(key, { unit: unit.code, indicator: indicator.code, period, member, value });
    });
  }
  return [...observations.values()];
}

/** A target that is already set stays. */
function targetsOf(
  units: readonly Unit[],
  indicators: readonly Indicator[],
  choices: readonly { unit: number; indicator: number; period: string; value: string }[],
): Target[] {
  const targets = new Map<string, Target>();
  for (const { unit, indicator, ...target } of choices) {
    const [unitCode, indicatorCode] = [pick(units, unit)?.code, pick(indicators, indicator)?.code];
    const key = JSON.stringify([unitCode, indicatorCode, target.period]);
    if (unitCode === undefined || indicatorCode === undefined || targets.has(key)) continue;
    targets.set(key, { unit: unitCode, indicator: indicatorCode, ...target });
  }
  return [...targets.values()];
}
