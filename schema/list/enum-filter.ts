import { Field, InputType } from 'type-graphql';

/** What every filter on an enum has; `enumFilter` makes one for an enum. */
export interface EnumFilter<Value> {
  eq?: Value;
  ne?: Value;
  in?: Value[];
  isNull?: boolean;
}

/** Declares an input such as PeriodTypeFilter for an enum that is registered under that name. */
export function enumFilter<Value extends string>(
  name: string,
  type: Record<string, Value>,
): new () => EnumFilter<Value> {
  @InputType(name, { description: 'A condition on one of a few values. All operators given must hold.' })
  class EnumFilterInput implements EnumFilter<Value> {
    @Field(() => type, { nullable: true, description: 'Equal to this.' })
    eq?: Value;

    @Field(() => type, { nullable: true, description: 'Anything but this; what has no value is included.' })
    ne?: Value;

    @Field(() => [type], {
      nullable: true,
      description: 'Equal to one of these; an empty list matches nothing.',
    })
    in?: Value[];

    @Field(() => Boolean, { nullable: true, description: 'true: has no value; false: has one.' })
    isNull?: boolean;
  }
  return EnumFilterInput;
}
