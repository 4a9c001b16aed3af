import { communeLevel, firstYear, indicators, lastYear, leaf, nation, province, root } from './nation';

/** A question as an analyst asks it, and, where one would, the GROUP BY that answers it by hand: keys, then the value. */
export interface Question {
  name: string;
  about: string;
  query: Record<string, unknown>;
  fields: string;
  byHand?: string;
}

const years = `period_start >= make_date(${lastYear - 4}, 1, 1) and period_start < make_date(${lastYear + 1}, 1, 1)`;
const indicator = (code: string) => `indicator_id = (select id from indicator where code = '${code}')`;
const children = `2 and ${1 + nation.provinces}`;
const communes = `${2 + nation.provinces + nation.districts} and ${1 + nation.provinces + nation.districts + nation.communes}`;
const lastFive = { from: `${lastYear - 4}`, to: `${lastYear}` };
const months = { from: `${firstYear}-01`, to: `${lastYear}-12` };
const byHand = (keys: string, where: string) => `
  select ${keys}, sum(value)::text as value
  from bench_closure closure
  join observation on observation.unit_id = closure.unit_id
  join unit_placement placement on placement.unit_id = observation.unit_id
  where ${where}
  group by ${keys}`;

const top = { orderBy: [{ by: 'VALUE', direction: 'DESC' }], limit: 10 };
const unitAndPeriod = 'unit { code name } period { code } exactValue';

export const questions: Question[] = [
  {
    name: 'Q1',
    about: 'flow, 5 years, children of the root',
    query: { indicators: ['YF1'], units: { under: root, relation: 'CHILDREN' }, periods: lastFive },
    fields: unitAndPeriod,
    byHand: byHand(
      'above_id, period_start',
      `${indicator('YF1')} and above_id between ${children} and ${years}`,
    ),
  },
  {
    name: 'Q1s',
    about: 'monthly stock, 5 years, children of the root',
    query: {
      indicators: ['MS1'],
      granularity: 'YEAR',
      units: { under: root, relation: 'CHILDREN' },
      periods: lastFive,
    },
    fields: unitAndPeriod,
    byHand: byHand(
      'above_id, period_start',
      `${indicator('MS1')} and above_id between ${children} and ${years} and extract(month from period_start) = 12`,
    ),
  },
  {
    name: 'Q2',
    about: '20 indicators, latest year, a province',
    query: {
      indicators: indicators.map(({ code }) => code),
      granularity: 'YEAR',
      units: { codes: [province] },
      periods: { codes: [`${lastYear}`] },
    },
    fields: 'indicator { code } exactValue',
  },
  {
    name: 'Q3',
    about: 'flow, top 10 of the communes',
    query: {
      indicators: ['YF1'],
      units: { under: root, relation: 'LEVEL', level: communeLevel },
      periods: { codes: [`${lastYear}`] },
      ...top,
    },
    fields: unitAndPeriod,
    byHand: `${byHand(
      'above_id',
      `${indicator('YF1')} and above_id between ${communes} and period_start = make_date(${lastYear}, 1, 1)`,
    )} order by sum(value) desc limit 10`,
  },
  {
    name: 'Q3s',
    about: 'monthly stock, top 10 of the communes',
    query: {
      indicators: ['MS1'],
      units: { under: root, relation: 'LEVEL', level: communeLevel },
      periods: { codes: [`${lastYear}-12`] },
      ...top,
    },
    fields: unitAndPeriod,
    byHand: `${byHand(
      'above_id',
      `${indicator('MS1')} and above_id between ${communes} and period_start = make_date(${lastYear}, 12, 1)`,
    )} order by sum(value) desc limit 10`,
  },
  {
    name: 'Q4',
    about: 'flow, by sector and year, the root',
    query: {
      indicators: ['YF1'],
      units: { codes: [root] },
      periods: { from: `${firstYear}`, to: `${lastYear}` },
      groupBy: ['INDICATOR', 'SECTOR', 'PERIOD'],
    },
    fields: 'sector { code } period { code } exactValue',
    byHand: byHand('sector_id, period_start', `${indicator('YF1')} and above_id = 1`),
  },
  {
    name: 'Q5',
    about: 'flow, 120 months, the root',
    query: { indicators: ['MF1'], units: { codes: [root] }, periods: months },
    fields: 'period { code } exactValue',
    byHand: byHand('period_start', `${indicator('MF1')} and above_id = 1`),
  },
  {
    name: 'Q5s',
    about: 'stock, 120 months, the root',
    query: { indicators: ['MS1'], units: { codes: [root] }, periods: months },
    fields: 'period { code } exactValue',
    byHand: byHand('period_start', `${indicator('MS1')} and above_id = 1`),
  },
  {
    name: 'Q6',
    about: 'flow, 120 months, a cell',
    query: { indicators: ['MF1'], units: { codes: [leaf] }, periods: months },
    fields: 'period { code } exactValue',
  },
];

export function documentOf({ fields }: Question): string {
  return `query ($query: AnalyticsQuery!) { analytics(query: $query) { totalRows rows { ${fields} } } }`;
}
