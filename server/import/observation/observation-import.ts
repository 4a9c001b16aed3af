import type { QueryRunner } from 'typeorm';
import { parsePeriod, startOf } from '../../period/period';
import type { CopiedCell } from '../copy-rows';
import { type NumberFormat, NumberFormatDetector, readNumber } from '../file/number-format';
import type { Row } from '../file/read-table';
import type { ImportOptions } from '../import-options';
import type { Counts } from '../import-report';
import type { ImportContext, RowImport } from '../row-import';
import { findProblems } from './find-problems.sql';
import { mergeObservations } from './merge-observations.sql';
import { type FoundProblem, toProblem } from './problem-rules';
import { createStaging } from './staging.sql';

/** Figures: unit, indicator, period, member, value. */
export class ObservationImport implements RowImport {
  static readonly columns = {
    required: ['unit', 'indicator', 'period', 'value'],
    optional: ['member', 'note', 'source'],
  };

  readonly table = 'staged_observation';
  skipped = 0;
  private readonly detector = new NumberFormatDetector();
  private readonly periods = new Map<string, { type: string; start: string }>();
  private detected: 'vi' | 'en' | null = null;

  constructor(
    private readonly context: ImportContext,
    private readonly options: ImportOptions,
  ) {}

  get numberFormat(): NumberFormat | null {
    return this.options.numbers === 'auto' ? this.detected : this.options.numbers;
  }

  async prepare(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(createStaging);
  }

  stage({ number, cells }: Row): CopiedCell[] | null {
    const { unit = '', indicator = '', period = '', member = '', value = '', note = '', source = '' } = cells;
    if (value === '' && this.options.empty === 'skip') {
      this.skipped += 1;
      return null;
    }
    const read = this.readPeriod(number, period);
    const [asVi, asEn] = this.readValue(number, value);
    return [
      ...[number, unit, indicator, period, read?.type ?? null, read?.start ?? null, member || null],
      ...[value || null, asVi, asEn, note || null, source || null],
    ];
  }

  async check(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('analyze staged_observation');
    if (this.options.numbers === 'auto') this.decideFormat();
    const { text, values } = findProblems(this.column, this.context.problems.limit);
    const found: FoundProblem[] = await queryRunner.query(text, values);
    this.context.problems.addAll(found.map(toProblem), found[0]?.total ?? 0);
  }

  async merge(queryRunner: QueryRunner): Promise<Counts> {
    const { text, values } = mergeObservations(this.column, this.context.present);
    const [counts] = await queryRunner.query(text, values);
    return counts;
  }

  /** Which of the two readings of values is the right one. */
  private get column(): 'as_vi' | 'as_en' {
    return this.numberFormat === 'vi' ? 'as_vi' : 'as_en';
  }

  private decideFormat(): void {
    const decision = this.detector.decide();
    if ('format' in decision) this.detected = decision.format;
    else this.context.problems.add({ column: 'value', ...decision });
  }

  private readPeriod(row: number, code: string): { type: string; start: string } | undefined {
    const known = this.periods.get(code);
    if (known) return known;
    try {
      const period = parsePeriod(code);
      const read = { type: period.type, start: startOf(period) };
      this.periods.set(code, read);
      return read;
    } catch {
      this.problem(row, 'period', code, 'It is not a period: write 2022, 2022-H2, 2022-Q3 or 2022-08.');
      return undefined;
    }
  }

  private readValue(row: number, text: string): [asVi: string | null, asEn: string | null] {
    if (text === '') {
      if (this.options.empty === 'refuse') {
        this.problem(row, 'value', text, 'It is empty: fill it in, or say --empty skip or --empty delete.');
      }
      return [null, null];
    }
    const { numbers } = this.options;
    const asVi = numbers === 'auto' || numbers === 'vi' ? readNumber(text, 'vi') : null;
    const asEn = numbers === 'vi' ? null : readNumber(text, numbers === 'auto' ? 'en' : numbers);
    if (asVi === null && asEn === null) {
      this.problem(row, 'value', text, `It is not a number${describeFormat(numbers)}.`);
    } else {
      this.detector.see(row, text, asVi, asEn);
    }
    return [asVi, asEn];
  }

  private problem(row: number, column: string, value: string, reason: string): void {
    this.context.problems.add({ row, column, value, reason });
  }
}

function describeFormat(numbers: ImportOptions['numbers']): string {
  const examples = { plain: '4240.5', vi: '4.240,5', en: '4,240.5' };
  return numbers === 'auto' ? '' : ` in the format ${numbers}, such as ${examples[numbers]}`;
}
