import type { PeriodFilter } from '../../schema/period/period-filter.inputs';
import { endOf, parsePeriod, type Span, startOf } from '../period/period';
import { invalidInput } from '../validate-input';
import type { Bind, FilterField } from './filter-fields';

/** A period kept as its first day and its type; both are SQL. */
export function period(start: string, type: string): FilterField<PeriodFilter> {
  const equal = (code: string, bind: Bind) => {
    const span = parsePeriod(code);
    return `(${start} = ${bind(startOf(span))} and ${type} = ${bind(span.type)})`;
  };
  const among = (spans: Span[], bind: Bind) => `exists (
    select from unnest(
      cast(${bind(spans.map(startOf))} as date[]),
      cast(${bind(spans.map(({ type }) => type))} as text[])
    ) as wanted (starts_on, type)
    where wanted.starts_on = ${start} and wanted.type = ${type})`;
  return {
    conditions(filter, bind) {
      for (const [operator, value] of Object.entries(filter)) {
        if (value === null) throw invalidInput({ [operator]: 'cannot be null; leave it out' });
      }
      const { eq, in: oneOf, gte, lte } = filter;
      const conditions: string[] = [];
      if (eq !== undefined) conditions.push(equal(eq, bind));
      if (oneOf) conditions.push(among(oneOf.map(parsePeriod), bind));
      if (gte !== undefined) conditions.push(`${start} >= ${bind(startOf(parsePeriod(gte)))}`);
      if (lte !== undefined) {
        const end = bind(endOf(parsePeriod(lte)));
        // The first condition says nothing new, but an index knows it.
        conditions.push(`${start} < ${end}`, `period_end(${type}, ${start}) <= ${end}`);
      }
      return conditions;
    },
  };
}
