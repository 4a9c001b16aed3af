import { parsePeriod, startOf } from '../../period/period';
import { objectives, programme } from '../programme';

interface Statement {
  text: string;
  values: unknown[];
}

export function insertProgramme(): Statement {
  return {
    text: `
      with inserted as (
        insert into programme (code, name, name_en, description, document_number, starts_on, ends_on)
        select row ->> 'code', row ->> 'name', row ->> 'nameEn', row ->> 'description', row ->> 'documentNumber',
          (row ->> 'startsOn')::date, (row ->> 'endsOn')::date
        from (select $1::jsonb) as given (row)
        returning id
      )
      insert into objective (programme_id, code, name, name_en, sort_order)
      select inserted.id, row ->> 'code', row ->> 'name', row ->> 'nameEn', place
      from inserted
      cross join jsonb_array_elements($2::jsonb) with ordinality as listed (row, place)
      order by place`,
    values: [JSON.stringify(programme), JSON.stringify(objectives)],
  };
}

export function insertTargets(): Statement {
  const targets = objectives.flatMap((objective) =>
    objective.targets.flatMap(({ indicator, periods, value }) =>
      periods.map((code) => {
        const period = parsePeriod(code);
        return { objective: objective.code, indicator, type: period.type, start: startOf(period), value };
      }),
    ),
  );
  return {
    text: `
      insert into target (objective_id, indicator_id, unit_id, period_type, period_start, value, note)
      select objective.id, indicator.id, party_unit.id, row ->> 'type', (row ->> 'start')::date,
        (row ->> 'value')::numeric, 'Chỉ tiêu minh hoạ (illustrative)'
      from jsonb_array_elements($1::jsonb) with ordinality as listed (row, place)
      join objective on objective.code = row ->> 'objective'
      join indicator on indicator.code = row ->> 'indicator'
      join party_unit on party_unit.code = $2::text
      order by place`,
    values: [JSON.stringify(targets), programme.unit],
  };
}
