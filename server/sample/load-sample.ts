import type { DataSource, EntityManager } from 'typeorm';
import { Access } from '../access/access';
import { inWriteTransaction } from '../database/write-transaction';
import { insertDemoAccounts } from '../sign-in/demo-accounts';
import { generateSample } from './generate-sample';
import { insertDimensions, insertKinds, insertSectors } from './sql/insert-catalogue.sql';
import { insertIndicators, insertOperands } from './sql/insert-indicators.sql';
import { insertObservations } from './sql/insert-observations.sql';
import { insertProgramme, insertTargets } from './sql/insert-programme.sql';
import { insertChanges, insertPlacements, insertUnits, setSuccessors } from './sql/insert-units.sql';

const author = { access: Access.ofSystem('sample'), requestId: null };

/** Writes the sample into an empty database, all of it or nothing. */
export async function loadSample(dataSource: DataSource): Promise<void> {
  const { units, changes, observations } = generateSample();
  await inWriteTransaction(dataSource, author, async (manager) => {
    await refuseUnlessEmpty(manager);
    for (const { text, values } of [
      insertKinds(),
      insertSectors(),
      insertDimensions(),
      insertUnits(units),
      setSuccessors(units),
      insertPlacements(units),
      insertChanges(changes),
      insertIndicators(),
      insertOperands(),
      insertProgramme(),
      insertTargets(),
    ]) {
      await manager.query(text, values);
    }
    await insertDemoAccounts(manager);
    // Checked now, the units need no look at the figures that follow.
    await manager.query('set constraints all immediate');
    const { text, values } = insertObservations(observations);
    await manager.query(text, values);
    // Without statistics the first questions would be planned for empty tables.
    await manager.query(
      `select refresh_statistics(filled) from unnest('{party_unit,unit_placement,indicator,observation}'::regclass[]) as filled`,
    );
  });
}

async function refuseUnlessEmpty(manager: EntityManager): Promise<void> {
  const [row] = await manager.query<{ used: boolean }[]>(
    'select exists (select from party_unit) or exists (select from indicator) as used',
  );
  if (row?.used)
    throw new Error('The sample goes into an empty database only: this one has units or indicators.');
}
