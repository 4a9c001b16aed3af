import { type ClassType, Field, Int, ObjectType } from 'type-graphql';

/** One page of a list; `pageType` makes the type for a resource. */
export interface Page<Resource> {
  items: Resource[];
  total: number;
}

/** Declares a type such as SectorPage. */
export function pageType<Resource extends object>(
  name: string,
  resource: ClassType<Resource> | (abstract new () => Resource),
): new () => Page<Resource> {
  @ObjectType(name, { description: 'One page of a list.' })
  class PageOf implements Page<Resource> {
    @Field(() => [resource as ClassType<Resource>], { description: 'The records of this page.' })
    items!: Resource[];

    @Field(() => Int, { description: 'How many there are on all pages together.' })
    total!: number;
  }
  return PageOf;
}
