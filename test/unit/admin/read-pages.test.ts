import { readPages } from '../../../admin/src/dataProvider/readPages';

/** A list of so many rows, and the pages that were asked of it. */
function listOf(total: number) {
  const asked: number[] = [];
  const readPage = async (page: number, perPage: number) => {
    asked.push(page);
    const length = Math.max(0, Math.min(perPage, total - (page - 1) * perPage));
    return { data: Array.from({ length }, (_, index) => (page - 1) * perPage + index), total };
  };
  return { asked, readPage };
}

describe('more rows than the API answers at once', () => {
  it.each([
    [0, 0, 1],
    [17, 17, 1],
    [1_000, 1_000, 2],
    [2_345, 2_345, 3],
    [9_000, 5_000, 5],
  ])('come page after page: of %d rows %d in %d pages', async (total, length, pages) => {
    const { asked, readPage } = listOf(total);
    const answer = await readPages(5_000, readPage);
    expect(answer).toEqual({ data: Array.from({ length }, (_, index) => index), total });
    expect(asked).toHaveLength(pages);
  });
});
