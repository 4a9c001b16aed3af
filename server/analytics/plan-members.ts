import { AppError } from '../errors';
import type { OperandReference } from './expand-formula';
import type { NamedDimension, NamedIndicator, Names } from './look-up-names';
import type { AnalyticsRequest } from './parse-query';

/** The dimension that MEMBER rows are told apart by. */
export function findBreakdown(
  { breakdown }: AnalyticsRequest,
  dimensions: NamedDimension[],
): NamedDimension | null {
  if (breakdown === null) return null;
  const dimension = dimensions.find(({ code }) => code === breakdown);
  if (!dimension) {
    throw new AppError('UNKNOWN_CODE', { resource: 'dimension', code: JSON.stringify(breakdown) });
  }
  return dimension;
}

/** Rows by member, a filter of members and a member in a formula need an indicator that is broken down so. */
export function checkMembers(
  asked: NamedIndicator,
  operand: OperandReference,
  {
    request,
    names,
    breakdown,
  }: { request: AnalyticsRequest; names: Names; breakdown: NamedDimension | null },
): void {
  const { indicator, member } = operand;
  const dimension = names.dimensions.find(({ id }) => id === indicator.dimensionId) ?? null;
  const memberCodes = dimension?.members.map(({ code }) => code) ?? [];
  const allowed = dimension
    ? `Indicator ${indicator.code} is broken down by ${dimension.code}: ${memberCodes.join(', ')}.`
    : `Indicator ${indicator.code} is not broken down.`;
  if (breakdown && (dimension?.id !== breakdown.id || member !== null)) {
    throw new AppError('AGGREGATION_NOT_ALLOWED', {
      indicator: asked.code,
      problem: `has no breakdown by ${breakdown.code}`,
      allowed,
    });
  }
  for (const code of [...(request.where.members ?? []), ...(member === null ? [] : [member])]) {
    if (!memberCodes.includes(code)) {
      throw new AppError('MEMBER_NOT_ALLOWED', { member: code, indicator: indicator.code, allowed });
    }
  }
}

export function planMemberFilter({ where }: AnalyticsRequest, { dimensions }: Names): number[] | null {
  if (where.members === null) return null;
  const wanted = new Set(where.members);
  return dimensions.flatMap(({ members }) =>
    members.filter(({ code }) => wanted.has(code)).map(({ id }) => id),
  );
}

export function planBreakdownMembers(
  { where }: AnalyticsRequest,
  breakdown: NamedDimension | null,
): number[] {
  const wanted = where.members && new Set(where.members);
  return (breakdown?.members ?? []).filter(({ code }) => wanted?.has(code) ?? true).map(({ id }) => id);
}
