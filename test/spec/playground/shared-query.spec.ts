import { linkTo, readSharedQuery } from '../../../admin/playground/sharedQuery';

const page = 'http://localhost:4000/playground';

describe('a link to a query', () => {
  it.each([
    ['a query alone', { query: '{ me { name } }', variables: '' }],
    [
      'a query with variables',
      { query: 'query A($q: String) { a(q: $q) }', variables: '{ "q": "Đảng bộ & #1 +" }' },
    ],
    ['a query with lines and comments', { query: '# Số đảng viên\n{\n  a\n}\n', variables: '' }],
    ['a query too long for an address', { query: `{ ${'a '.repeat(9000)} }`, variables: '{"b":1}' }],
  ])('gives back %s', (_, shared) => {
    expect(readSharedQuery(linkTo(shared, page))).toEqual(shared);
  });

  it('is readable: the query stands in the address', () => {
    expect(linkTo({ query: '{a}', variables: '{"b":1}' }, page)).toBe(
      'http://localhost:4000/playground?query=%7Ba%7D&variables=%7B%22b%22%3A1%7D',
    );
  });

  it('keeps a long query away from the server', () => {
    const link = new URL(linkTo({ query: 'a'.repeat(9000), variables: '' }, page));
    expect(link.search).toBe('');
  });

  it.each([[page], [`${page}?query=`], [`${page}?variables=%7B%7D`], [`${page}#section`]])(
    'is not seen in %s',
    (address) => {
      expect(readSharedQuery(address)).toBeUndefined();
    },
  );
});
