import { parse } from 'graphql';

const named = 'code name nameEn';

/** What there is to show: trees, the indicators of the cards, and the latest programme. */
export const dashboardStart = parse(
  `query DashboardStart($indicators: [String!]!) {
    me { grants { unit { ${named} ancestors { code } } } rightsEverywhere }
    roots: partyUnits(filter: { level: { eq: 1 } }, page: 1, perPage: 100) { items { ${named} } }
    indicators(filter: { code: { in: $indicators } }, page: 1, perPage: 100) { items { ${named} } }
    anyIndicator: indicators(page: 1, perPage: 1) { total }
    programmes(sort: [{ field: startsOn, order: DESC }], page: 1, perPage: 1) {
      items {
        ${named} documentNumber startsOn endsOn objectivesReached objectivesTotal
        objectives { ${named} reached }
      }
    }
  }`,
  { noLocation: true },
);

export interface Named {
  code: string;
  name: string;
  nameEn: string | null;
}

export interface GrantedUnit extends Named {
  ancestors: { code: string }[];
}

export interface DashboardProgramme extends Named {
  documentNumber: string | null;
  startsOn: string;
  endsOn: string;
  objectivesReached: number;
  objectivesTotal: number;
  objectives: (Named & { reached: boolean })[];
}

export interface DashboardStart {
  me: { grants: { unit: GrantedUnit | null }[]; rightsEverywhere: string[] };
  roots: { items: Named[] };
  indicators: { items: Named[] };
  anyIndicator: { total: number };
  programmes: { items: DashboardProgramme[] };
}

/** The first and the last figures of a tree: they say which periods can be chosen, and where figures come from. */
export const dashboardPeriods = parse(
  `query DashboardPeriods($unit: String!, $indicator: CodeFilter) {
    first: observations(
      filter: { under: $unit, indicator: $indicator }, sort: [{ field: period, order: ASC }], page: 1, perPage: 1
    ) { items { period { code startsOn endsOn } source } }
    last: observations(
      filter: { under: $unit, indicator: $indicator }, sort: [{ field: period, order: DESC }], page: 1, perPage: 1
    ) { items { period { code startsOn endsOn } source } }
  }`,
  { noLocation: true },
);

interface ReportedPeriod {
  period: { code: string; startsOn: string; endsOn: string };
  source: string | null;
}

export interface DashboardPeriods {
  first: { items: ReportedPeriod[] };
  last: { items: ReportedPeriod[] };
}

/** The units directly below, as they were at a date. */
export const dashboardOrganisations = parse(
  `query DashboardOrganisations($unit: String!, $asOf: Date!) {
    partyUnits(filter: { parent: { eq: $unit } }, asOf: $asOf, page: 1, perPage: 1000) {
      total
      items { kind { ${named} } sector { ${named} } }
    }
  }`,
  { noLocation: true },
);

export interface DashboardOrganisations {
  partyUnits: { total: number; items: { kind: Named | null; sector: Named | null }[] };
}

/** One document for the figures of every card; the cards differ in the question. */
export const dashboardFigures = parse(
  `query Figures($query: AnalyticsQuery!) {
    analytics(query: $query) {
      rows {
        indicator { ${named} decimals unitOfMeasure }
        period { code }
        member { ${named} }
        value
        exactValue
        numerator
        denominator
        comparison { exactValue exactChange changePercent }
      }
      dataVersion
    }
  }`,
  { noLocation: true },
);

export interface FigureRow {
  indicator: Named & { decimals: number; unitOfMeasure: string | null };
  period: { code: string } | null;
  member: Named | null;
  value: number | null;
  exactValue: string | null;
  numerator: string | null;
  denominator: string | null;
  comparison: { exactValue: string | null; exactChange: string | null; changePercent: number | null } | null;
}

export interface DashboardFigures {
  analytics: { rows: FigureRow[]; dataVersion: string };
}
