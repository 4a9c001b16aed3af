import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';

/** Names one record that has a code. */
@ArgsType()
export class IdOrCodeArgs {
  @Field(() => ID, { nullable: true, description: 'The id; give either this or the code.' })
  id?: string | null;

  @Field(() => String, { nullable: true, description: 'The code; give either this or the id.' })
  code?: string | null;
}

/** Names one record by its id. */
@ArgsType()
export class IdArgs {
  @Field(() => ID, { description: 'The id of the record.' })
  id!: string;
}

/** Names the record that an update changes, in the version that the client has seen. */
@ArgsType()
export class IdAndVersionArgs extends IdArgs {
  @Field(() => Int, {
    description:
      'The version that was read; if there is a newer one, nothing is changed and the error is CONFLICT.',
  })
  version!: number;
}

/** Names several records by their ids. */
@ArgsType()
export class IdsArgs {
  @Field(() => [ID], { description: 'At most 1,000 ids.' })
  @ArrayMaxSize(1000, { message: 'must be at most 1000' })
  ids!: string[];
}
