import type { Draft } from './draft';
import type { HistoricUnit } from './unit-history';

const SHOWN = 20;

/** What closing units report as stocks ends with them, and those that go on have none until they report. */
export async function warnOfStocks(
  { manager, day, warnings }: Draft,
  closing: readonly HistoricUnit[],
  successors: readonly string[],
): Promise<void> {
  const stocks: { code: string }[] = await manager.query(
    `select code
     from indicator
     where period_aggregation = 'LAST'
       and exists (
         select from observation
         where observation.indicator_id = indicator.id and observation.unit_id = any($1::integer[]))
     order by code collate "C"`,
    [closing.map(({ id }) => id)],
  );
  if (stocks.length === 0) return;
  const codes = stocks.map(({ code }) => code);
  const more = codes.length > SHOWN ? ` and ${codes.length - SHOWN} more` : '';
  warnings.push(
    `The stocks of ${closing.map(({ code }) => code).join(', ')} end on ${day}, and ${successors.join(', ')} ${
      successors.length === 1 ? 'has' : 'have'
    } none until reported: ${codes.slice(0, SHOWN).join(', ')}${more}.`,
  );
}
