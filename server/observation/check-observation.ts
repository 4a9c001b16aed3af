import type { EntityManager } from 'typeorm';
import { DimensionMember } from '../../schema/dimension/dimension-member.entity';
import { Indicator } from '../../schema/indicator/indicator.entity';
import type { CreateObservationInput } from '../../schema/observation/observation.inputs';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import type { PeriodType } from '../../schema/period/period-type.enum';
import type { Caller } from '../access/caller';
import { AppError } from '../errors';
import { endOf, type Span, startOf } from '../period/period';
import { parsePeriodField } from '../period/period-field';
import { lookUpFigure } from '../resource/look-up';
import type { ObservationKey } from './observation-id';

/**
 * The key of a new observation, if it may be made. The database refuses the same, for whoever writes past this service;
 * here the error names the field of the input and says what is allowed.
 */
export async function checkNewObservation(
  manager: EntityManager,
  input: CreateObservationInput,
  caller: Caller,
): Promise<ObservationKey> {
  const { unitId, indicatorId } = await lookUpFigure(manager, input, caller);
  const unit = await manager.findOneByOrFail(PartyUnit, { id: unitId });
  const indicator = await manager.findOneByOrFail(Indicator, { id: indicatorId });
  const span = readPeriod(input.period, indicator);
  refuseClosed(unit, span, input.period);
  const memberId = await findMember(manager, indicator, input.member ?? null);
  await refuseOutOfRange(manager, indicator.id, input.numeric);

  const key = { indicatorId: indicator.id, unitId: unit.id, periodStart: startOf(span), memberId };
  await refuseSecond(manager, key, input);
  return key;
}

/** Compared by the database, which knows decimals exactly. */
export async function refuseOutOfRange(
  manager: EntityManager,
  indicatorId: number,
  numeric: string,
): Promise<void> {
  const [outside]: { code: string; minimum: string | null; maximum: string | null }[] = await manager.query(
    `select code, minimum, maximum from indicator
     where id = $1 and ($2::numeric < minimum or $2::numeric > maximum)`,
    [indicatorId, numeric],
  );
  if (!outside) return;
  const { code, minimum, maximum } = outside;
  const bounds = [minimum && `at least ${minimum}`, maximum && `at most ${maximum}`].filter(Boolean);
  throw new AppError('VALUE_OUT_OF_RANGE', {
    value: numeric,
    indicator: code,
    allowed: `Its values are ${bounds.join(' and ')}.`,
  }).at('numeric');
}

/** How a message names the type of a period. */
const spoken: Record<PeriodType, string> = {
  MONTH: 'month',
  QUARTER: 'quarter',
  HALF_YEAR: 'half-year',
  YEAR: 'year',
};

function readPeriod(code: string, indicator: Indicator): Span {
  if (!indicator.periodType) {
    throw new AppError('INDICATOR_COMPUTED', { indicator: indicator.code }).at('indicator');
  }
  const span = parsePeriodField(code);
  if (span.type !== indicator.periodType) {
    throw new AppError('PERIOD_TYPE_MISMATCH', {
      indicator: indicator.code,
      expected: spoken[indicator.periodType],
      period: code,
      actual: `a ${spoken[span.type]}`,
    }).at('period');
  }
  return span;
}

function refuseClosed({ code, openedOn, closedOn }: PartyUnit, span: Span, period: string): void {
  const isOpen = openedOn < endOf(span) && (closedOn === null || closedOn > startOf(span));
  if (!isOpen) throw new AppError('UNIT_NOT_OPEN', { unit: code, when: `in ${period}` }).at('period');
}

async function findMember(
  manager: EntityManager,
  { code: indicator, dimensionId }: Indicator,
  code: string | null,
): Promise<number | null> {
  if (dimensionId === null) {
    if (code === null) return null;
    const allowed = 'It is not broken down: leave the member out.';
    throw new AppError('MEMBER_NOT_ALLOWED', { member: code, indicator, allowed }).at('member');
  }
  const members = await manager.find(DimensionMember, {
    where: { dimensionId },
    relations: { dimension: true },
    order: { sortOrder: 'ASC' },
  });
  const dimension = members[0]?.dimension.code ?? '';
  if (code === null) throw new AppError('MEMBER_REQUIRED', { indicator, dimension }).at('member');
  const member = members.find((member) => member.code === code);
  if (!member) {
    const allowed = `The members of ${dimension} are ${members.map(({ code }) => code).join(', ')}.`;
    throw new AppError('MEMBER_NOT_ALLOWED', { member: code, indicator, allowed }).at('member');
  }
  return member.id;
}

async function refuseSecond(
  manager: EntityManager,
  { indicatorId, unitId, periodStart, memberId }: ObservationKey,
  { unit, indicator, period, member }: CreateObservationInput,
): Promise<void> {
  const found: unknown[] = await manager.query(
    `select from observation where indicator_id = $1 and unit_id = $2 and period_start = $3
       and member_id is not distinct from $4::integer`,
    [indicatorId, unitId, periodStart, memberId],
  );
  if (found.length === 0) return;
  const ofMember = member ? ` of ${member}` : '';
  throw new AppError('DUPLICATE', {
    what: `a figure${ofMember} for ${indicator} of ${unit} in ${period}`,
  }).at('period');
}
