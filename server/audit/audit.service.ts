import type { DataSource } from 'typeorm';
import type { AuditEntryListArgs } from '../../schema/audit/audit-entry.args';
import type { AuditEntry } from '../../schema/audit/audit-entry.type';
import type { Page } from '../../schema/list/page-type';
import { SortOrder } from '../../schema/list/sort-order.enum';
import type { Caller } from '../access/caller';
import { invalidInput } from '../validate-input';
import {
  type ChangeSetRange,
  countSql,
  isHistoryOfFigure,
  pageSql,
  rangeSql,
  type TraceQuestion,
} from './entries.sql';
import { type EntryRow, toEntry } from './to-entry';

/** How much further a page is looked for when the nearest change sets do not fill it. */
const FURTHER = 100;

/** The trace of changes, for who may read it. */
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly caller: Caller,
  ) {}

  async list({ filter, sort, page, perPage }: AuditEntryListArgs): Promise<Page<AuditEntry>> {
    this.caller.access.require('READ_AUDIT');
    const order = sort?.[0]?.order ?? SortOrder.DESC;
    const question: TraceQuestion = { filter: checked(filter ?? {}), caller: this.caller, order };
    const limit = perPage ?? 25;
    const offset = ((page ?? 1) - 1) * limit;
    const [rows, total] = await Promise.all([this.find(question, limit, offset), this.count(question)]);
    return { items: rows.map(toEntry), total };
  }

  /**
   * Looks among the nearest change sets first: a page of a trace of millions of entries is then found by their indexes. So many
   * change sets as entries are wanted have them, unless entries are few among them, as with a filter.
   */
  private async find(question: TraceQuestion, limit: number, offset: number): Promise<EntryRow[]> {
    const wanted = { limit, offset };
    if (isHistoryOfFigure(question.filter)) return this.page(question, null, wanted);
    for (let reach = limit + offset; ; reach *= FURTHER) {
      const { text, values } = rangeSql(question, reach);
      const [range]: { first: string; last: string; count: number }[] = await this.dataSource.query(
        text,
        values,
      );
      if (!range || range.count === 0) return [];
      const rows = await this.page(question, range, wanted);
      if (rows.length === limit || range.count < reach) return rows;
    }
  }

  private page(
    question: TraceQuestion,
    range: ChangeSetRange,
    wanted: { limit: number; offset: number },
  ): Promise<EntryRow[]> {
    const { text, values } = pageSql(question, range, wanted);
    return this.dataSource.query(text, values);
  }

  private async count(question: TraceQuestion): Promise<number> {
    const { text, values } = countSql(question);
    const [row]: { total: number }[] = await this.dataSource.query(text, values);
    return row?.total ?? 0;
  }
}

function checked(filter: TraceQuestion['filter']): TraceQuestion['filter'] {
  if (filter.recordId && !filter.resource?.eq) {
    throw invalidInput({ recordId: 'goes with resource: { eq: … }, since ids of different kinds are alike' });
  }
  return filter;
}
