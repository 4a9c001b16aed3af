import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(() => api.empty());
afterAll(() => api.close());

/** The codes of a list of sectors, the plainest of the resources, and how many there are in all. */
async function sectors(args: Record<string, unknown>): Promise<string> {
  const { sectors } = await api.ask<{ sectors: { total: number; items: { code: string }[] } }>(
    `query ($filter: SectorFilter, $sort: [SectorSort!], $page: Int, $perPage: Int) {
      sectors(filter: $filter, sort: $sort, page: $page, perPage: $perPage) { total items { code } }
    }`,
    args,
  );
  return `${sectors.items.map(({ code }) => code).join(' ')} of ${sectors.total}`;
}

async function refused(args: string): Promise<object> {
  return api.refusal(`{ sectors(${args}) { total } }`);
}

async function makeSectors(): Promise<void> {
  await api.create('Sector', { code: 'S1', name: 'Đảng, đoàn thể', nameEn: 'Party', sortOrder: 3 });
  await api.create('Sector', { code: 'S2', name: 'Doanh nghiệp', nameEn: 'Enterprises', sortOrder: 1 });
  await api.create('Sector', { code: 'S3', name: '100% vốn_nhà\\nước', sortOrder: 2 });
  await api.create('Sector', { code: 'S4', name: 'Y tế', nameEn: 'Health', sortOrder: 2 });
}

describe('a list filter', () => {
  beforeEach(makeSectors);

  it.each([
    ['eq', { code: { eq: 'S1' } }, 'S1 of 1'],
    ['eq with capital letters of its own', { code: { eq: 's1' } }, ' of 0'],
    ['ne', { code: { ne: 'S1' } }, 'S2 S3 S4 of 3'],
    ['ne on a field that may be empty: the empty ones too', { nameEn: { ne: 'Party' } }, 'S2 S3 S4 of 3'],
    ['in', { code: { in: ['S1', 'S4', 'none'] } }, 'S4 S1 of 2'],
    ['in with an empty list', { code: { in: [] } }, ' of 0'],
    ['isNull', { nameEn: { isNull: true } }, 'S3 of 1'],
    ['isNull false', { nameEn: { isNull: false } }, 'S2 S4 S1 of 3'],
    ['contains, whatever case and diacritics', { name: { contains: 'DANG' } }, 'S1 of 1'],
    ['contains, with diacritics in the question', { name: { contains: 'Tế' } }, 'S4 of 1'],
    ['gte and lte together', { sortOrder: { gte: 2, lte: 2 } }, 'S3 S4 of 2'],
    ['several fields, which must all hold', { name: { contains: 'd' }, sortOrder: { lte: 1 } }, 'S2 of 1'],
    ['ids', { ids: ['4', '1', '99'] }, 'S4 S1 of 2'],
    ['a filter that is null, like none', { name: null }, 'S2 S3 S4 S1 of 4'],
  ])('takes %s', async (_, filter, found) => {
    expect(await sectors({ filter })).toBe(found);
  });

  it.each([
    ['%', 'S3 of 1'],
    ['_', 'S3 of 1'],
    ['\\', 'S3 of 1'],
    ["'", ' of 0'],
    ['😀', ' of 0'],
    ["'; drop table sector; --", ' of 0'],
  ])('takes %s for itself', async (contains, found) => {
    expect(await sectors({ filter: { name: { contains } } })).toBe(found);
  });

  it.each([
    'filter: { name: { eq: "a\\u0000b" } }',
    'filter: { q: "a\\u0000b" }',
    'filter: { code: { in: ["\\u0000"] } }',
  ])('refuses the null character, which no text has: %s', async (args) => {
    expect(await refused(args)).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { text: 'must not contain the null character' },
    });
  });

  it('refuses null as a value, which could mean two things', async () => {
    expect(await refused('filter: { name: { eq: null } }')).toEqual({
      code: 'VALIDATION_FAILED',
      message: 'The input is not valid: eq cannot be null; leave it out, or ask with isNull.',
      fields: { eq: 'cannot be null; leave it out, or ask with isNull' },
    });
  });

  it('refuses an id that is none', async () => {
    expect(await refused('filter: { ids: ["1", "x"] }')).toEqual({
      code: 'VALIDATION_FAILED',
      message: 'The input is not valid: ids has "x", which is not an id.',
      fields: { ids: 'has "x", which is not an id' },
    });
  });
});

describe('free text q', () => {
  beforeEach(makeSectors);

  it.each([
    ['dang doan', 'S1 of 1'],
    ['ĐẢNG', 'S1 of 1'],
    ['s2', 'S2 of 1'],
    ['enterprises nghiep', 'S2 of 1'],
    ['dang nghiep', ' of 0'],
    ['   ', 'S2 S3 S4 S1 of 4'],
    ['%', 'S3 of 1'],
  ])('finds for "%s", all words of it, in code and names: %s', async (q, found) => {
    expect(await sectors({ filter: { q } })).toBe(found);
  });

  it('is refused when it is endless', async () => {
    expect(await refused(`filter: { q: "${'a '.repeat(101)}" }`)).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { 'filter.q': 'must be at most 200 characters long' },
    });
  });
});

describe('a sort', () => {
  beforeEach(makeSectors);

  it('follows the Vietnamese alphabet, in which Đ comes after D', async () => {
    expect(await sectors({ sort: [{ field: 'name' }] })).toBe('S3 S2 S1 S4 of 4');
  });

  it('has later keys decide between equals of earlier ones', async () => {
    const sort = [
      { field: 'sortOrder', order: 'DESC' },
      { field: 'code', order: 'DESC' },
    ];
    expect(await sectors({ sort })).toBe('S1 S4 S3 S2 of 4');
  });

  it.each([
    ['ASC', 'S2 S4 S1 S3 of 4'],
    ['DESC', 'S1 S4 S2 S3 of 4'],
  ])('%s leaves what has no value last', async (order, found) => {
    expect(await sectors({ sort: [{ field: 'nameEn', order }] })).toBe(found);
  });

  it('goes by id in both directions', async () => {
    expect(await sectors({ sort: [{ field: 'id', order: 'DESC' }] })).toBe('S4 S3 S2 S1 of 4');
  });

  it('refuses a field that the list cannot be sorted by', async () => {
    expect(await refused('sort: [{ field: version }]')).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: 'Value "version" does not exist in "SectorSortField" enum.',
    });
  });
});

describe('a page', () => {
  it('has 25 records when nothing is said', async () => {
    for (let index = 10; index < 40; index++) {
      await api.create('Sector', { code: `S${index}`, name: 'Như nhau' });
    }
    const all = Array.from({ length: 30 }, (_, index) => `S${index + 10}`);
    expect(await sectors({})).toBe(`${all.slice(0, 25).join(' ')} of 30`);
    expect(await sectors({ page: 2 })).toBe(`${all.slice(25).join(' ')} of 30`);
    expect(await sectors({ page: 3 })).toBe(' of 30');
  });

  it.each([
    ['page: 0', { page: 'must be 1 or more' }],
    ['page: -1', { page: 'must be 1 or more' }],
    ['perPage: 0', { perPage: 'must be 1 or more' }],
    ['perPage: 1001', { perPage: 'must be at most 1000' }],
    ['page: 0, perPage: 5000', { page: 'must be 1 or more', perPage: 'must be at most 1000' }],
  ])('is refused out of range: %s', async (args, fields) => {
    expect(await refused(args)).toMatchObject({ code: 'VALIDATION_FAILED', fields });
  });
});
