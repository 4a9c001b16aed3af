import { parseArgs } from 'node:util';

export const help = `Usage: npm run bench -- [--sizes 100k,1M] [--shape default|five-cells] [--json FILE]

Measures Khối on a national tree with generated figures, side by side on one PostgreSQL that it starts for itself:
answers, beside the same SQL sent bare and beside a GROUP BY over the observations; edits, imports, lists, bytes, memory.

  --sizes   how many observations, one database each: 100k, 1M, 10M (default 100k)
  --shape   how the reporting cells of the import lie below the communes: over all of them (default), or five each
  --json    where the results are written (default: bench-results.json)`;

const sizes: Readonly<Record<string, number>> = { '100k': 100_000, '1M': 1_000_000, '10M': 10_000_000 };

export interface Options {
  sizes: { name: string; observations: number }[];
  cellsACommune: number | null;
  json: string;
}

export function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '100k' },
      shape: { type: 'string', default: 'default' },
      json: { type: 'string', default: 'bench-results.json' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const chosen = values.sizes.split(',').map((name) => {
    const observations = sizes[name];
    if (!observations)
      throw new Error(`There is no size ${name}: choose of ${Object.keys(sizes).join(', ')}.`);
    return { name, observations };
  });
  if (values.shape !== 'default' && values.shape !== 'five-cells') {
    throw new Error(`There is no shape ${values.shape}: choose default or five-cells.`);
  }
  return { sizes: chosen, cellsACommune: values.shape === 'default' ? null : 5, json: values.json };
}
