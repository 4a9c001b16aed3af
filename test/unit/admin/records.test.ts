import { fromApi, toCreateInput, toUpdateInput } from '../../../admin/src/dataProvider/records';
import { resourceSchema } from '../../../admin/src/dataProvider/resources';

const units = resourceSchema('partyUnits');
const answer = {
  id: '7',
  code: 'CB-01',
  name: 'Chi bộ 1',
  version: 3,
  kind: { code: 'cell', name: 'Chi bộ cơ sở' },
  sector: null,
  parent: { code: 'DBK', name: 'Đảng bộ Khối' },
};

describe('a record of the API in the pages', () => {
  it('is known by its code, and so are those it names', () => {
    expect(fromApi(answer, units)).toMatchObject({
      id: 'CB-01',
      apiId: '7',
      kind: 'cell',
      sector: null,
      parent: 'DBK',
      related: { kind: answer.kind, sector: null, parent: answer.parent },
    });
  });

  it('keeps the id of the API when it has no code of its own', () => {
    const figure = { id: '1.2.3', numeric: '4', unit: { code: 'CB-01' }, period: { code: '2022-08' } };
    expect(fromApi(figure as never, resourceSchema('observations'))).toMatchObject({
      id: '1.2.3',
      unit: 'CB-01',
      period: '2022-08',
      indicator: null,
    });
  });
});

describe('a form as input of the API', () => {
  it('leaves out what is empty when a record is made', () => {
    expect(toCreateInput({ code: 'A', name: 'B', nameEn: '', kind: null, how: 'x' }, units)).toEqual({
      code: 'A',
      name: 'B',
    });
  });

  it('sends only what was changed, and null for what was emptied', () => {
    const before = { name: 'Chi bộ 1', nameEn: 'Cell 1', kind: 'cell', sector: null };
    const form = { name: 'Chi bộ 2', nameEn: '', kind: 'cell', sector: '' };
    expect(toUpdateInput(form, before, units)).toEqual({ name: 'Chi bộ 2', nameEn: null });
  });
});
