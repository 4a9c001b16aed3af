import type { QueryRunner } from 'typeorm';
import {
  Direction,
  Fill,
  PeriodAggregation,
  UnitAggregation,
} from '../../../schema/indicator/aggregation.enum';
import { PeriodType } from '../../../schema/period/period-type.enum';
import { AppError } from '../../errors';
import { type FormulaOperand, formulaOperands, parseFormula } from '../../indicator/formula';
import type { CopiedCell } from '../copy-rows';
import { readNumber } from '../file/number-format';
import type { Row } from '../file/read-table';
import { lineProblem } from '../file/read-text';
import type { Counts } from '../import-report';
import type { ImportContext, RowImport } from '../row-import';
import { findIndicatorProblems } from './find-indicator-problems.sql';
import { type FoundProblem, toProblem } from './indicator-rules';
import { mergeIndicators, mergeOperands } from './merge-indicators.sql';
import { createStaging, stageOperands } from './staging.sql';

/** What is counted: reported indicators, and computed ones whose operands may stand further down. */
export class IndicatorImport implements RowImport {
  static readonly columns = {
    required: [
      'code',
      'name',
      'name_en',
      'unit_of_measure',
      'decimals',
      'period_type',
      'unit_aggregation',
      'period_aggregation',
      'formula',
    ],
    optional: ['dimension', 'description', 'group', 'direction', 'fill', 'minimum', 'maximum'],
  };

  readonly table = 'staged_indicator';
  readonly skipped = 0;
  readonly numberFormat = null;
  private readonly operands: (FormulaOperand & { row: number })[] = [];

  constructor(private readonly context: ImportContext) {}

  async prepare(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(createStaging);
    // Formulas are saved one after the other: two that close a circle together would each not see the other.
    await queryRunner.query("select pg_advisory_xact_lock(hashtext('khoi.formula'))");
  }

  stage({ number, cells }: Row): CopiedCell[] {
    const cell = new IndicatorCells(number, cells, this.context);
    const formula = cell.formula();
    this.operands.push(...formula.operands.map((operand) => ({ ...operand, row: number })));
    if (formula.text === null) cell.requireReportedColumns();
    else cell.refuseReportedColumns();
    return [
      number,
      cell.line('code', 64, { isRequired: true }),
      cell.line('name', 500, { isRequired: true }),
      cell.line('name_en', 500),
      cell.line('unit_of_measure', 100),
      cell.decimals(),
      cell.oneOf('period_type', Object.keys(PeriodType)),
      cell.oneOf('unit_aggregation', Object.keys(UnitAggregation)),
      cell.oneOf('period_aggregation', Object.keys(PeriodAggregation)),
      formula.text,
      cell.text('dimension'),
      cell.longText('description', 4000),
      cell.line('group', 200),
      cell.oneOf('direction', Object.keys(Direction)),
      cell.oneOf('fill', Object.keys(Fill)),
      cell.number('minimum'),
      cell.number('maximum'),
    ];
  }

  async check(queryRunner: QueryRunner): Promise<void> {
    const staging = stageOperands(this.operands);
    await queryRunner.query(staging.text, staging.values);
    const { text, values } = findIndicatorProblems(this.context.present, this.context.problems.limit);
    const found: FoundProblem[] = await queryRunner.query(text, values);
    this.context.problems.addAll(found.map(toProblem), found[0]?.total ?? 0);
  }

  async merge(queryRunner: QueryRunner): Promise<Counts> {
    const [counts] = await queryRunner.query(mergeIndicators(this.context.present));
    for (const step of mergeOperands) await queryRunner.query(step);
    return counts;
  }
}

/** Reads the cells of one row and notes what is wrong with each. */
class IndicatorCells {
  constructor(
    private readonly row: number,
    private readonly cells: Record<string, string>,
    private readonly context: ImportContext,
  ) {}

  text(column: string): string | null {
    return this.cells[column] || null;
  }

  line(column: string, longest: number, { isRequired = false } = {}): string | null {
    const text = this.cells[column] ?? '';
    this.note(column, text === '' && isRequired ? 'It is empty.' : lineProblem(text, longest));
    return text || null;
  }

  longText(column: string, longest: number): string | null {
    const text = this.cells[column] ?? '';
    if (text.length > longest) this.note(column, `It must be at most ${longest} characters long.`);
    return text || null;
  }

  oneOf(column: string, allowed: string[]): string | null {
    const text = this.text(column)?.toUpperCase() ?? null;
    if (text !== null && !allowed.includes(text)) this.note(column, `There are ${allowed.join(', ')}.`);
    return text;
  }

  decimals(): number {
    const text = this.text('decimals') ?? '0';
    const decimals = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
    if (decimals <= 12) return decimals;
    this.note('decimals', 'It must be a whole number from 0 to 12.');
    return 0;
  }

  number(column: string): string | null {
    const text = this.text(column);
    const read = text === null ? null : readNumber(text, 'plain');
    if (text !== null && read === null) this.note(column, 'It must be a number such as 0 or 99.5.');
    return read;
  }

  formula(): { text: string | null; operands: FormulaOperand[] } {
    const text = this.longText('formula', 4000);
    if (text === null) return { text, operands: [] };
    try {
      return { text, operands: formulaOperands(parseFormula(text)) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      this.note('formula', error.message);
      return { text, operands: [] };
    }
  }

  requireReportedColumns(): void {
    for (const column of ['period_type', 'unit_aggregation', 'period_aggregation']) {
      if (this.text(column) === null) {
        this.note(column, 'It is empty: only an indicator with a formula goes without.');
      }
    }
  }

  refuseReportedColumns(): void {
    for (const column of [
      'period_type',
      'unit_aggregation',
      'period_aggregation',
      'dimension',
      'minimum',
      'maximum',
    ]) {
      if (this.text(column) !== null) {
        this.note(column, 'It must be empty: an indicator with a formula takes it from its operands.');
      }
    }
  }

  private note(column: string, reason: string | null): void {
    if (reason === null) return;
    this.context.problems.add({ row: this.row, column, value: this.cells[column] ?? null, reason });
  }
}
