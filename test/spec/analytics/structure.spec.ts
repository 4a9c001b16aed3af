import { reported, reports, unit, worldOf } from '../../reference/builders';
import { Analytics } from '../../support/analytics';

let analytics: Analytics;
beforeAll(async () => {
  analytics = await Analytics.open();
});
afterAll(() => analytics.close());

const classes = reported('classes', { periodType: 'HALF_YEAR' });
const members = reported('members', { periodAggregation: 'LAST' });

describe('a unit that moves in July', () => {
  beforeAll(() =>
    analytics.load(
      worldOf({
        units: [
          unit('ROOT', null),
          unit('OLD', 'ROOT'),
          unit('NEW', 'ROOT'),
          unit('U', 'OLD', { turns: [{ on: '2022-07-01', parent: 'NEW' }] }),
        ],
        indicators: [classes, members],
        observations: [
          ...reports('U', 'classes', { '2022-H1': '3', '2022-H2': '5' }),
          ...reports('U', 'members', { '2022-03': '40' }),
        ],
      }),
    ),
  );
  const question = { units: { codes: ['OLD', 'NEW'] }, periods: '2022' };

  it('leaves its first classes with the old parent and brings its whole stock to the new one, as reported', async () => {
    const asked = { ...question, indicators: ['classes', 'members'], structure: 'AS_REPORTED' };
    expect(await analytics.said(asked)).toEqual([
      'classes OLD 2022: 3',
      'classes NEW 2022: 5',
      'members NEW 2022: 40',
    ]);
  });

  it('counts under the parent of today for all periods in the current structure', async () => {
    const asked = { ...question, indicators: ['classes', 'members'] };
    expect(await analytics.said(asked)).toEqual(['classes NEW 2022: 8', 'members NEW 2022: 40']);
  });

  it('counts under the parent of the date named, on the day before the move and on the day of it', async () => {
    const asked = { ...question, indicators: 'classes', structure: 'AS_OF' };
    expect(await analytics.said({ ...asked, structureDate: '2022-06-30' })).toEqual(['OLD 2022: 8']);
    expect(await analytics.said({ ...asked, structureDate: '2022-07-01' })).toEqual(['NEW 2022: 8']);
  });

  it('is counted once for the units above both parents, under every structure', async () => {
    for (const structure of ['CURRENT', 'AS_REPORTED']) {
      const asked = { indicators: 'classes', units: 'ROOT', periods: '2022', structure };
      expect(await analytics.said(asked)).toEqual(['ROOT 2022: 8']);
    }
  });

  it('is a child of where it stood at the end of each period, as reported', async () => {
    const asked = {
      indicators: 'classes',
      periods: { codes: ['2022-H1', '2022-H2'] },
      structure: 'AS_REPORTED',
    };
    expect(await analytics.said({ ...asked, units: { under: 'OLD' } })).toEqual(['U 2022-H1: 3']);
    expect(await analytics.said({ ...asked, units: { under: 'NEW' } })).toEqual(['U 2022-H2: 5']);
  });
});

describe('units that merge', () => {
  beforeAll(() =>
    analytics.load(
      worldOf({
        units: [
          unit('ROOT', null),
          unit('EAST', 'ROOT'),
          unit('WEST', 'ROOT'),
          unit('A', 'EAST', { closedOn: '2021-01-01', mergedInto: 'M' }),
          unit('A1', 'A', { closedOn: '2020-07-01' }),
          unit('M', 'WEST', { on: '2021-01-01', closedOn: '2023-01-01', mergedInto: 'N' }),
          unit('N', 'WEST', { on: '2023-01-01' }),
        ],
        indicators: [classes, members],
        observations: [
          ...reports('A', 'classes', { '2020-H2': '1' }),
          ...reports('A1', 'classes', { '2020-H1': '10' }),
          ...reports('M', 'classes', { '2022-H2': '100' }),
          ...reports('N', 'classes', { '2023-H1': '1000' }),
          ...reports('A', 'members', { '2020-06': '7' }),
        ],
      }),
    ),
  );
  const question = { indicators: 'classes', periods: { codes: ['2020', '2022', '2023'] } };

  it('count in the last successor today, with what was closed below them', async () => {
    const units = { codes: ['ROOT', 'EAST', 'WEST', 'N', 'A1'] };
    expect(await analytics.said({ ...question, units })).toEqual([
      'ROOT 2020: 11',
      'ROOT 2022: 100',
      'ROOT 2023: 1000',
      'WEST 2020: 11',
      'WEST 2022: 100',
      'WEST 2023: 1000',
      'N 2020: 11',
      'N 2022: 100',
      'N 2023: 1000',
      'A1 2020: 10',
    ]);
  });

  it('count where they stood, as reported', async () => {
    const units = { codes: ['EAST', 'WEST', 'A', 'M'] };
    expect(await analytics.said({ ...question, units, structure: 'AS_REPORTED' })).toEqual([
      'EAST 2020: 11',
      'WEST 2022: 100',
      'WEST 2023: 1000',
      'A 2020: 11',
      'M 2022: 100',
    ]);
  });

  it('are refused today by the name of the unit that took them in', async () => {
    expect(await analytics.refused({ ...question, units: 'A' })).toBe(
      'UNIT_MERGED: Unit A was merged into N on 2021-01-01.',
    );
    const asOf = { ...question, units: 'A', structure: 'AS_OF', structureDate: '2022-05-05' };
    expect(await analytics.refused(asOf)).toBe('UNIT_MERGED: Unit A was merged into M on 2021-01-01.');
  });

  it('get no row among the children of today; what was closed stays a child', async () => {
    expect(await analytics.said({ ...question, units: { under: 'WEST' } })).toEqual([
      'N 2020: 11',
      'N 2022: 100',
      'N 2023: 1000',
    ]);
    expect(await analytics.said({ ...question, units: { under: 'N' } })).toEqual(['A1 2020: 10']);
  });

  it('end their stocks that day, and the successor has none until it reports', async () => {
    const periods = { codes: ['2020-12', '2021-01'] };
    const asked = { indicators: 'members', units: 'ROOT', periods, includeEmpty: true };
    expect(await analytics.said(asked)).toEqual(['ROOT 2020-12: 7', 'ROOT 2021-01: null']);
  });
});

describe('the tree of a date', () => {
  beforeAll(() =>
    analytics.load(
      worldOf({
        units: [
          unit('ROOT', null),
          unit('A', 'ROOT', { on: '2015-01-01' }),
          unit('B', 'ROOT', { on: '2015-01-01' }),
          unit('LATER', 'A', { on: '2020-01-01', turns: [{ on: '2021-01-01', parent: 'B' }] }),
          unit('CLOSED', 'A', { on: '2015-01-01', closedOn: '2018-01-01' }),
        ],
        indicators: [reported('classes', { periodType: 'YEAR' })],
        observations: [
          ...reports('LATER', 'classes', { '2020': '1', '2022': '2' }),
          ...reports('CLOSED', 'classes', { '2016': '4' }),
        ],
      }),
    ),
  );
  const question = {
    indicators: 'classes',
    units: { codes: ['A', 'B'] },
    periods: { from: '2015', to: '2022' },
    groupBy: ['UNIT'],
    structure: 'AS_OF',
  };

  it('has a unit that opens later at its first parent, and a closed one at its last', async () => {
    expect(await analytics.said({ ...question, structureDate: '2016-06-01' })).toEqual(['A: 7']);
    expect(await analytics.said({ ...question, structureDate: '2022-06-01' })).toEqual(['A: 4', 'B: 3']);
  });

  it('reaches back before any unit was open', async () => {
    expect(await analytics.said({ ...question, structureDate: '1950-01-01' })).toEqual(['A: 7']);
  });
});

describe('kind and sector of the reporting unit', () => {
  beforeAll(() =>
    analytics.load(
      worldOf({
        units: [
          unit('ROOT', null, { kind: 'k2' }),
          unit('U', 'ROOT', {
            kind: 'k1',
            sector: 's1',
            turns: [{ on: '2022-07-01', kind: 'k2', sector: null }],
          }),
          unit('V', 'ROOT', { kind: 'k1', sector: 's2' }),
        ],
        indicators: [classes, members],
        observations: [
          ...reports('U', 'classes', { '2022-H1': '3', '2022-H2': '5' }),
          ...reports('V', 'classes', { '2022-H1': '100' }),
          ...reports('U', 'members', { '2022-01': '40' }),
        ],
      }),
    ),
  );
  const question = { units: 'ROOT', periods: '2022' };

  it.each(['CURRENT', 'AS_REPORTED'])(
    'are those of the time its figures count, whatever the structure: %s',
    async (structure) => {
      const asked = {
        ...question,
        structure,
        indicators: 'classes',
        groupBy: ['UNIT', 'PERIOD', 'KIND', 'SECTOR'],
      };
      expect(await analytics.said(asked)).toEqual([
        'ROOT 2022 k1 s1: 3',
        'ROOT 2022 k1 s2: 100',
        'ROOT 2022 k2 -: 5',
      ]);
      const stock = { ...question, structure, indicators: 'members', groupBy: ['PERIOD', 'KIND'] };
      expect(await analytics.said(stock)).toEqual(['2022 k2: 40']);
    },
  );

  it('filter which figures count at all', async () => {
    const asked = { ...question, indicators: 'classes' };
    expect(await analytics.said({ ...asked, where: { kinds: ['k1'] } })).toEqual(['ROOT 2022: 103']);
    expect(await analytics.said({ ...asked, where: { kinds: ['k1'], sectors: ['s1'] } })).toEqual([
      'ROOT 2022: 3',
    ]);
  });

  it('narrow which units get a row by what they are at the date of the structure', async () => {
    const asked = { indicators: 'classes', periods: '2022' };
    const units = { under: 'ROOT', kinds: ['k2'] };
    expect(await analytics.said({ ...asked, units })).toEqual(['U 2022: 8']);
    const before = { structure: 'AS_OF', structureDate: '2022-01-01' };
    expect(await analytics.said({ ...asked, ...before, units })).toEqual([]);
    expect(await analytics.said({ ...asked, ...before, units: { ...units, kinds: ['k1'] } })).toEqual([
      'U 2022: 8',
      'V 2022: 100',
    ]);
  });
});

describe('the units that get a row', () => {
  beforeAll(() =>
    analytics.load(
      worldOf({
        units: [unit('ROOT', null), unit('B', 'ROOT'), unit('A', 'ROOT'), unit('A1', 'A'), unit('A11', 'A1')],
        indicators: [classes],
        observations: reports('A11', 'classes', { '2022-H1': '1' }),
      }),
    ),
  );
  const question = { indicators: 'classes', periods: '2022-H1', includeEmpty: true };

  it.each([
    [{ codes: ['B', 'A', 'B'] }, ['B', 'A']],
    [{ under: 'A', relation: 'SELF' }, ['A']],
    [{ under: 'ROOT' }, ['A', 'B']],
    [{ under: 'ROOT', relation: 'DESCENDANTS' }, ['A', 'A1', 'A11', 'B']],
    [{ under: 'A', relation: 'LEVEL', level: 3 }, ['A1']],
    [{ under: 'A', relation: 'LEVEL', level: 2 }, ['A']],
    [{ under: 'A', relation: 'LEVEL', level: 1 }, []],
  ])('%j are %j', async (units, codes) => {
    const { rows } = await analytics.answer({ ...question, units });
    expect(rows.map(({ unit }) => unit?.code)).toEqual(codes);
  });
});
