import type { EntityManager } from 'typeorm';
import { Structure } from '../../schema/analytics/analytics-query.inputs';
import { Indicator } from '../../schema/indicator/indicator.entity';
import type { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import type { PeriodType } from '../../schema/period/period-type.enum';
import { UnitChangeEffect } from '../../schema/unit-change/unit-change-result.type';
import type { Caller } from '../access/caller';
import { coveredAmong } from '../access/coverage';
import type { AnalyticsService } from '../analytics/analytics.service';
import { groupBy } from '../group-by';
import { loadUnitsOn } from '../party-unit/select-units';
import { periodCode, periodStartingOn, toPeriod } from '../period/period';
import { latestReportsSql } from './effects.sql';
import { type MeasuredUnit, type UnitKey, type UnitsToMeasure, unitsToMeasure } from './measured-units';

const MAX_INDICATORS = 20;
const MAX_EFFECTS = 200;

interface LatestReport {
  indicatorId: number;
  code: string;
  periodType: PeriodType;
  periodStart: string;
  total: number;
}

interface Measurement {
  units: UnitKey[];
  loaded: Map<number, PartyUnit>;
  /** By indicator and unit. */
  values: Map<string, string | null>;
}

/**
 * Measures what an act changes: made before it is written, asked after. Both look at the tree of today, or of the day of
 * the act when that is later, within the transaction of the act. A figure that someone else commits in between counts as
 * a change; the tree itself stays as it is, since acts queue up.
 */
export class EffectMeter {
  private constructor(
    private readonly manager: EntityManager,
    private readonly analytics: AnalyticsService,
    private readonly caller: Caller,
    private readonly findUnits: UnitsToMeasure,
    private readonly day: string,
    private readonly reports: LatestReport[],
    private before: Measurement,
  ) {}

  static async start(
    manager: EntityManager,
    analytics: AnalyticsService,
    caller: Caller,
    units: readonly MeasuredUnit[],
    day: string,
  ): Promise<EffectMeter> {
    const { text, values } = latestReportsSql(
      units.map(({ id }) => id),
      day,
      MAX_INDICATORS,
      caller.access.scopeOf('READ').seesAllIndicators,
    );
    const reports: LatestReport[] = await manager.query(text, values);
    const findUnits = await unitsToMeasure(manager, units, day);
    const nothing = { units: [], loaded: new Map(), values: new Map() };
    const meter = new EffectMeter(manager, analytics, caller, findUnits, day, reports, nothing);
    meter.before = await meter.measure();
    return meter;
  }

  async finish(warnings: string[]): Promise<UnitChangeEffect[]> {
    const { before } = this;
    const after = await this.measure();
    const units = [...new Map([...after.units, ...before.units].map((unit) => [unit.id, unit])).values()];
    const indicators = await this.loadIndicators();
    const effects = units.flatMap(({ id }) =>
      this.reports.flatMap(({ indicatorId, periodStart, periodType }) => {
        const key = keyOf(indicatorId, id);
        const [exactBefore, exactAfter] = [before.values.get(key) ?? null, after.values.get(key) ?? null];
        if (exactBefore === exactAfter) return [];
        return Object.assign(new UnitChangeEffect(), {
          unit: after.loaded.get(id) ?? before.loaded.get(id),
          indicator: indicators.get(indicatorId),
          period: toPeriod(periodStartingOn(periodStart, periodType)),
          before: exactBefore === null ? null : Number(exactBefore),
          after: exactAfter === null ? null : Number(exactAfter),
          exactBefore,
          exactAfter,
        });
      }),
    );
    const [first] = this.reports;
    if (first && first.total > this.reports.length) {
      warnings.push(
        `Effects are shown for ${this.reports.length} of the ${first.total} indicators that the units report.`,
      );
    }
    if (effects.length > MAX_EFFECTS) {
      warnings.push(`The first ${MAX_EFFECTS} of ${effects.length} effects are shown.`);
    }
    return effects.slice(0, MAX_EFFECTS);
  }

  private async measure(): Promise<Measurement> {
    const measured: Measurement = { units: [], loaded: new Map(), values: new Map() };
    if (this.reports.length === 0) return measured;
    measured.units = await this.findCovered();
    if (measured.units.length === 0) return measured;
    const unitIds = measured.units.map(({ id }) => id);
    for (const unit of await loadUnitsOn(this.manager, this.day, unitIds)) measured.loaded.set(unit.id, unit);

    const ofPeriod = groupBy(this.reports, ({ periodStart, periodType }) =>
      periodCode(periodStartingOn(periodStart, periodType)),
    );
    for (const [period, reports] of ofPeriod) {
      const rows = await this.analytics.rowsWithin(this.manager, {
        indicators: reports.map(({ code }) => code),
        units: { codes: measured.units.map(({ code }) => code) },
        periods: { codes: [period] },
        structure: Structure.AS_OF,
        structureDate: this.day,
      });
      for (const { indicatorId, unitId, exactValue } of rows) {
        measured.values.set(keyOf(indicatorId, unitId), exactValue);
      }
    }
    return measured;
  }

  /** Who stands above what the caller's grants cover is changed too, but not told. */
  private async findCovered(): Promise<UnitKey[]> {
    const units = await this.findUnits();
    const unitIds = units.map(({ id }) => id);
    const covered = await coveredAmong(this.manager, this.caller, 'READ', unitIds);
    return units.filter(({ id }) => covered.has(id));
  }

  private async loadIndicators(): Promise<Map<number, Indicator>> {
    const found = await this.manager
      .createQueryBuilder(Indicator, 'indicator')
      .where('indicator.id = any(:ids)', { ids: this.reports.map(({ indicatorId }) => indicatorId) })
      .getMany();
    return new Map(found.map((indicator) => [indicator.id, indicator]));
  }
}

function keyOf(indicatorId: number, unitId: number | null): string {
  return `${indicatorId} ${unitId}`;
}
