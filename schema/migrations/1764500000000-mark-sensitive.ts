import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indicators that a grant can leave out, with all that is computed from them. */
export class MarkSensitive1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
alter table indicator add column is_sensitive boolean not null default false;

-- What is computed from a sensitive indicator would tell its figures.
create view sensitive_indicator as
with recursive sensitive as (
  select id from indicator where is_sensitive
  union
  select operand.indicator_id from sensitive join indicator_operand operand on operand.operand_id = sensitive.id
)
select id from sensitive;`);
  }

  async down(): Promise<void> {
    throw new Error('The mark is not taken back: figures that were kept from some would be shown to all.');
  }
}
