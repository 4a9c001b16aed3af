import type { Caller } from '../access/caller';
import type { SqlStatement } from '../sql-statement';

/** The codes that a request names, of each sort. */
export interface NamedCodes {
  indicators: string[];
  units: string[];
  kinds: string[];
  sectors: string[];
}

/**
 * Looks up all codes of a request in one statement: indicators with everything that their formulas name, the members
 * of all dimensions, kinds, sectors, and the units that the caller may name, with the chain of units that they were merged into
 * and whether the caller may see their figures.
 */
export function namesSql(
  { indicators, units, kinds, sectors }: NamedCodes,
  { access, today }: Caller,
): SqlStatement {
  const scope = access.scopeOf('READ');
  const values: unknown[] = [indicators, units, kinds, sectors];
  const bind = (value: unknown) => `$${values.push(value)}`;
  return {
    text: `
with recursive named as (
  select indicator.id from indicator where indicator.code = any($1::text[])
  union
  select indicator_operand.operand_id
  from named
  join indicator_operand on indicator_operand.indicator_id = named.id
),
succession as (
  select party_unit.id as unit_id, party_unit.code, party_unit.successor_id, party_unit.closed_on, 0 as step
  from party_unit
  where party_unit.code = any($2::text[])
  union all
  select succession.unit_id, successor.code, successor.successor_id, successor.closed_on, succession.step + 1
  from succession
  join party_unit successor on successor.id = succession.successor_id
)
select
  (
    select json_agg(json_build_object(
      'id', indicator.id,
      'code', indicator.code,
      'formula', indicator.formula,
      'periodType', indicator.period_type,
      'unitAggregation', indicator.unit_aggregation,
      'periodAggregation', indicator.period_aggregation,
      'fill', indicator.fill,
      'dimensionId', indicator.dimension_id,
      'isSensitive', indicator.id in (select id from sensitive_indicator)))
    from named
    join indicator using (id)
  ) as indicators,
  (
    select json_agg(json_build_object(
      'id', dimension.id,
      'code', dimension.code,
      'members', (
        select json_agg(json_build_object('id', member.id, 'code', member.code))
        from dimension_member member
        where member.dimension_id = dimension.id)))
    from dimension
  ) as dimensions,
  (
    select json_agg(json_build_object(
      'id', unit_id,
      'chain', chain,
      'isCovered', ${scope.hasUnit('succeeded.unit_id', today, bind)},
      'isCoveredWithSensitive', ${scope.withSensitive.hasUnit('succeeded.unit_id', today, bind)}))
    from (
      select unit_id,
        json_agg(json_build_object('code', code, 'closedOn', closed_on, 'isMerged', successor_id is not null)
          order by step) as chain
      from succession
      group by unit_id
    ) as succeeded
    where ${scope.namesUnit('succeeded.unit_id', today, bind)}
  ) as units,
  (select json_object_agg(code, id) from unit_kind where code = any($3::text[])) as kinds,
  (select json_object_agg(code, id) from sector where code = any($4::text[])) as sectors`,
    values,
  };
}
