import type { SqlStatement } from '../server/sql-statement';
import {
  childrenByYear,
  indicatorsOfUnit,
  largestOfKind,
  monthsOfUnit,
  type Periods,
  sectorsByYear,
} from './by-hand.sql';
import {
  COMMUNE_LEVEL,
  cellCode,
  FIRST_YEAR,
  indicators,
  LAST_YEAR,
  provinceCode,
  ROOT,
} from './generate/world';

/** One question, as the server is asked it and as it would be written by hand. */
export interface Question {
  name: string;
  title: string;
  /** The body of the request. */
  request: { query: string; variables: object };
  /** What names a row, to hold the two answers against each other. */
  keyOf: (row: AnswerRow) => string;
  byHand: (idOf: IdOf) => SqlStatement;
}

export type IdOf = (of: 'UNIT' | 'INDICATOR' | 'KIND', code: string) => number;

export interface AnswerRow {
  unit?: { code: string };
  indicator?: { code: string };
  sector?: { code: string };
  period?: { code: string };
  exactValue: string;
}

const yearFlow = 'YEAR-FLOW-1';
const yearStock = 'YEAR-STOCK-1';
const monthFlow = 'MONTH-FLOW-1';
const monthStock = 'MONTH-STOCK-1';

const fiveYears = { from: String(LAST_YEAR - 4), to: String(LAST_YEAR) };
const tenYears = { from: String(FIRST_YEAR), to: String(LAST_YEAR) };
const lastYear = { codes: [String(LAST_YEAR)] };

/** All that is measured, for a world of so many cells. */
export function listQuestions(cells: number): Question[] {
  const cell = cellCode(Math.floor(cells / 2));
  return [
    children('Q1', yearFlow),
    children('Q1s', yearStock),
    children('Q1m', monthFlow),
    allIndicators('Q2', provinceCode(30)),
    largest('Q3', yearFlow),
    largest('Q3s', yearStock),
    largest('Q3m', monthFlow),
    bySector('Q4', yearFlow),
    bySector('Q4m', monthFlow),
    months('Q5', 'the root', ROOT, monthFlow),
    months('Q5s', 'the root', ROOT, monthStock),
    months('Q6', 'a cell', cell, monthFlow),
  ];
}

/** The question for all months of the root, which many answers hang on. */
export function rootByMonth(kept: 'FLOW' | 'STOCK'): Question {
  return months('root', 'the root', ROOT, kept === 'FLOW' ? monthFlow : monthStock);
}

function children(name: string, indicator: string): Question {
  return ask(name, `each province, 5 years, ${described(indicator)}`, {
    query: {
      indicators: [indicator],
      units: { under: ROOT, relation: 'CHILDREN' },
      periods: fiveYears,
      granularity: 'YEAR',
    },
    fields: 'unit { code name } period { code }',
    keyOf: ({ unit, period }) => `${unit?.code} ${period?.code}`,
    byHand: (idOf) =>
      childrenByYear(idOf('UNIT', ROOT), idOf('INDICATOR', indicator), counted(indicator, LAST_YEAR - 4)),
  });
}

function allIndicators(name: string, unit: string): Question {
  return ask(name, 'all 20 indicators of a province, one year', {
    query: {
      indicators: indicators.map(({ code }) => code),
      units: { codes: [unit] },
      periods: lastYear,
      granularity: 'YEAR',
    },
    fields: 'indicator { code name } period { code }',
    keyOf: ({ indicator }) => `${indicator?.code}`,
    byHand: (idOf) => indicatorsOfUnit(idOf('UNIT', unit), LAST_YEAR),
  });
}

function largest(name: string, indicator: string): Question {
  return ask(name, `the 10 largest communes, one year, ${described(indicator)}`, {
    query: {
      indicators: [indicator],
      units: { under: ROOT, relation: 'LEVEL', level: COMMUNE_LEVEL },
      periods: lastYear,
      granularity: 'YEAR',
      orderBy: [{ by: 'VALUE', direction: 'DESC' }],
      limit: 10,
    },
    fields: 'unit { code name }',
    keyOf: ({ unit }) => `${unit?.code}`,
    byHand: (idOf) =>
      largestOfKind(idOf('KIND', 'COMMUNE'), idOf('INDICATOR', indicator), counted(indicator, LAST_YEAR)),
  });
}

function bySector(name: string, indicator: string): Question {
  return ask(name, `by sector, 10 years, ${described(indicator)}`, {
    query: {
      indicators: [indicator],
      units: { codes: [ROOT] },
      periods: tenYears,
      granularity: 'YEAR',
      groupBy: ['INDICATOR', 'SECTOR', 'PERIOD'],
    },
    fields: 'sector { code name } period { code }',
    keyOf: ({ sector, period }) => `${sector?.code} ${period?.code}`,
    byHand: (idOf) =>
      sectorsByYear(idOf('UNIT', ROOT), idOf('INDICATOR', indicator), counted(indicator, FIRST_YEAR)),
  });
}

function months(name: string, of: string, unit: string, indicator: string): Question {
  return ask(name, `120 months of ${of}, ${described(indicator)}`, {
    query: { indicators: [indicator], units: { codes: [unit] }, periods: tenYears },
    fields: 'period { code }',
    keyOf: ({ period }) => `${period?.code}`,
    byHand: (idOf) =>
      monthsOfUnit(idOf('UNIT', unit), idOf('INDICATOR', indicator), daysOf(FIRST_YEAR, LAST_YEAR)),
  });
}

interface Asked {
  query: object;
  fields: string;
  keyOf: Question['keyOf'];
  byHand: Question['byHand'];
}

function ask(name: string, title: string, { query, fields, keyOf, byHand }: Asked): Question {
  return {
    name,
    title,
    request: {
      query: `query ${name}($query: AnalyticsQuery!) {
        analytics(query: $query) { rows { ${fields} value exactValue } }
      }`,
      variables: { query: { structure: 'CURRENT', ...query } },
    },
    keyOf,
    byHand,
  };
}

/** What counts in each year: all reports of a flow, the last one of a stock. */
function counted(code: string, fromYear: number): Periods {
  const indicator = indicators.find((known) => known.code === code);
  if (indicator?.kept !== 'STOCK') return daysOf(fromYear, LAST_YEAR);
  const lastStart = { MONTH: '12', QUARTER: '10', HALF_YEAR: '07', YEAR: '01' }[indicator.periodType];
  const years = Array.from({ length: LAST_YEAR - fromYear + 1 }, (_, no) => fromYear + no);
  return { starts: years.map((year) => `${year}-${lastStart}-01`) };
}

function daysOf(fromYear: number, toYear: number): Periods {
  return { from: `${fromYear}-01-01`, to: `${toYear}-12-31` };
}

function described(code: string): string {
  const indicator = indicators.find((known) => known.code === code);
  return `a ${indicator?.kept.toLowerCase()} by ${indicator?.periodType.toLowerCase()}`;
}
