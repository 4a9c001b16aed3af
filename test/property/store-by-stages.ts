import { Readable } from 'node:stream';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { importFile } from '../../server/import/import-file';
import { History } from '../reference/history';
import type { Observation, Unit, World } from '../reference/world';
import { deleteFigures, loadWorld, replaceHistories, writeFigures } from '../support/load-world';
import { setRollUpThreshold } from '../support/roll-up-threshold';

/** How a world comes to be: from another one, by edits and a reorganisation, with folds in between. */
export interface Stages {
  /** Which figures are missing, other or too many at first; by their place in the list, again and again. */
  readonly figures: readonly ('MISSING' | 'OTHER' | 'SAME')[];
  readonly isReorganised: boolean;
  readonly isReorganisedFirst: boolean;
  /** Whether each figure is deleted before it is written. */
  readonly isDeletedFirst: boolean;
  /** Whether they are written by imports. */
  readonly isImported: boolean;
  /** So many figures a transaction. */
  readonly edits: number;
  /** After each transaction, so many changes are folded: 0 for none. */
  readonly folds: readonly number[];
  /** So many units must have stood below one that keeps roll-ups. */
  readonly threshold: number;
}

export const stagesArbitrary: fc.Arbitrary<Stages> = fc.record({
  figures: fc.array(fc.constantFrom('MISSING', 'OTHER', 'SAME'), { minLength: 1, maxLength: 5 }),
  isReorganised: fc.boolean(),
  isReorganisedFirst: fc.boolean(),
  isDeletedFirst: fc.boolean(),
  isImported: fc.boolean(),
  edits: fc.integer({ min: 1, max: 12 }),
  folds: fc.array(fc.constantFrom(0, 0, 1, 3, 1000), { minLength: 1, maxLength: 5 }),
  threshold: fc.constantFrom(1, 2, 5),
});

/** Brings the database to a world through the stages, and tells what was known at the moment of each. */
export async function storeByStages(dataSource: DataSource, world: World, stages: Stages): Promise<History> {
  const history = new History();
  const units = stages.isReorganised ? world.units.map(withoutHistory) : world.units;
  const first = world.observations.flatMap((observation, index) => firstFigure(observation, index, stages));
  await setRollUpThreshold(dataSource, stages.threshold);
  await loadWorld(dataSource, { ...world, units, observations: first });
  history.write(await momentOfLatestChange(dataSource), first);
  const write = stages.isImported ? importFigures : writeFigures;
  const batches: Observation[][] = [];
  for (let start = 0; start < world.observations.length; start += stages.edits) {
    batches.push(world.observations.slice(start, start + stages.edits));
  }
  const steps = batches.flatMap((batch) => [
    ...(stages.isDeletedFirst
      ? [
          async () => {
            await deleteFigures(dataSource, batch);
            history.delete(await momentOfLatestChange(dataSource), batch);
          },
        ]
      : []),
    async () => {
      await write(dataSource, batch);
      history.write(await momentOfLatestChange(dataSource), batch);
    },
  ]);
  if (stages.isReorganised) {
    steps.splice(stages.isReorganisedFirst ? 0 : steps.length, 0, () => replaceHistories(dataSource, world));
  }
  for (const [index, step] of steps.entries()) {
    await step();
    const bite = stages.folds[index % stages.folds.length] ?? 0;
    if (bite > 0) await dataSource.query('select fold_rollups($1)', [bite]);
  }
  return history;
}

async function momentOfLatestChange(dataSource: DataSource): Promise<Date> {
  const [{ at }] = await dataSource.query('select at from change_set order by id desc limit 1');
  return at;
}

async function importFigures(dataSource: DataSource, figures: readonly Observation[]): Promise<void> {
  const rows = figures.map(({ unit, indicator, period, member, value }) =>
    [unit, indicator, period, member ?? '', value].join(','),
  );
  const file = Readable.from([Buffer.from(['unit,indicator,period,member,value', ...rows].join('\n'))]);
  const report = await importFile(dataSource, 'observations', file, { numbers: 'plain' });
  if (!report.written) throw new Error(`The import was refused: ${JSON.stringify(report.problems)}`);
}

/** As it was opened, and never changed or closed since. */
function withoutHistory({ closedOn: _, mergedInto: __, ...unit }: Unit): Unit {
  return {
    ...unit,
    placements: unit.placements.slice(0, 1).map((placement) => ({ ...placement, to: null })),
  };
}

function firstFigure(observation: Observation, index: number, { figures }: Stages): Observation[] {
  switch (figures[index % figures.length]) {
    case 'MISSING':
      return [];
    case 'OTHER':
      return [{ ...observation, value: observation.value === '7' ? '8' : '7' }];
    default:
      return [observation];
  }
}
