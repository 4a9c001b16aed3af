import type { EntityManager } from 'typeorm';
import type { PeriodType } from '../../schema/period/period-type.enum';
import { AppError } from '../errors';
import { periodCode, periodStartingOn } from '../period/period';
import type { HistoricUnit } from './unit-history';

const SHOWN = 5;

/** Refuses to close units that have figures for periods after the day; the period that holds the day before stays. */
export async function refuseLaterFigures(
  manager: EntityManager,
  units: readonly HistoricUnit[],
  day: string,
): Promise<void> {
  const found: {
    unit: string;
    indicator: string;
    periodType: PeriodType;
    periodStart: string;
    total: number;
  }[] = await manager.query(
    `select party_unit.code as unit, indicator.code as indicator, indicator.period_type as "periodType",
       observation.period_start as "periodStart", count(*) over (partition by unit_id)::integer as total
     from observation
     join party_unit on party_unit.id = observation.unit_id
     join indicator on indicator.id = observation.indicator_id
     where observation.unit_id = any($1::integer[]) and observation.period_start >= $2::date
     order by unit_id, observation.period_start, indicator.code
     limit $3::integer`,
    [units.map(({ id }) => id), day, SHOWN],
  );
  const [first] = found;
  if (!first) return;
  const figures = found
    .filter(({ unit }) => unit === first.unit)
    .map(
      ({ indicator, periodType, periodStart }) =>
        `${indicator} ${periodCode(periodStartingOn(periodStart, periodType))}`,
    );
  const more = first.total > figures.length ? ` and ${first.total - figures.length} more` : '';
  throw new AppError('UNIT_NOT_OPEN', {
    unit: first.unit,
    when: `from ${day} on, but has figures for ${figures.join(', ')}${more}`,
  }).at('effectiveOn');
}
