import { readDiff } from '../../../admin/src/audit/readDiff';

describe('what an entry of the trace says', () => {
  it('is told field by field, as it was and as it is', () => {
    expect(
      readDiff({
        before: '{"note":null,"name":"Cũ","version":1}',
        after: '{"note":"Mới","name":"Mới","version":2}',
      }),
    ).toEqual([
      { field: 'note', before: null, after: 'Mới' },
      { field: 'name', before: 'Cũ', after: 'Mới' },
    ]);
  });

  it('leaves out what a new or deleted record had no value for', () => {
    expect(readDiff({ before: null, after: '{"id":7,"code":"A","nameEn":null,"note":""}' })).toEqual([
      { field: 'code', before: null, after: 'A' },
    ]);
    expect(readDiff({ before: '{"code":"A"}', after: null })).toEqual([
      { field: 'code', before: 'A', after: null },
    ]);
  });

  it('keeps numbers as the text that they are', () => {
    const [change] = readDiff({ before: null, after: '{"numeric":12.5}' });
    expect(change?.after).toBe('12.5');
  });
});
