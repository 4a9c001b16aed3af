import { Field, InputType, Int } from 'type-graphql';
import { CodedFilter, CreateCodedInput, UpdateCodedInput } from '../coded.inputs';
import { MayBeLeftOut } from '../constraints';
import { CodeFilter, IntFilter } from '../list/filters.inputs';

@InputType({ description: 'Conditions on groups of objectives; all that are given must hold.' })
export class ObjectiveFilter extends CodedFilter {
  @Field(() => CodeFilter, { nullable: true, description: 'The code of its programme.' })
  programme?: CodeFilter | null;

  @Field(() => IntFilter, { nullable: true })
  sortOrder?: IntFilter | null;
}

@InputType({ description: 'A new group of objectives of a programme.' })
export class CreateObjectiveInput extends CreateCodedInput {
  @Field(() => String, { description: 'The code of its programme; it never changes.' })
  programme!: string;

  @Field(() => Int, { nullable: true, description: 'Where it stands in lists; 0 when left out.' })
  @MayBeLeftOut()
  sortOrder?: number;
}

@InputType({ description: 'What is left out stays as it is. Code and programme never change.' })
export class UpdateObjectiveInput extends UpdateCodedInput {
  @Field(() => Int, { nullable: true, description: 'Where it stands in lists.' })
  @MayBeLeftOut()
  sortOrder?: number;
}
