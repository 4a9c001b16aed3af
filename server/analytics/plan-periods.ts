import { AnalyticsDimension, ComparisonKind } from '../../schema/analytics/analytics-query.inputs';
import type { PeriodType } from '../../schema/period/period-type.enum';
import { AppError } from '../errors';
import {
  cutInto,
  isWhole,
  monthsOf,
  oneYearBefore,
  periodCode,
  type Span,
  shiftSpan,
} from '../period/period';
import type { NamedIndicator } from './look-up-names';
import { type AnalyticsRequest, joinAdjacent } from './parse-query';
import type { RowPeriod } from './query-plan';

/** Gives each indicator its row periods; indicators of one granularity share them as a group. */
export class PeriodPlanner {
  readonly rowPeriods: RowPeriod[] = [];
  private readonly groups: string[] = [];

  constructor(private readonly request: AnalyticsRequest) {}

  /** The group of periods for an indicator whose base period is given; null when it is made of numbers alone. */
  groupFor(indicator: NamedIndicator, base: PeriodType | null): number {
    const { granularity: wanted, periods, groupBy, comparison } = this.request;
    const granularity = wanted ?? (periods.by === 'RANGE' ? (base ?? periods.range.type) : null);
    const spans = this.asked(granularity);
    for (const span of spans) if (base) this.checkFits(span, base, indicator);
    if (comparison?.baseline && base) this.checkFits(comparison.baseline, base, indicator);
    const key =
      periods.by === 'RANGE' && groupBy.has(AnalyticsDimension.PERIOD) ? String(granularity) : 'all';
    const known = this.groups.indexOf(key);
    if (known !== -1) return known;
    const group = this.groups.push(key) - 1;
    for (const span of spans) this.add(group, span, true);
    for (const row of this.rowPeriods.filter((row) => row.group === group && row.isAsked)) {
      row.comparedNo = this.comparedWith(row);
    }
    return group;
  }

  /** The spans of a group's rows, and of those that they are compared with. */
  spansOf(group: number): Span[] {
    return this.rowPeriods.filter((row) => row.group === group).map(({ span }) => span);
  }

  private asked(granularity: PeriodType | null): Span[] {
    const { periods, groupBy } = this.request;
    const byPeriod = groupBy.has(AnalyticsDimension.PERIOD);
    if (periods.by === 'CODES') {
      const other = granularity && periods.spans.find(({ type }) => type !== granularity);
      if (other) {
        throw new AppError('QUERY_INVALID', {
          problem: `the period "${periodCode(other)}" is not of granularity ${granularity}`,
          allowed: 'Name periods of that type, or cut a range with from and to.',
        });
      }
      return byPeriod ? periods.spans : [joinAdjacent(periods.spans)];
    }
    const { range } = periods;
    const type = granularity ?? range.type;
    if (!isWhole(range, type)) {
      const whole = periodCode(range).split('..');
      throw new AppError('PERIOD_RANGE_INVALID', {
        from: `"${whole[0]}"`,
        to: `"${whole.at(-1)}"`,
        problem: `does not begin and end with a whole ${type.toLowerCase().replace('_', '-')}`,
      });
    }
    if (byPeriod) return cutInto(range, type);
    // One period in all, told by the codes it was asked by where those are longer: 2017..2022, not 2017-01..2022-12.
    return [monthsOf[range.type] > monthsOf[type] ? range : { ...range, type }];
  }

  private checkFits(span: Span, base: PeriodType, indicator: NamedIndicator): void {
    if (monthsOf[span.type] < monthsOf[base] || !isWhole(span, base)) {
      throw new AppError('PERIOD_TYPE_MISMATCH', {
        indicator: indicator.code,
        expected: base,
        period: periodCode(span),
        actual: span.type,
      });
    }
  }

  private comparedWith({ group, span }: RowPeriod): number | null {
    const { comparison } = this.request;
    switch (comparison?.with) {
      case ComparisonKind.PREVIOUS_PERIOD:
        return this.add(group, shiftSpan(span, -1), false);
      case ComparisonKind.SAME_PERIOD_LAST_YEAR:
        return this.add(group, oneYearBefore(span), false);
      case ComparisonKind.BASELINE:
        return comparison.baseline && this.add(group, comparison.baseline, false);
      default:
        return null;
    }
  }

  private add(group: number, span: Span, isAsked: boolean): number {
    const known = this.rowPeriods.find(
      (row) => row.group === group && row.span.start === span.start && row.span.months === span.months,
    );
    if (known) return known.no;
    const no = this.rowPeriods.length;
    this.rowPeriods.push({ no, group, span, isAsked, comparedNo: null });
    return no;
  }
}
