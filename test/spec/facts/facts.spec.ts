import { query } from '../../support/client';
import { openSampleApp, type SampleApp } from '../../support/sample-app';

jest.setTimeout(60_000);

/** Every figure that the review of Resolution 07-NQ/ĐU publishes, asked of the sample as anybody would ask it. */
let sample: SampleApp;
let address: string;
beforeAll(async () => {
  sample = await openSampleApp();
  address = await sample.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => sample.close());

const ask = (document: string) => query(address, document);

describe('the organisations directly below the bloc in August 2022', () => {
  it('1: are 73', async () => {
    expect(
      await ask(`{ partyUnits(filter: { parent: { eq: "DBK" } }, asOf: "2022-08-31") { total } }`),
    ).toEqual({ partyUnits: { total: 73 } });
  });

  it.each([
    ['2: of which 46 are grassroots committees', 'grassroots_committee', 46],
    ['3: of which 27 are grassroots cells', 'grassroots_cell', 27],
  ])('%s', async (_, kind, total) => {
    expect(
      await ask(`{
        partyUnits(filter: { parent: { eq: "DBK" }, kind: { eq: "${kind}" } }, asOf: "2022-08-31") { total }
      }`),
    ).toEqual({ partyUnits: { total } });
  });

  it('4: work in five sectors', async () => {
    expect(
      await ask(`{
        administration: partyUnits(filter: { parent: { eq: "DBK" }, sector: { eq: "administration" } }, asOf: "2022-08-31") { total }
        public_service: partyUnits(filter: { parent: { eq: "DBK" }, sector: { eq: "public_service" } }, asOf: "2022-08-31") { total }
        enterprise: partyUnits(filter: { parent: { eq: "DBK" }, sector: { eq: "enterprise" } }, asOf: "2022-08-31") { total }
        association: partyUnits(filter: { parent: { eq: "DBK" }, sector: { eq: "association" } }, asOf: "2022-08-31") { total }
        press: partyUnits(filter: { parent: { eq: "DBK" }, sector: { eq: "press" } }, asOf: "2022-08-31") { total }
        sectors(sort: [{ field: sortOrder }]) { items { name } total }
      }`),
    ).toEqual({
      administration: { total: 36 },
      public_service: { total: 14 },
      enterprise: { total: 12 },
      association: { total: 8 },
      press: { total: 3 },
      sectors: {
        items: [
          { name: 'Cơ quan hành chính' },
          { name: 'Đơn vị sự nghiệp' },
          { name: 'Doanh nghiệp' },
          { name: 'Tổ chức hội' },
          { name: 'Báo chí' },
        ],
        total: 5,
      },
    });
  });

  it('are as many today', async () => {
    expect(
      await ask(`{
        all: partyUnits(filter: { parent: { eq: "DBK" } }) { total }
        committees: partyUnits(filter: { parent: { eq: "DBK" }, kind: { eq: "grassroots_committee" } }) { total }
        cells: partyUnits(filter: { parent: { eq: "DBK" }, kind: { eq: "grassroots_cell" } }) { total }
      }`),
    ).toEqual({ all: { total: 73 }, committees: { total: 46 }, cells: { total: 27 } });
  });
});

describe('the members of the bloc', () => {
  it('5 and 6: are 4,240 in August 2022, which is 560 more than in 2017', async () => {
    expect(
      await ask(`{
        analytics(query: {
          indicators: ["members"]
          units: { codes: ["DBK"] }
          periods: { codes: ["2022-08"] }
          compareTo: { with: BASELINE, period: "2017-12" }
        }) { rows { period { code } value comparison { value change } } }
      }`),
    ).toEqual({
      analytics: {
        rows: [{ period: { code: '2022-08' }, value: 4240, comparison: { value: 3680, change: 560 } }],
      },
    });
  });

  it('5: are 3,680 at the end of the year 2017, a stock taken at its end', async () => {
    expect(
      await ask(`{ partyUnit(code: "DBK") { value(indicator: "members", period: "2017") { value } } }`),
    ).toEqual({ partyUnit: { value: { value: 3680 } } });
  });

  it('7 and 8: are 4,051 full and 189 probationary ones', async () => {
    expect(
      await ask(`{
        analytics(query: {
          indicators: ["members"]
          units: { codes: ["DBK"] }
          periods: { codes: ["2022-08"] }
          groupBy: [MEMBER]
          breakdown: "membership_status"
        }) { rows { member { code name } value } }
      }`),
    ).toEqual({
      analytics: {
        rows: [
          { member: { code: 'official', name: 'Đảng viên chính thức' }, value: 4051 },
          { member: { code: 'probationary', name: 'Đảng viên dự bị' }, value: 189 },
        ],
      },
    });
  });
});

describe('the classes from 2017 to 2022', () => {
  it.each([
    ['9: 16 awareness classes with 1,097 people', 'awareness', 16, 1097],
    ['10: 13 classes for new members with 868 people', 'new_member', 13, 868],
    ['11: 11 intermediate classes with 599 people', 'intermediate', 11, 599],
  ])('%s', async (_, theme, classes, learners) => {
    expect(
      await ask(`{
        analytics(query: {
          indicators: ["${theme}_classes", "${theme}_learners"]
          units: { codes: ["DBK"] }
          periods: { from: "2017", to: "2022" }
          granularity: YEAR
          groupBy: [INDICATOR]
        }) { rows { indicator { code } period { code } value } }
      }`),
    ).toEqual({
      analytics: {
        rows: [
          {
            indicator: { code: `${theme}_classes` },
            period: { code: '2017..2022' },
            value: classes,
          },
          {
            indicator: { code: `${theme}_learners` },
            period: { code: '2017..2022' },
            value: learners,
          },
        ],
      },
    });
  });
});

describe('the study of resolutions from 2017 to 2022', () => {
  it('12: was attended by over 98 %, a ratio of sums over all the years', async () => {
    expect(
      await ask(`{
        analytics(query: {
          indicators: ["study_rate"]
          units: { codes: ["DBK"] }
          periods: { from: "2017", to: "2022" }
          groupBy: [INDICATOR]
        }) { rows { exactValue numerator denominator } }
      }`),
    ).toEqual({
      analytics: {
        rows: [{ exactValue: '98.364649904966', numerator: '77111', denominator: '78393' }],
      },
    });
  });
});

describe('inspection from 2017 to 2022', () => {
  it.each([
    ['13: reached 65 people by the bloc itself, which has units below it', 'inspected_by_bloc', 65, 1],
    ['14: reached 1,041 turns by its organisations, rolled up', 'inspected_by_units', 1041, 76],
  ])('%s', async (_, indicator, value, reportedUnits) => {
    expect(
      await ask(`{
        analytics(query: {
          indicators: ["${indicator}"]
          units: { codes: ["DBK"] }
          periods: { from: "2017", to: "2022" }
          granularity: YEAR
          groupBy: [UNIT]
        }) { rows { unit { code } value reportedUnits } }
      }`),
    ).toEqual({ analytics: { rows: [{ unit: { code: 'DBK' }, value, reportedUnits }] } });
  });
});

describe('the classification of members', () => {
  it('15: is good or better for 96.57, 97.20, 95.64, 98.22 and 97.10 %', async () => {
    expect(
      await ask(`{
        partyUnit(code: "DBK") {
          series(indicator: "good_or_better_rate", from: "2017", to: "2021") {
            period { code } exactValue numerator denominator
          }
        }
      }`),
    ).toEqual({
      partyUnit: {
        series: [
          { period: { code: '2017' }, exactValue: '96.569994422755', numerator: '3463', denominator: '3586' },
          { period: { code: '2018' }, exactValue: '97.199784598815', numerator: '3610', denominator: '3714' },
          { period: { code: '2019' }, exactValue: '95.640756302521', numerator: '3642', denominator: '3808' },
          { period: { code: '2020' }, exactValue: '98.219735503561', numerator: '3862', denominator: '3932' },
          { period: { code: '2021' }, exactValue: '97.099652949926', numerator: '3917', denominator: '4034' },
        ],
      },
    });
  });
});

describe('the resolution', () => {
  it('16: reaches all three of its groups of objectives', async () => {
    expect(
      await ask(`{
        programme(code: "NQ-07") { name objectivesReached objectivesTotal objectives { code reached } }
      }`),
    ).toEqual({
      programme: {
        name: 'Nghị quyết 07-NQ/ĐU',
        objectivesReached: 3,
        objectivesTotal: 3,
        objectives: [
          { code: 'NQ-07-TT', reached: true },
          { code: 'NQ-07-DV', reached: true },
          { code: 'NQ-07-KT', reached: true },
        ],
      },
    });
  });

  it('16: reaches them by the figures, such as 172 inspections of the 170 that it wants in 2017', async () => {
    expect(
      await ask(`{
        analytics(query: {
          indicators: ["inspected_by_units"]
          units: { codes: ["DBK"] }
          periods: { from: "2017", to: "2021" }
          granularity: YEAR
          compareTo: { with: TARGET }
        }) { rows { period { code } value comparison { value change } } }
      }`),
    ).toEqual({
      analytics: {
        rows: [
          { period: { code: '2017' }, value: 172, comparison: { value: 170, change: 2 } },
          { period: { code: '2018' }, value: 185, comparison: { value: 170, change: 15 } },
          { period: { code: '2019' }, value: 198, comparison: { value: 170, change: 28 } },
          { period: { code: '2020' }, value: 181, comparison: { value: 170, change: 11 } },
          { period: { code: '2021' }, value: 205, comparison: { value: 170, change: 35 } },
        ],
      },
    });
  });
});
