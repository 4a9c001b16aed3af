import { AnalyticsDimension } from '../../schema/analytics/analytics-query.inputs';
import { PeriodAggregation, UnitAggregation } from '../../schema/indicator/aggregation.enum';
import { holdsOn } from '../party-unit/placement-on';
import type { SqlParameters } from '../sql-statement';
import type { Cte } from './cte';
import { areBasePeriods } from './is-kept';
import type { QueryPlan, Shape } from './query-plan';
import { renderOperands, renderStanding, rowKeys } from './render-contributions';
import { baseEnd, isSpanOf, latestStart } from './render-periods';
import { hasLargeUnits, hasPlainSources, largeUnits, reportingUnits } from './render-sources';
import { hasSourcesByPeriod, type TreePart } from './render-tree';

/**
 * The operands of a shape from the roll-ups that the database keeps: of each source unit that has them its own reports, the
 * totals of all below it, and what has changed below it since the last fold; of the smaller ones the reports of all below.
 */
export function renderKept(
  plan: QueryPlan,
  shape: Shape,
  index: number,
  tree: TreePart,
  parameters: SqlParameters,
): Cte[] {
  const kept = new KeptRenderer(plan, shape, index, tree, parameters, {
    members: plan.where.memberIds && parameters.add(plan.where.memberIds, 'integer[]'),
    kinds: plan.where.kindIds && parameters.add(plan.where.kindIds, 'integer[]'),
    sectors: plan.where.sectorIds && parameters.add(plan.where.sectorIds, 'integer[]'),
  });
  const isFlow = shape.periodAggregation === PeriodAggregation.SUM;
  const denominator = shape.unitAggregation === UnitAggregation.AVERAGE ? 'reports::numeric' : '1::numeric';
  return [
    renderOperands(shape, index, parameters),
    ...(isFlow ? kept.flow() : kept.stock()),
    {
      name: `rolled_up_${index}`,
      body: `
  select operand_no, ${rowKeys.join(', ')}, value as numerator, ${denominator} as denominator, false as is_rolled_up
  from kept_${index}
  where reports > 0`,
    },
  ];
}

/** The placeholders of a shape's parameters; null where nothing is asked for. */
interface Placeholders {
  members: string | null;
  kinds: string | null;
  sectors: string | null;
}

const leafKeys = 'indicator_id, unit_id, period_start, member_id, kind_id, sector_id';
const leafColumns = `${leafKeys}, reports, value`;

class KeptRenderer {
  constructor(
    private readonly plan: QueryPlan,
    private readonly shape: Shape,
    private readonly index: number,
    private readonly tree: TreePart,
    private readonly parameters: SqlParameters,
    private readonly placeholders: Placeholders,
  ) {}

  /** Each report at its base period, counted where its unit stands on the last day of that. */
  flow(): Cte[] {
    const inTime = (table: string) => `
      and ${table}.period_start >= (select min(starts_on) from row_span)
      and ${table}.period_start < (select max(ends_on) from row_span)`;
    const isInSpan = areBasePeriods(this.plan, this.shape)
      ? 'leaf.period_start = row_span.starts_on'
      : 'leaf.period_start >= row_span.starts_on and leaf.period_start < row_span.ends_on';
    const rollUps = this.ofLargeUnits(
      () => `
    ${this.rollUps()}${inTime('rollup')}
    union all
    select event.indicator_id, above.above_id, event.period_start, event.member_id, ${this.classOf('above')},
      event.reports, event.value
    from ${this.unfolded(this.lastDayOf('event'))}
    where true${inTime('event')}${this.memberFilter('event')}${this.classFilter('above')}
    union all`,
    );
    const leaf = `${rollUps}
    select observation.indicator_id, reporter.source_id, observation.period_start,
      coalesce(observation.member_id, 0), ${this.classOf('reporter')}, 1, observation.value
    from observation
    ${this.joinReporter('observation', this.lastDayOf('observation'))}
    where observation.indicator_id = any(${this.indicators()})
      and observation.unit_id = any(${reportingUnits})${inTime('observation')}${this.memberFilter('observation')}${this.classFilter('reporter')}`;
    const placedOn = this.lastDayOf('leaf');
    // Rows of single base periods are each made of few leaves: to add those up first would be work for nothing.
    if (areBasePeriods(this.plan, this.shape)) {
      return [this.kept(this.leavesOfRows(`(${leaf}\n    ) as leaf (${leafColumns})`, isInSpan, placedOn))];
    }
    return [this.addedUp(leaf), this.kept(this.leavesOfRows(`leaf_${this.index} leaf`, isInSpan, placedOn))];
  }

  /** The sum of all changes up to the end of the row's time, where the unit stands on the last day of that. */
  stock(): Cte[] {
    const { plan, shape, index, parameters } = this;
    const { members } = this.placeholders;
    const latest = latestStart(shape);
    const lastDay = '(row_span.ends_on - 1)';
    // Changes that the rows cannot tell apart are added up at once: a year's, where rows are years.
    const latestStarts = `array(select distinct ${latest} from row_span order by 1)`;
    const changes = () => `
    ${this.rollUps(`(${latestStarts})[width_bucket(rollup.period_start - 1, ${latestStarts}) + 1]`)}
      and rollup.period_start < (select max(ends_on) from row_span)`;
    const filter = members ? `\n    and observation.member_id = any(${members})` : '';
    const standing = renderStanding({ plan, shape, index, units: reportingUnits, filter, parameters });
    const rollUps = this.ofLargeUnits(
      () => `${this.leavesOfRows(`leaf_${index} leaf`, `leaf.period_start <= ${latest}`, lastDay)}
    union all
    select operand.no, ${this.rowOf('above.above_id')}, row_span.period_no, ${this.classOf('above')},
      ${this.memberOf('event')}, ${this.signed('event.reports')}, ${this.signed('event.value')}
    from row_span
    cross join ${this.unfolded(lastDay)} and above.is_open
    join operand_${index} operand on ${this.isOperand('event')}
      and ${isSpanOf('operand')}
    ${this.joinSource('above.above_id', lastDay, 'row_span')}
    where event.period_start <= ${latest}${this.memberFilter('event')}${this.classFilter('above')}
    union all`,
    );
    return [
      ...(hasLargeUnits(this.tree) ? [this.addedUp(changes())] : []),
      standing,
      this.kept(`${rollUps}
    select standing.operand_no, ${this.rowOf('reporter.source_id')}, standing.period_no, ${this.classOf('reporter')},
      ${this.memberOf('standing')}, ${this.signed('1')}, ${this.signed('standing.value')}
    from ${standing.name} standing
    ${this.joinReporter('standing', 'standing.counted_on')}
    ${this.joinSource('reporter.source_id', 'standing.counted_on', 'standing')}
    where true${this.classFilter('reporter')}`),
    ];
  }

  /** Left out where no unit has roll-ups, parameters and all: one that the statement does not name would have no type. */
  private ofLargeUnits(render: () => string): string {
    return hasLargeUnits(this.tree) ? render() : '';
  }

  /** The kept totals of all below each source unit that has them. */
  private rollUps(periodStart = 'rollup.period_start'): string {
    return `select rollup.indicator_id, rollup.unit_id, ${periodStart}, rollup.member_id, ${this.classOf('rollup')},
      rollup.reports, rollup.value
    from rollup
    where rollup.indicator_id = any(${this.indicators()})
      and rollup.unit_id = any(${largeUnits})${this.memberFilter('rollup')}${this.classFilter('rollup')}`;
  }

  /** What has changed since the last fold below the source units that have roll-ups, with who stands above on that day. */
  private unfolded(day: string): string {
    return `unfolded_events(${this.indicators()}, null) as event
    join unit_closure above on above.unit_id = event.unit_id and above.above_id = any(${largeUnits})
      and above.above_id <> above.unit_id and ${holdsOn('above', day)}`;
  }

  /** The leaves as they count in each row. */
  private leavesOfRows(leaves: string, isInRow: string, placedOn: string): string {
    return `
    select operand.no as operand_no, ${this.rowOf('leaf.unit_id')}, row_span.period_no, leaf.kind_id, leaf.sector_id,
      ${this.memberOf('leaf')} as member_id, ${this.signed('leaf.reports')}, ${this.signed('leaf.value')}
    from ${leaves}
    join operand_${this.index} operand on ${this.isOperand('leaf')}
    join row_span on ${isSpanOf('operand')}
      and ${isInRow}
    ${this.joinSource('leaf.unit_id', placedOn, 'row_span')}`;
  }

  /** What is read, as leaves: those that differ in nothing that is asked for are one. */
  private addedUp(body: string): Cte {
    return {
      name: `leaf_${this.index}`,
      body: `
  select ${leafKeys}, sum(reports)::integer as reports, sum(value) as value
  from (${body}
  ) as part (${leafColumns})
  group by ${leafKeys}`,
    };
  }

  private kept(body: string): Cte {
    const keys = `operand_no, ${rowKeys.join(', ')}`;
    return {
      name: `kept_${this.index}`,
      body: `
  select ${keys}, sum(reports)::integer as reports, sum(value) as value
  from (${body}
  ) as part (${keys}, reports, value)
  group by ${keys}`,
    };
  }

  private indicators(): string {
    const ids = this.shape.operands.map(({ indicatorId }) => indicatorId);
    return this.parameters.add(ids, 'integer[]');
  }

  private isOperand(table: string): string {
    return `operand.indicator_id = ${table}.indicator_id
      and (operand.member_id is null or operand.member_id = ${table}.member_id)`;
  }

  private joinSource(unit: string, day: string, period: string): string {
    if (hasPlainSources(this.plan, this.tree)) return '';
    const inPeriod = hasSourcesByPeriod(this.plan) ? ` and source.period_no = ${period}.period_no` : '';
    return `join source on source.unit_id = ${unit}
      and ${holdsOn('source', day)}${inPeriod}`;
  }

  private rowOf(unit: string): string {
    return hasPlainSources(this.plan, this.tree) ? unit : 'source.row_unit_id';
  }

  private signed(value: string): string {
    return hasPlainSources(this.plan, this.tree) ? value : `source.sign * ${value}`;
  }

  /** For which source unit, and as what, a unit's reports of a day are read. */
  private joinReporter(table: string, day: string): string {
    return `join reporter on reporter.unit_id = ${table}.unit_id
      and ${holdsOn('reporter', day)}`;
  }

  private classOf(table: string): string {
    const { groupBy } = this.plan;
    const kind = groupBy.has(AnalyticsDimension.KIND) ? `${table}.kind_id` : '0';
    const sector = groupBy.has(AnalyticsDimension.SECTOR) ? `${table}.sector_id` : '0';
    return `${kind}, ${sector}`;
  }

  private classFilter(table: string): string {
    const { kinds, sectors } = this.placeholders;
    return `${kinds ? `\n      and ${table}.kind_id = any(${kinds})` : ''}${
      sectors ? `\n      and ${table}.sector_id = any(${sectors})` : ''
    }`;
  }

  private memberOf(table: string): string {
    return this.plan.groupBy.has(AnalyticsDimension.MEMBER) ? `coalesce(${table}.member_id, 0)` : '0';
  }

  private memberFilter(table: string): string {
    const { members } = this.placeholders;
    return members ? `\n      and ${table}.member_id = any(${members})` : '';
  }

  private lastDayOf(table: string): string {
    return `(${baseEnd(this.shape, `${table}.period_start`)} - 1)`;
  }
}
