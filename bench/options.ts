import { parseArgs } from 'node:util';
import { type Shape, type Size, shapes, sizes } from './generate/world';

export const help = `Usage: npm run bench -- [OPTIONS]

Generates a country of 11,764 units with cells that report, measures the server on it, and what it is held against, on one
PostgreSQL; prints tables and goals, and writes all results as JSON. Exit code 1 when an answer was wrong, not when a goal
was missed.

  --size SIZES        100k (the default), 1M or 10M figures; several as 1M,10M, which are then measured side by side
  --shape SHAPE       how many cells a commune has: national (1.2, the default) or five-cells; imports are measured in both
                      unless it is given
  --only PARTS        some of questions, space, writes, load, hostile, import
  --rounds N          how often each question is asked (40)
  --seconds N         how long each round of load lasts, and each two of the writers' four (3)
  --import-rows N     how many rows are imported (the largest size, 1,000,000 at most)
  --seed N            what the figures are generated from (1)
  --data-dir DIR      keep PostgreSQL and the generated databases there, and take them up again the next time
  --database-url URL  a PostgreSQL of your own, on which databases bench_… are made and removed; --keep leaves them
  --keep              with --database-url: leave the generated databases, and take up those of an earlier run
  --json FILE         where the results go (bench-results/, named by time and size)`;

export const parts = ['questions', 'space', 'writes', 'load', 'hostile', 'import'] as const;
export type Part = (typeof parts)[number];

export interface Options {
  sizes: Size[];
  shape: Shape;
  importShapes: Shape[];
  parts: ReadonlySet<Part>;
  rounds: number;
  seconds: number;
  importRows: number;
  seed: number;
  dataDir: string | undefined;
  databaseUrl: string | undefined;
  keep: boolean;
  json: string | undefined;
}

/** The command was not called as it can be. */
export class UsageError extends Error {
  override name = 'Usage';
}

/** The options of the command line; nothing when help is asked for. */
export function readOptions(args: string[]): Options | null {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '100k' },
      shape: { type: 'string' },
      only: { type: 'string', default: parts.join(',') },
      rounds: { type: 'string', default: '40' },
      seconds: { type: 'string', default: '3' },
      'import-rows': { type: 'string' },
      seed: { type: 'string', default: '1' },
      'data-dir': { type: 'string' },
      'database-url': { type: 'string' },
      keep: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const known = <Name extends string>(what: string, text: string, names: readonly Name[]) =>
    text.split(',').map((name) => oneOf(what, name.trim(), names));
  const chosen = known('--size', values.size, Object.keys(sizes) as Size[]);
  const shape = values.shape === undefined ? null : oneOf('--shape', values.shape, shapeNames);
  const largest = Math.max(...chosen.map((size) => sizes[size]));
  return {
    sizes: [...new Set(chosen)].sort((a, b) => sizes[a] - sizes[b]),
    shape: shape ?? 'national',
    importShapes: shape ? [shape] : shapeNames,
    parts: new Set(known('--only', values.only, parts)),
    rounds: count('--rounds', values.rounds),
    seconds: count('--seconds', values.seconds),
    importRows: count('--import-rows', values['import-rows'] ?? String(Math.min(largest, sizes['1M']))),
    seed: count('--seed', values.seed),
    dataDir: values['data-dir'],
    databaseUrl: values['database-url'],
    keep: values.keep || values['data-dir'] !== undefined,
    json: values.json,
  };
}

const shapeNames = Object.keys(shapes) as Shape[];

function oneOf<Name extends string>(what: string, text: string, names: readonly Name[]): Name {
  const found = names.find((name) => name === text);
  if (!found) throw new UsageError(`${what}: "${text}" is none of ${names.join(', ')}.`);
  return found;
}

function count(what: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`${what} is a whole number from 1; not "${text}".`);
  return Number(text);
}
