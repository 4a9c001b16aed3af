/** Columns that a file may leave out, with what a new indicator has then. */
const optional: [column: string, table: string, ifNew: string][] = [
  ['dimension', 'dimension_id', 'null::integer'],
  ['description', 'description', 'null'],
  ['group', 'group_name', 'null'],
  ['direction', 'direction', "'HIGHER_IS_BETTER'"],
  ['fill', 'fill', "'CARRY_FORWARD'"],
  ['minimum', 'minimum', 'null::numeric'],
  ['maximum', 'maximum', 'null::numeric'],
];

const required = [
  'name',
  'name_en',
  'unit_of_measure',
  'decimals',
  'period_type',
  'unit_aggregation',
  'period_aggregation',
  'formula',
];

/** Writes what is new or different; a column that the file does not have keeps what was there. */
export function mergeIndicators(present: ReadonlySet<string>): string {
  const given = (column: string, table: string, ifNew: string) => {
    if (!present.has(column)) return ifNew;
    if (column === 'dimension') return 'dimension.id';
    return column === 'direction' || column === 'fill'
      ? `coalesce(staged.${table}, ${ifNew})`
      : `staged.${table}`;
  };
  const corrected = [
    ...required,
    ...optional.filter(([column]) => present.has(column)).map(([, table]) => table),
  ];
  return `
    with written as (
      insert into indicator (code, ${[...required, ...optional.map(([, table]) => table)].join(', ')})
      select staged.code, ${required.map((column) => `staged.${column}`).join(', ')},
        ${optional.map((column) => given(...column)).join(', ')}
      from staged_indicator staged
      left join dimension on dimension.code = staged.dimension
      order by staged.row
      on conflict (code) do update
        set ${corrected.map((column) => `${column} = excluded.${column}`).join(', ')},
          version = indicator.version + 1
        where (${corrected.map((column) => `indicator.${column}`).join(', ')})
          is distinct from (${corrected.map((column) => `excluded.${column}`).join(', ')})
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new)::int as inserted,
      count(*) filter (where not is_new)::int as updated,
      (select count(*) from staged_indicator)::int - count(*)::int as unchanged,
      0 as deleted
    from written`;
}

/** Makes the operands of the indicators in the file those that their formulas name. */
export const mergeOperands = [
  `delete from indicator_operand
   using staged_indicator staged
   join indicator on indicator.code = staged.code
   where indicator_operand.indicator_id = indicator.id
     and not exists (
       select from staged_operand
       join indicator operand on operand.code = staged_operand.operand
       where staged_operand.row = staged.row and operand.id = indicator_operand.operand_id)`,
  `insert into indicator_operand (indicator_id, operand_id)
   select distinct indicator.id, operand.id
   from staged_operand
   join staged_indicator staged using (row)
   join indicator on indicator.code = staged.code
   join indicator operand on operand.code = staged_operand.operand
   on conflict do nothing`,
];
