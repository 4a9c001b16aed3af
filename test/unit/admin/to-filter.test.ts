import { resourceSchema } from '../../../admin/src/dataProvider/resources';
import { toFilter } from '../../../admin/src/dataProvider/toFilter';

const filterOf = (resource: string, values: Record<string, unknown>) =>
  toFilter(values, resourceSchema(resource));

describe('from a filter form to a filter of the API', () => {
  it('asks for equality unless the name says otherwise', () => {
    expect(
      filterOf('observations', { indicator: 'members', period_gte: '2017', period_lte: '2022' }).filter,
    ).toEqual({
      indicator: { eq: 'members' },
      period: { gte: '2017', lte: '2022' },
    });
  });

  it('takes several values as a choice of them', () => {
    expect(filterOf('partyUnits', { kind: ['a', 'b'] }).filter).toEqual({ kind: { in: ['a', 'b'] } });
  });

  it('leaves search and the filters of the API as they are', () => {
    expect(filterOf('observations', { q: 'dang bo', under: 'DBK' }).filter).toEqual({
      q: 'dang bo',
      under: 'DBK',
    });
  });

  it('hands dates and closed units to the list, not to its filter', () => {
    expect(filterOf('partyUnits', { level: 2, asOf: '2020-01-01', includeClosed: true })).toEqual({
      filter: { level: { eq: 2 } },
      listArguments: { asOf: '2020-01-01', includeClosed: true },
    });
  });

  it('leaves out what is empty', () => {
    expect(filterOf('partyUnits', { q: '', kind: null, sector: undefined }).filter).toEqual({});
  });
});
