interface Page<Row> {
  data: Row[];
  total?: number;
}

/** The API answers no more at once. */
export const LARGEST_PAGE = 1_000;

/** As many rows as are wanted, or all there are, page after page: exports want more than the API answers at once. */
export async function readPages<Row>(
  wanted: number,
  readPage: (page: number, perPage: number) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  const data: Row[] = [];
  for (let page = 1; ; page++) {
    const answer = await readPage(page, LARGEST_PAGE);
    data.push(...answer.data);
    const isLast = answer.data.length < LARGEST_PAGE || data.length >= wanted;
    if (isLast) return { ...answer, data: data.slice(0, wanted) };
  }
}
