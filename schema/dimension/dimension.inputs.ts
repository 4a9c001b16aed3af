import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { CodedFilter, CreateCodedInput, UpdateCodedInput } from '../coded.inputs';
import { MayBeLeftOut } from '../constraints';

@InputType({ description: 'Conditions on dimensions; all that are given must hold.' })
export class DimensionFilter extends CodedFilter {}

@InputType({ description: 'A member that comes into being together with its dimension.' })
export class NewDimensionMemberInput extends CreateCodedInput {
  @Field(() => Int, { nullable: true, description: 'Where it stands in lists; 0 when left out.' })
  @MayBeLeftOut()
  sortOrder?: number;
}

@InputType({ description: 'A new dimension.' })
export class CreateDimensionInput extends CreateCodedInput {
  @Field(() => [NewDimensionMemberInput], {
    nullable: true,
    description: 'Its members; "unspecified" is added to every dimension by itself.',
  })
  @MayBeLeftOut()
  @ArrayMaxSize(500, { message: 'must be at most 500' })
  @ValidateNested({ each: true })
  members?: NewDimensionMemberInput[];
}

@InputType({ description: 'What is left out stays as it is. The code never changes.' })
export class UpdateDimensionInput extends UpdateCodedInput {}
