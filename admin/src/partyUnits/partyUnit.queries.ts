import { parse } from 'graphql';

/** The first and the last period that anything was reported for, by the unit or below it. */
export const unitReportedPeriods = parse(
  /* GraphQL */ `
    query UnitReportedPeriods($unit: String!) {
      first: observations(filter: { under: $unit }, sort: [{ field: period, order: ASC }], page: 1, perPage: 1) {
        items { period { code startsOn endsOn } }
      }
      last: observations(filter: { under: $unit }, sort: [{ field: period, order: DESC }], page: 1, perPage: 1) {
        items { period { code startsOn endsOn } }
      }
    }
  `,
  { noLocation: true },
);

export interface UnitReportedPeriods {
  first: { items: { period: { code: string; startsOn: string } }[] };
  last: { items: { period: { code: string; endsOn: string } }[] };
}

/** A value a year, rolled up from the unit and all below it. */
export const unitSeries = parse(
  /* GraphQL */ `
    query UnitSeries($unit: String!, $indicator: String!, $from: String!, $to: String!) {
      partyUnit(code: $unit) {
        id
        series(indicator: $indicator, from: $from, to: $to, granularity: YEAR) {
          period { code }
          value
          exactValue
          reportedUnits
        }
      }
    }
  `,
  { noLocation: true },
);

export interface UnitSeries {
  partyUnit: {
    series: {
      period: { code: string } | null;
      value: number | null;
      exactValue: string | null;
      reportedUnits: number;
    }[];
  } | null;
}
