import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an act on the tree did to each unit that it concerns, so that it can be undone exactly: the life and placements of
 * the unit before and after, and the attributes that the act set on its date. `before` is null for a unit that the act
 * opened; both are null for acts that were recorded without them.
 *
 * A copy of the state and not a row for each old placement: it is read by one reader, whole, and names nothing that has
 * to be found by it.
 */
export class KeepWhatActsReplace1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit_change_unit
        add column before jsonb,
        add column after jsonb,
        add column sets text[] not null default '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations are not undone: restore a backup instead.');
  }
}
