import type { QueryRunner } from 'typeorm';
import type { CopiedCell } from '../copy-rows';
import { readDay } from '../file/read-day';
import type { Row } from '../file/read-table';
import { lineProblem } from '../file/read-text';
import type { Counts } from '../import-report';
import type { ImportContext, RowImport } from '../row-import';
import { findUnitProblems } from './find-unit-problems.sql';
import { mergeUnits } from './merge-units.sql';
import { createStaging } from './staging.sql';
import { type FoundProblem, toProblem } from './unit-rules';

/** Units with where they stand: new ones are opened, the latest state of existing ones is corrected. */
export class UnitImport implements RowImport {
  static readonly columns = {
    required: ['code', 'name', 'name_en', 'kind', 'sector', 'parent', 'opened_on', 'closed_on'],
    optional: [],
  };

  readonly table = 'staged_unit';
  readonly skipped = 0;
  readonly numberFormat = null;

  constructor(private readonly context: ImportContext) {}

  async prepare(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(createStaging);
  }

  stage({ number, cells }: Row): CopiedCell[] {
    const { kind = '', sector = '', parent = '' } = cells;
    const code = this.readLine(number, 'code', cells.code, 64, { isRequired: true });
    const name = this.readLine(number, 'name', cells.name, 500, { isRequired: true });
    const nameEn = this.readLine(number, 'name_en', cells.name_en, 500, { isRequired: false });
    const openedOn = this.readDay(number, 'opened_on', cells.opened_on, { isRequired: true });
    const closedOn = this.readDay(number, 'closed_on', cells.closed_on, { isRequired: false });
    return [number, code, name, nameEn, kind || null, sector || null, parent || null, openedOn, closedOn];
  }

  async check(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('analyze staged_unit');
    const { text, values } = findUnitProblems(this.context.problems.limit);
    const found: FoundProblem[] = await queryRunner.query(text, values);
    this.context.problems.addAll(found.map(toProblem), found[0]?.total ?? 0);
  }

  async merge(queryRunner: QueryRunner): Promise<Counts> {
    const { steps, count } = mergeUnits;
    for (const step of steps) await queryRunner.query(step);
    const [counts] = await queryRunner.query(count);
    return counts;
  }

  private readLine(
    row: number,
    column: string,
    text = '',
    longest: number,
    { isRequired }: { isRequired: boolean },
  ): string | null {
    const reason = text === '' && isRequired ? 'It is empty.' : lineProblem(text, longest);
    if (reason) this.context.problems.add({ row, column, value: text, reason });
    return text || null;
  }

  private readDay(
    row: number,
    column: string,
    text = '',
    { isRequired }: { isRequired: boolean },
  ): string | null {
    const day = readDay(text);
    if (day !== null || (text === '' && !isRequired)) return day;
    const reason = text === '' ? 'It is empty.' : 'It is not a day from 1900 to 2199: write YYYY-MM-DD.';
    this.context.problems.add({ row, column, value: text, reason });
    return null;
  }
}
