import { AnalyticsDimension } from '../../schema/analytics/analytics-query.inputs';
import { PeriodAggregation } from '../../schema/indicator/aggregation.enum';
import { monthsOf } from '../period/period';
import type { SqlParameters } from '../sql-statement';
import { type Cte, tableOf } from './cte';
import type { QueryPlan, Shape } from './query-plan';
import { reachNo } from './reach';
import {
  baseEnd,
  followsTime,
  isChosenByPeriod,
  isSpanOf,
  latestStart,
  spansOfShape,
} from './render-periods';
import type { TreePart } from './render-tree';

/** The operands of a shape, as a table. */
export function renderOperands({ operands }: Shape, index: number, parameters: SqlParameters): Cte {
  return tableOf(
    `operand_${index}`,
    [
      ['no', 'integer', operands.map(({ no }) => no)],
      ['indicator_id', 'integer', operands.map(({ indicatorId }) => indicatorId)],
      ['member_id', 'integer', operands.map(({ memberId }) => memberId)],
      ['reach', 'integer', operands.map(reachNo)],
      ['period_group', 'integer', operands.map(({ periodGroup }) => periodGroup)],
    ],
    parameters,
  );
}

/** The columns that tell rows apart; a key that is not grouped by, or has no value, is 0. */
export const rowKeys = ['row_unit_id', 'period_no', 'kind_id', 'sector_id', 'member_id'];

/**
 * What each unit contributes to each row, for one shape: its base periods taken together first (rule 2 of
 * docs/numbers.md). A contribution is a fraction, so that averages stay exact.
 */
export function renderContributions(
  plan: QueryPlan,
  shape: Shape,
  index: number,
  tree: TreePart,
  parameters: SqlParameters,
): Cte[] {
  const operand = renderOperands(shape, index, parameters);
  const members = plan.where.memberIds;
  const reading: Reading = {
    plan,
    shape,
    index,
    units: parameters.add(tree.reporting_unit_ids, 'integer[]'),
    filter: members ? `\n    and observation.member_id = any(${parameters.add(members, 'integer[]')})` : '',
    parameters,
  };
  switch (shape.periodAggregation) {
    case PeriodAggregation.LAST:
      return [operand, renderStanding(reading), renderPerUnit(reading, `standing_${index}`)];
    default:
      return [operand, renderReported(reading), renderPerUnit(reading, `reported_${index}`)];
  }
}

/** Which reports of a shape are read: of which array of units, and with a filter that begins with "and". */
export interface Reading {
  plan: QueryPlan;
  shape: Shape;
  index: number;
  units: string;
  filter: string;
  parameters: SqlParameters;
}

/** The reports as they stand, or stood at the moment asked about. */
function figuresOf({ plan: { knownAt }, parameters }: Reading): string {
  if (knownAt === null) return 'observation';
  const moment = parameters.add(knownAt.toISOString(), 'timestamptz');
  return `(
    select * from known_observation where recorded_at <= ${moment} and replaced_at > ${moment}
  ) as observation`;
}

/** The figures of the operands. The ids are named once more as arrays, which the index on the key can look up. */
function observed(reading: Reading): string {
  const { shape, units, filter, parameters } = reading;
  const indicatorIds = shape.operands.map(({ indicatorId }) => indicatorId);
  return `
  join ${figuresOf(reading)} on observation.indicator_id = operand.indicator_id
    and (operand.member_id is null or observation.member_id = operand.member_id)
    and observation.indicator_id = any(${parameters.add(indicatorIds, 'integer[]')})
    and observation.unit_id = any(${units})${filter}`;
}

/** The reports inside each period. A flow is placed by each report's base period, all else by the end of the period. */
function renderReported(reading: Reading): Cte {
  const { shape, index } = reading;
  const isFlow = shape.periodAggregation === PeriodAggregation.SUM;
  return {
    name: `reported_${index}`,
    body: `
  select operand.no as operand_no, row_span.period_no, row_span.starts_on, row_span.ends_on,
    observation.unit_id, observation.member_id, observation.period_start, observation.value,
    ${isFlow ? `${baseEnd(shape, 'observation.period_start')} - 1` : 'row_span.ends_on - 1'} as counted_on
  from operand_${index} operand
  join row_span on ${isSpanOf('operand')}${observed(reading)}
    and observation.period_start >= row_span.starts_on
    and observation.period_start < row_span.ends_on`,
  };
}

/** The report of each series that stands at the end of each period, of units open on that day. */
export function renderStanding(reading: Reading): Cte {
  const { plan, shape, index } = reading;
  const isFew = plan.knownAt === null && spansOfShape(plan, shape).length <= LOOKED_UP_PERIODS;
  const isOneSeriesAUnit = shape.operands.every(({ isBrokenDown }) => !isBrokenDown);
  return {
    name: `standing_${index}`,
    body: `
  select series.operand_no, series.period_no, series.starts_on, series.ends_on,
    series.unit_id, series.member_id, series.period_start, series.value, series.ends_on - 1 as counted_on
  from (${isFew && isOneSeriesAUnit ? lookUpStanding(reading) : findStanding(reading)}
  ) as series
  join party_unit unit on unit.id = series.unit_id
    and unit.opened_on < series.ends_on
    and (unit.closed_on is null or unit.closed_on >= series.ends_on)`,
  };
}

/** For so few periods it is faster to look up each unit's last report than to read all that it has reported. */
const LOOKED_UP_PERIODS = 3;

function lookUpStanding({ shape, index, filter, units }: Reading): string {
  return `
    select operand.no as operand_no, row_span.period_no, row_span.starts_on, row_span.ends_on, last.*
    from operand_${index} operand
    join row_span on ${isSpanOf('operand')}
    cross join (select distinct id from unnest(${units}) as id) as reporting_unit
    cross join lateral (
      select observation.unit_id, observation.member_id, observation.period_start, observation.value
      from observation
      where observation.indicator_id = operand.indicator_id and observation.unit_id = reporting_unit.id
        and (operand.member_id is null or observation.member_id = operand.member_id)
        and observation.period_start <= ${latestStart(shape)}${onlyInside(shape, 'observation')}${filter}
      order by observation.period_start desc
      limit 1
    ) as last
    -- By itself: else whatever the result is joined to would be gone through for each look-up.
    offset 0`;
}

function findStanding(reading: Reading): string {
  const { shape, index } = reading;
  const latest = latestStart(shape);
  return `
    select series.operand_no, row_span.period_no, row_span.starts_on, row_span.ends_on,
      series.unit_id, series.member_id, series.period_start, series.value
    from (
      select operand.no as operand_no, operand.period_group, operand.reach, observation.unit_id, observation.member_id,
        observation.period_start, observation.value,
        lead(observation.period_start) over (
          partition by operand.no, observation.unit_id, observation.member_id
          order by observation.period_start
        ) as superseded_on
      from operand_${index} operand${observed(reading)}
    ) as series
    join row_span on ${isSpanOf('series')}
      and series.period_start <= ${latest}
      and (series.superseded_on is null or series.superseded_on > ${latest})${onlyInside(shape, 'series')}`;
}

/** Where nothing is carried forward, only a report of the row's own time stands. */
function onlyInside({ fill }: Shape, table: string): string {
  return fill === 'NONE' ? `\n        and ${table}.period_start >= row_span.starts_on` : '';
}

/** Puts each report under its rows and class, and takes a unit's reports of a row together. */
function renderPerUnit(reading: Reading, reports: string): Cte {
  const { shape, index } = reading;
  const placed = renderPlaced(reading, reports);
  const keys = `operand_no, ${rowKeys.join(', ')}, unit_id`;
  const whole = '1::numeric as denominator, null::int4range as open_periods';
  // The extreme is that of the unit's totals: the smallest part of one month says nothing about the smallest month.
  function extreme(aggregate: 'min' | 'max'): string {
    return `
  select ${keys}, ${aggregate}(total) as numerator, ${whole}, sum(reports) as reports
  from (
    select ${keys}, period_start, sum(value) as total, count(*) as reports
    from (${placed}) as placed
    group by ${keys}, period_start
  ) as totals
  group by ${keys}`;
  }
  // Each series over its own base periods, then its members added: so a breakdown adds up to its total.
  function average(): string {
    return `
  select ${keys}, (sum_fraction(total, periods))[1] as numerator, (sum_fraction(total, periods))[2] as denominator,
    open_periods, sum(periods) as reports
  from (
    select ${keys}, series_member_id, starts_on, ends_on, sum(value) as total, count(*) as periods
    from (${placed}) as placed
    group by ${keys}, series_member_id, starts_on, ends_on
  ) as series
  join party_unit unit on unit.id = series.unit_id
  cross join lateral (select ${openPeriods(shape)} as open_periods) as life
  group by ${keys}, open_periods`;
  }
  function total(): string {
    return `
  select ${keys}, sum(value) as numerator, ${whole}, count(*) as reports
  from (${placed}) as placed
  group by ${keys}`;
  }
  const body = {
    [PeriodAggregation.SUM]: total,
    [PeriodAggregation.LAST]: total,
    [PeriodAggregation.NONE]: total,
    [PeriodAggregation.MIN]: () => extreme('min'),
    [PeriodAggregation.MAX]: () => extreme('max'),
    [PeriodAggregation.AVERAGE]: average,
  }[shape.periodAggregation]();
  return { name: `contribution_${index}`, body };
}

/**
 * The base periods of the row, by number, at whose end the unit was open: a unit open for half of a year counts half
 * in an average over that year, so that a merger does not double it.
 */
function openPeriods({ periodType }: Shape): string {
  const months = monthsOf[periodType];
  const index = (day: string) => `(extract(year from ${day}) * 12 + extract(month from ${day}))`;
  const count = (from: string, to: string) => `floor((${index(to)} - ${index(from)}) / ${months})::integer`;
  const all = count('starts_on', 'ends_on');
  return `int4range(
      least(greatest(${count('starts_on', 'unit.opened_on')}, 0), ${all}),
      greatest(least(coalesce(${count('starts_on', 'unit.closed_on')}, ${all}), ${all}),
        least(greatest(${count('starts_on', 'unit.opened_on')}, 0), ${all})))`;
}

/** Whether the kind or sector of reporting units is asked for. */
export function needsClass({ groupBy, where }: QueryPlan): boolean {
  const isGrouped = groupBy.has(AnalyticsDimension.KIND) || groupBy.has(AnalyticsDimension.SECTOR);
  return isGrouped || where.kindIds !== null || where.sectorIds !== null;
}

function renderPlaced({ plan, shape, parameters }: Reading, reports: string): string {
  const { groupBy, where } = plan;
  const has = (key: AnalyticsDimension) => groupBy.has(key);
  const isFlow = shape.periodAggregation === PeriodAggregation.SUM;
  const classMatters = needsClass(plan);
  const needsUnit = classMatters || followsTime(plan);
  // A flow stands in the tree of the day; all else stands no later than its unit's own last day.
  const place = isFlow ? 'report.counted_on' : 'least(report.counted_on, unit.closed_on - 1)';
  const inTime = followsTime(plan) ? ` and below.during @> (${place})` : '';
  const byPeriod = isChosenByPeriod(plan)
    ? `
        join selected on selected.unit_id = below.row_unit_id and selected.period_no = report.period_no`
    : '';
  const conditions = [
    ...(has(AnalyticsDimension.UNIT)
      ? []
      : [
          `exists (
        select from below${byPeriod}
        where below.unit_id = report.unit_id${inTime})`,
        ]),
    ...(where.kindIds ? [`class.kind_id = any(${parameters.add(where.kindIds, 'integer[]')})`] : []),
    ...(where.sectorIds ? [`class.sector_id = any(${parameters.add(where.sectorIds, 'integer[]')})`] : []),
  ];
  return `
    select report.operand_no,
      ${has(AnalyticsDimension.UNIT) ? 'below.row_unit_id' : '0'} as row_unit_id,
      report.period_no,
      ${has(AnalyticsDimension.KIND) ? 'coalesce(class.kind_id, 0)' : '0'} as kind_id,
      ${has(AnalyticsDimension.SECTOR) ? 'coalesce(class.sector_id, 0)' : '0'} as sector_id,
      ${has(AnalyticsDimension.MEMBER) ? 'coalesce(report.member_id, 0)' : '0'} as member_id,
      report.unit_id, report.member_id as series_member_id, report.period_start, report.value,
      report.starts_on, report.ends_on
    from ${reports} report${needsUnit ? '\n    join party_unit unit on unit.id = report.unit_id' : ''}${
      has(AnalyticsDimension.UNIT) ? `\n    join below on below.unit_id = report.unit_id${inTime}` : ''
    }${
      classMatters
        ? `
    join unit_placement class on class.unit_id = report.unit_id
      and daterange(class.effective_on, class.ended_on)
        @> greatest(least(report.counted_on, unit.closed_on - 1), unit.opened_on)`
        : ''
    }${conditions.length ? `\n    where ${conditions.join('\n      and ')}` : ''}`;
}
