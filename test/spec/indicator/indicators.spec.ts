import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(async () => {
  await api.empty();
  await api.create('Dimension', {
    code: 'status',
    name: 'status',
    members: [{ code: 'official', name: 'x' }],
  });
});
afterAll(() => api.close());

const reported = { name: 'x', periodType: 'YEAR', unitAggregation: 'SUM', periodAggregation: 'SUM' };
const create = 'mutation ($input: CreateIndicatorInput!) { createIndicator(input: $input) { id } }';
const update = `mutation ($id: ID!, $input: UpdateIndicatorInput!) {
  updateIndicator(id: $id, input: $input, version: 1) { id version }
}`;

describe('an indicator', () => {
  it('is reported with all that it says about itself', async () => {
    const input = {
      code: 'members',
      name: 'Đảng viên',
      nameEn: 'Members',
      description: 'Tổng số đảng viên\ncuối kỳ',
      unitOfMeasure: 'đảng viên',
      decimals: 0,
      periodType: 'HALF_YEAR',
      unitAggregation: 'SUM',
      periodAggregation: 'LAST',
      direction: 'HIGHER_IS_BETTER',
      fill: 'NONE',
      group: 'Đảng viên',
      minimum: '0',
      maximum: '1000000.5',
      formula: null,
    };
    const fields = `${Object.keys(input).join(' ')} isComputed dimension { code }`;
    expect(await api.create('Indicator', { ...input, dimension: 'status' }, fields)).toEqual({
      ...input,
      isComputed: false,
      dimension: { code: 'status' },
    });
  });

  it('is computed from others', async () => {
    await api.create('Indicator', { ...reported, code: 'good' });
    await api.create('Indicator', { ...reported, code: 'IN-1', dimension: 'status' });
    const formula = '100 * good@-1 / "IN-1"[official]';
    const rate = await api.create(
      'Indicator',
      { code: 'rate', name: 'rate', formula },
      'formula isComputed periodType',
    );
    expect(rate).toEqual({ formula, isComputed: true, periodType: null });
  });

  it.each([
    [
      { code: 'x', name: 'x' },
      {
        periodType: 'is required: an indicator without a formula is reported',
        unitAggregation: 'is required: an indicator without a formula is reported',
        periodAggregation: 'is required: an indicator without a formula is reported',
      },
    ],
    [
      { code: 'x', name: 'x', formula: '1', unitAggregation: 'SUM', dimension: 'status', minimum: '0' },
      {
        unitAggregation: 'must be left out or null: an indicator with a formula is computed',
        dimension: 'must be left out or null: an indicator with a formula is computed',
        minimum: 'must be left out or null: an indicator with a formula is computed',
      },
    ],
    [{ ...reported, code: 'x', minimum: '2', maximum: '1' }, { minimum: 'must not be larger than maximum' }],
    [
      { code: 'x', name: 'x', formula: ' ' },
      { formula: 'must not be blank; an indicator that is reported has none' },
    ],
    [{ ...reported, code: 'x', decimals: 13 }, { decimals: 'must be at most 12' }],
    [{ ...reported, code: 'x', decimals: -1 }, { decimals: 'must be 0 or more' }],
    [
      { ...reported, code: 'x', unitOfMeasure: '' },
      { unitOfMeasure: 'must be one line of text and not blank' },
    ],
    [{ ...reported, code: 'x', direction: null }, { direction: 'must not be null' }],
    [
      { ...reported, code: 'x', maximum: '1e15' },
      { maximum: 'must be less than 10^15 in size, with at most 12 decimal places' },
    ],
  ])('is refused as %j', async (input, fields) => {
    expect(await api.refusal(create, { input })).toMatchObject({ code: 'VALIDATION_FAILED', fields });
  });

  it('is not half of each after an update', async () => {
    await api.create('Indicator', { ...reported, code: 'good' });
    const { id } = await api.create('Indicator', { ...reported, code: 'x' });
    expect(await api.refusal(update, { id, input: { formula: 'good' } })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: { periodType: expect.any(String) },
    });
    const input = { formula: 'good', periodType: null, unitAggregation: null, periodAggregation: null };
    expect(await api.ask(update, { id, input })).toEqual({ updateIndicator: { id, version: 2 } });
  });
});

describe('a formula', () => {
  beforeEach(async () => {
    await api.create('Indicator', { ...reported, code: 'good' });
    await api.create('Indicator', { ...reported, code: 'members', dimension: 'status' });
  });

  it.each([
    ['good / nope', 'UNKNOWN_CODE', 'Unknown indicator code "nope".'],
    ['good // 2', 'FORMULA_INVALID', expect.stringContaining('position 7')],
    ['ytd(good + good)', 'FORMULA_INVALID', expect.stringContaining('position 10')],
    ['ytd(nope@-1)', 'UNKNOWN_CODE', 'Unknown indicator code "nope".'],
    ['members[none]', 'MEMBER_NOT_ALLOWED', 'Member "none" does not belong to indicator members.'],
    ['good[official]', 'MEMBER_NOT_ALLOWED', 'Member "official" does not belong to indicator good.'],
    ['2 * self', 'FORMULA_CYCLE', 'The formula of self leads back to itself: self → self.'],
    ['("', 'FORMULA_INVALID', expect.any(String)],
    ['1 / 3', 'FORMULA_INVALID', expect.stringContaining('it names no indicator')],
    [`${'('.repeat(3999)}1`, 'FORMULA_INVALID', expect.any(String)],
  ])('%.20s is refused at its field: %s', async (formula, code, message) => {
    const error = await api.refusal(create, { input: { code: 'self', name: 'x', formula } });
    expect(error).toEqual({ code, message, fields: { formula: message } });
  });

  it('does not lead back to itself through others', async () => {
    await api.create('Indicator', { code: 'a', name: 'a', formula: 'good' });
    await api.create('Indicator', { code: 'b', name: 'b', formula: 'a + 1' });
    await api.create('Indicator', { code: 'c', name: 'c', formula: 'b + a' });
    expect(await api.refusal(update, { id: 3, input: { formula: '2 * c' } })).toEqual({
      code: 'FORMULA_CYCLE',
      message: 'The formula of a leads back to itself: a → c → a.',
      fields: { formula: 'The formula of a leads back to itself: a → c → a.' },
    });
    expect(await api.ask(update, { id: 3, input: { formula: 'members + good' } })).toMatchObject({});
  });

  it('may share what it is computed from with others, level upon level', async () => {
    let [left, right] = ['good', 'members'];
    for (let level = 0; level < 40; level += 1) {
      for (const side of ['l', 'r']) {
        await api.create('Indicator', { code: `${side}${level}`, name: side, formula: `${left} + ${right}` });
      }
      [left, right] = [`l${level}`, `r${level}`];
    }
    const { l0 } = await api.ask<{ l0: { id: number } }>('{ l0: indicator(code: "l0") { id } }');
    const path = ['l0', 'l2', 'l1', 'l0'].join(' → ');
    expect(await api.refusal(update, { id: l0.id, input: { formula: 'l2' } })).toMatchObject({
      message: `The formula of l0 leads back to itself: ${path}.`,
    });
  });

  it('keeps the members that it names', async () => {
    const members = [{ code: 'woman', name: 'nữ' }];
    await api.create('Dimension', { code: 'gender', name: 'giới', members });
    const formula = 'good / members[official]';
    await api.create('Indicator', { code: 'share', name: 'share', formula });
    const { official } = await api.ask<{ official: { items: { id: string }[] } }>(
      '{ official: dimensionMembers(filter: { code: { eq: "official" } }) { items { id } } }',
    );
    const [member] = official.items;
    const named = 'the formula of share names members[official].';
    expect(
      await api.refusal('mutation ($id: ID!) { deleteDimensionMember(id: $id) { id } }', { id: member?.id }),
    ).toEqual({ code: 'IN_USE', message: `Member official is in use: ${named}` });
    expect(await api.refusal(update, { id: 2, input: { dimension: 'gender' } })).toEqual({
      code: 'IN_USE',
      message: `The dimension of indicator members is in use: ${named}`,
    });
    await api.ask(update, { id: 3, input: { formula: 'good / members' } });
    await api.ask(update, { id: 2, input: { dimension: 'gender' } });
    await api.ask('mutation ($id: ID!) { deleteDimensionMember(id: $id) { id } }', { id: member?.id });
  });

  it('keeps the indicators that it names from being deleted', async () => {
    await api.create('Indicator', { code: 'rate', name: 'rate', formula: 'good / members' });
    expect(await api.refusal('mutation { deleteIndicator(id: 1) { id } }')).toEqual({
      code: 'IN_USE',
      message: 'Indicator good is in use: 1 indicator computed from it.',
    });
    await api.ask(update, { id: 3, input: { formula: 'members' } });
    await api.ask('mutation { deleteIndicator(id: 1) { id } }');
  });
});

describe('an indicator with figures', () => {
  beforeEach(async () => {
    await api.create('PartyUnit', { code: 'U', name: 'U', openedOn: '2020-01-01' });
    await api.create('Indicator', { ...reported, code: 'good' });
    await api.create('Observation', { unit: 'U', indicator: 'good', period: '2022', numeric: '50' });
  });

  it('keeps its period type, its dimension and being reported', async () => {
    const message =
      'Indicator good has figures: its period type, dimension and being reported cannot change.';
    const refused = { code: 'IN_USE', message };
    expect(await api.refusal(update, { id: 1, input: { periodType: 'MONTH' } })).toEqual(refused);
    expect(await api.refusal(update, { id: 1, input: { dimension: 'status' } })).toEqual(refused);
  });

  it('does not get limits that its figures break', async () => {
    expect(await api.refusal(update, { id: 1, input: { maximum: '49' } })).toEqual({
      code: 'VALUE_OUT_OF_RANGE',
      message: 'Indicator good has figures outside that range.',
    });
    expect(await api.ask(update, { id: 1, input: { maximum: '50' } })).toEqual({
      updateIndicator: { id: '1', version: 2 },
    });
  });

  it('is not deleted', async () => {
    expect(await api.refusal('mutation { deleteIndicator(id: 1) { id } }')).toEqual({
      code: 'IN_USE',
      message: 'Indicator good is in use: 1 observation.',
    });
  });
});

describe('the list of indicators', () => {
  it.each([
    ['isComputed: true', 'c'],
    ['isComputed: false', 'a b'],
    ['periodType: { eq: MONTH }', 'a'],
    ['periodType: { isNull: true }', 'c'],
    ['periodType: { ne: MONTH }', 'b c'],
    ['unitAggregation: { in: [AVERAGE, MAX] }', 'b'],
    ['periodAggregation: { eq: LAST }', 'a'],
    ['group: { contains: "đang" }', 'a'],
    ['dimension: { eq: "status" }', 'b'],
    ['dimension: { isNull: true }', 'a c'],
  ])('is filtered by %s', async (filter, found) => {
    const member = { ...reported, periodType: 'MONTH', periodAggregation: 'LAST', group: 'Đảng viên' };
    await api.create('Indicator', { ...member, code: 'a' });
    await api.create('Indicator', {
      ...reported,
      unitAggregation: 'AVERAGE',
      code: 'b',
      dimension: 'status',
    });
    await api.create('Indicator', { code: 'c', name: 'c', formula: 'a / b' });
    const { indicators } = await api.ask<{ indicators: { items: { code: string }[] } }>(
      `{ indicators(filter: { ${filter} }, sort: [{ field: code }]) { items { code } } }`,
    );
    expect(indicators.items.map(({ code }) => code).join(' ')).toBe(found);
  });
});
