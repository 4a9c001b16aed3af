import { cellsOf, FIGURES_PER_CELL, planTree, sizes } from '../../../bench/generate/world';
import { compareAnswers } from '../../../bench/verify-answer';

describe('the country of the bench', () => {
  it('has 760 figures a cell, and as many cells as the size needs', () => {
    expect(FIGURES_PER_CELL).toBe(760);
    expect(Object.values(sizes).map(cellsOf)).toEqual([132, 1316, 13_158]);
  });

  it('is the same whenever it is made', () => {
    expect(planTree(132, 'national')).toEqual(planTree(132, 'national'));
  });

  it('has the same units above the cells at every size, parents first', () => {
    const small = planTree(132, 'national');
    const large = planTree(1316, 'five-cells');
    expect(large.slice(0, 11_764)).toEqual(small.slice(0, 11_764));
    expect(small).toHaveLength(1 + 63 + 700 + 11_000 + 132);
    const known = new Set<string | null>([null]);
    for (const { code, parent } of large) {
      expect(known.has(parent)).toBe(true);
      known.add(code);
    }
  });

  it.each([
    ['national', 132, 111],
    ['national', 13_158, 11_000],
    ['five-cells', 132, 27],
    ['five-cells', 13_158, 2632],
  ] as const)(
    'of shape %s with %i cells has them under %i communes of all provinces',
    (shape, cells, communes) => {
      const units = planTree(cells, shape);
      const parentOf = new Map(units.map(({ code, parent }) => [code, parent]));
      const reporting = new Set(units.slice(-cells).map(({ parent }) => parent));
      const provinces = new Set(
        [...reporting].map((commune) => parentOf.get(parentOf.get(commune ?? '') ?? '')),
      );
      expect(reporting.size).toBe(communes);
      expect(provinces.size).toBe(Math.min(63, communes));
    },
  );

  it('has every sector and kind among its cells', () => {
    const cells = planTree(132, 'national').slice(-132);
    expect(new Set(cells.map(({ sector }) => sector)).size).toBe(5);
    expect(new Set(cells.map(({ kind }) => kind)).size).toBe(3);
  });
});

describe('answers held against those by hand', () => {
  const rows = [
    { key: 'a', value: '3' },
    { key: 'b', value: '2' },
    { key: 'c', value: '2' },
  ];

  it('may name another of the last that are equal', () => {
    const [a, b] = rows as [(typeof rows)[0], (typeof rows)[0]];
    expect(() => compareAnswers('Q', rows, [a, b, { key: 'd', value: '2' }])).not.toThrow();
  });

  it.each([
    ['another value', [{ key: 'a', value: '4' }, ...rows.slice(1)]],
    ['another key', [{ key: 'x', value: '3' }, ...rows.slice(1)]],
    ['fewer rows', rows.slice(1)],
    ['no rows', []],
  ])('are refused for %s', (_, served) => {
    expect(() => compareAnswers('Q', served, rows)).toThrow('Q: the server answers');
  });
});
