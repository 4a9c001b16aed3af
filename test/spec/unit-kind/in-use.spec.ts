import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(() => api.empty());
afterAll(() => api.close());

describe('deleteUnitKind', () => {
  it('refuses while units are of the kind, closed ones too', async () => {
    await api.create('UnitKind', { code: 'cell', name: 'Chi bộ' });
    await api.create('PartyUnit', {
      code: 'A',
      name: 'A',
      kind: 'cell',
      openedOn: '2020-01-01',
      closedOn: '2021-01-01',
    });
    expect(await api.refusal('mutation { deleteUnitKind(id: 1) { id } }')).toEqual({
      code: 'IN_USE',
      message: 'Kind cell is in use: 1 unit.',
    });
  });
});
