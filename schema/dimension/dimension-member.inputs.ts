import { Field, InputType, Int } from 'type-graphql';
import { CodedFilter, CreateCodedInput, UpdateCodedInput } from '../coded.inputs';
import { MayBeLeftOut } from '../constraints';
import { CodeFilter, IntFilter } from '../list/filters.inputs';

@InputType({ description: 'Conditions on members of dimensions; all that are given must hold.' })
export class DimensionMemberFilter extends CodedFilter {
  @Field(() => CodeFilter, { nullable: true, description: 'The code of its dimension.' })
  dimension?: CodeFilter | null;

  @Field(() => IntFilter, { nullable: true })
  sortOrder?: IntFilter | null;
}

@InputType({ description: 'A new member of a dimension.' })
export class CreateDimensionMemberInput extends CreateCodedInput {
  @Field(() => String, { description: 'The code of its dimension; it never changes.' })
  dimension!: string;

  @Field(() => Int, { nullable: true, description: 'Where it stands in lists; 0 when left out.' })
  @MayBeLeftOut()
  sortOrder?: number;
}

@InputType({ description: 'What is left out stays as it is. Code and dimension never change.' })
export class UpdateDimensionMemberInput extends UpdateCodedInput {
  @Field(() => Int, { nullable: true, description: 'Where it stands in lists.' })
  @MayBeLeftOut()
  sortOrder?: number;
}
