/** What the dashboard is about: a unit with all below it, from the start of a year until a month. */
export interface Scope {
  unit: string;
  fromYear: string;
  /** A month, such as 2022-08. */
  period: string;
}

export type Question = Record<string, unknown>;

export const yearOf = (period: string) => period.slice(0, 4);

/** The last day of a month. */
export function lastDayOf(period: string): string {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

const units = ({ unit }: Scope) => ({ codes: [unit] });
const years = ({ fromYear, period }: Scope) => ({ from: fromYear, to: yearOf(period) });

/** The indicators that the cards are made for; a card whose indicators are not there is left out. */
export const cardIndicators = {
  members: ['members'],
  courses: [
    'awareness_classes',
    'awareness_learners',
    'new_member_classes',
    'new_member_learners',
    'intermediate_classes',
    'intermediate_learners',
  ],
  study: ['study_rate'],
  inspection: ['inspected_by_bloc', 'inspected_by_units'],
  classification: ['good_or_better_rate'],
};

/** Members at the end of the period, held against the end of the first year. */
export const membersQuestion = (scope: Scope): Question => ({
  indicators: cardIndicators.members,
  units: units(scope),
  periods: { codes: [scope.period] },
  compareTo: { with: 'BASELINE', period: `${scope.fromYear}-12` },
});

export const membersByStatusQuestion = (scope: Scope): Question => ({
  indicators: cardIndicators.members,
  units: units(scope),
  periods: { codes: [scope.period] },
  groupBy: ['PERIOD', 'MEMBER'],
  breakdown: 'membership_status',
});

export const membersByYearQuestion = (scope: Scope): Question => ({
  indicators: cardIndicators.members,
  units: units(scope),
  periods: years(scope),
  granularity: 'YEAR',
  groupBy: ['PERIOD'],
  includeEmpty: true,
});

/** All years as one period: flows add up, rates are the ratio of the sums. */
export const totalsQuestion = (scope: Scope, indicators: string[]): Question => ({
  indicators,
  units: units(scope),
  periods: years(scope),
  granularity: 'YEAR',
  groupBy: ['INDICATOR'],
});

export const classificationQuestion = (scope: Scope): Question => ({
  indicators: cardIndicators.classification,
  units: units(scope),
  periods: years(scope),
  granularity: 'YEAR',
  groupBy: ['PERIOD'],
});
