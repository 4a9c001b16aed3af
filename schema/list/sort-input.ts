import { Field, InputType, registerEnumType } from 'type-graphql';
import { SortOrder } from './sort-order.enum';

/** One key of a sort; `sortInput` makes the input for a resource. */
export interface Sort<SortField extends string> {
  field: SortField;
  order: SortOrder;
}

/** Declares an input such as SectorSort and its enum SectorSortField, whose values are written like the fields. */
export function sortInput<SortField extends string>(
  resource: string,
  fields: Record<SortField, SortField>,
): new () => Sort<SortField> {
  registerEnumType(fields, {
    name: `${resource}SortField`,
    description: 'What such a list can be sorted by.',
  });

  @InputType(`${resource}Sort`, {
    description: 'One key of a sort; later keys decide between equals of earlier ones.',
  })
  class SortInput implements Sort<SortField> {
    @Field(() => fields, { description: 'What to sort by.' })
    field!: SortField;

    @Field(() => SortOrder, { defaultValue: SortOrder.ASC, description: 'In which direction.' })
    order!: SortOrder;
  }
  return SortInput;
}
