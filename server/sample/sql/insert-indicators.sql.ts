import { formulaOperands, parseFormula } from '../../indicator/formula';
import { indicators, type SampleIndicator } from '../indicators';

interface Statement {
  text: string;
  values: unknown[];
}

export function insertIndicators(): Statement {
  return {
    text: `
      insert into indicator (code, name, name_en, description, unit_of_measure, group_name, decimals, formula,
        period_type, unit_aggregation, period_aggregation, dimension_id, minimum)
      select row ->> 'code', row ->> 'name', row ->> 'nameEn', row ->> 'description', row ->> 'unitOfMeasure',
        row ->> 'group', coalesce((row ->> 'decimals')::int, 0), row ->> 'formula', row ->> 'periodType',
        case when row ->> 'formula' is null then 'SUM' end, row ->> 'periodAggregation', dimension.id,
        case when row ->> 'formula' is null then 0 end
      from jsonb_array_elements($1::jsonb) with ordinality as listed (row, place)
      left join dimension on dimension.code = row ->> 'dimension'
      order by place`,
    values: [JSON.stringify(indicators)],
  };
}

export function insertOperands(): Statement {
  return {
    text: `
      insert into indicator_operand (indicator_id, operand_id)
      select distinct computed.id, operand.id
      from jsonb_to_recordset($1::jsonb) as named (indicator text, operand text)
      join indicator computed on computed.code = named.indicator
      join indicator operand on operand.code = named.operand`,
    values: [JSON.stringify(indicators.flatMap(operandsOf))],
  };
}

function operandsOf(indicator: SampleIndicator): { indicator: string; operand: string }[] {
  if (!('formula' in indicator)) return [];
  return formulaOperands(parseFormula(indicator.formula)).map((operand) => ({
    indicator: indicator.code,
    operand: operand.indicator,
  }));
}
