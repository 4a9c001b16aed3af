import { Api } from '../../support/api';

let api: Api;
beforeAll(async () => {
  api = await Api.open();
});
beforeEach(() => api.empty());
afterAll(() => api.close());

describe('deleteSector', () => {
  it('refuses while units are of the sector, and counts them', async () => {
    await api.create('Sector', { code: 'health', name: 'Y tế' });
    const unit = { name: 'A', sector: 'health', openedOn: '2020-01-01' };
    await api.create('PartyUnit', { ...unit, code: 'A' });
    expect(await api.refusal('mutation { deleteSector(id: 1) { id } }')).toEqual({
      code: 'IN_USE',
      message: 'Sector health is in use: 1 unit.',
    });
    await api.create('PartyUnit', { ...unit, code: 'B' });
    expect(await api.refusal('mutation { deleteSectors(ids: [1]) }')).toEqual({
      code: 'IN_USE',
      message: 'Sector health is in use: 2 units.',
    });
  });
});
