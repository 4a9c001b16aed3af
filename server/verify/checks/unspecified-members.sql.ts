export const dimensionsWithoutUnspecified = `
  select format('Dimension %s has no member "unspecified".', code) as difference
  from dimension
  where not exists (
    select from dimension_member
    where dimension_member.dimension_id = dimension.id and dimension_member.code = 'unspecified')`;
