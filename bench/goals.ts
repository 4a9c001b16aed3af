import type { Results } from './results';

/** One thing that is to hold, and whether it does. */
export interface Goal {
  size: string;
  what: string;
  measured: number;
  /** The comparison that is to hold between `measured` and `limit`. */
  is: '<' | '<=' | '>=' | '=';
  limit: number;
  unit: string;
  met: boolean;
}

const timesBare = { questions: ['Q1', 'Q1s', 'Q2', 'Q4', 'Q5', 'Q5s'], limit: 3 };
const topTen = { questions: ['Q3', 'Q3s'], limit: 50 };
const byHandAtRoot = { questions: ['Q5', 'Q5s'], size: '10M', limit: 100 };
const growth = { from: '1M', to: '10M', limit: 1.3 };
const writeRatio = 0.6;
const importRatio = 3;
const space = { size: '10M', limit: 220 };
const listRatio = 0.5;
const besideHostile = 3;

/** Every goal that this run can tell something about. */
export function checkGoals(results: Omit<Results, 'goals'>): Goal[] {
  return [
    ...questionGoals(results),
    ...growthGoals(results),
    ...writeGoals(results),
    ...importGoals(results),
    ...results.space
      .filter(({ size }) => size === space.size)
      .map(({ size, bytesPerFigure }) =>
        goal(size, 'bytes for each figure', bytesPerFigure, '<', space.limit, 'bytes'),
      ),
    ...results.load.flatMap(({ size, what, rate, bareRate }) =>
      bareRate === null
        ? []
        : [goal(size, `${what}: answers/s of a bare server`, rate / bareRate, '>=', listRatio, '×')],
    ),
    ...results.hostile.map(({ size, question, alone, beside }) =>
      goal(size, `${question} beside hostile requests`, beside.p50 / alone.p50, '<', besideHostile, '×'),
    ),
  ];
}

function questionGoals({ questions }: Omit<Results, 'goals'>): Goal[] {
  return questions.flatMap(({ size, question, http, bare, byHand }) => [
    ...(timesBare.questions.includes(question)
      ? [goal(size, `${question}: times bare pg`, http.p50 / bare.p50, '<', timesBare.limit, '×')]
      : []),
    ...(topTen.questions.includes(question) ? [goal(size, question, http.p50, '<', topTen.limit, 'ms')] : []),
    ...(byHandAtRoot.questions.includes(question) && size === byHandAtRoot.size
      ? [goal(size, `${question}: faster than by hand`, byHand.p50 / http.p50, '>=', byHandAtRoot.limit, '×')]
      : []),
  ]);
}

function growthGoals({ questions }: Omit<Results, 'goals'>): Goal[] {
  return questions
    .filter(({ size, question }) => size === growth.to && !question.endsWith('m'))
    .flatMap(({ question, http }) => {
      const before = questions.find((other) => other.size === growth.from && other.question === question);
      const name = `${question}: growth from ${growth.from}`;
      return before ? [goal(growth.to, name, http.p50 / before.http.p50, '<', growth.limit, '×')] : [];
    });
}

function writeGoals({ writes }: Omit<Results, 'goals'>): Goal[] {
  return writes.flatMap(({ size, rate, rateWithout, deadlocks, ...variant }) => {
    const name = `writes, ${describeWrites(variant)}`;
    return [
      ...(rateWithout === null
        ? []
        : [goal(size, `${name}: rate without roll-ups`, rate / rateWithout, '>=', writeRatio, '×')]),
      goal(size, `${name}: deadlocks`, deadlocks, '=', 0, ''),
    ];
  });
}

function importGoals({ imports }: Omit<Results, 'goals'>): Goal[] {
  return imports.flatMap(({ shape, insert, importer }) =>
    insert.secondsWithout === null
      ? []
      : [
          goal(
            shape,
            'import, one statement: times a plain insert',
            insert.seconds / insert.secondsWithout,
            '<=',
            importRatio,
            '×',
          ),
          goal(
            shape,
            'import, khoi import: times the same without roll-ups',
            importer.seconds / (importer.secondsWithout ?? Number.NaN),
            '<=',
            importRatio,
            '×',
          ),
        ],
  );
}

function goal(
  size: string,
  what: string,
  measured: number,
  is: Goal['is'],
  limit: number,
  unit: string,
): Goal {
  const holds = {
    '<': measured < limit,
    '<=': measured <= limit,
    '>=': measured >= limit,
    '=': measured === limit,
  };
  return { size, what, measured, is, limit, unit, met: holds[is] };
}

/** How writers write, in words. */
export function describeWrites(variant: {
  kept: 'FLOW' | 'STOCK';
  editsPerTransaction: number;
  waitsForDisk: boolean;
}): string {
  const edits =
    variant.editsPerTransaction === 1 ? 'single edits' : `${variant.editsPerTransaction} edits a transaction`;
  return `${edits} of ${variant.kept.toLowerCase()}s${variant.waitsForDisk ? '' : ', disk not awaited'}`;
}
