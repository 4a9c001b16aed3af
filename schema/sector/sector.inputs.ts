import { Field, InputType, Int } from 'type-graphql';
import { CodedFilter, CreateCodedInput, UpdateCodedInput } from '../coded.inputs';
import { MayBeLeftOut } from '../constraints';
import { IntFilter } from '../list/filters.inputs';

@InputType({ description: 'Conditions on sectors; all that are given must hold.' })
export class SectorFilter extends CodedFilter {
  @Field(() => IntFilter, { nullable: true })
  sortOrder?: IntFilter | null;
}

@InputType({ description: 'A new sector.' })
export class CreateSectorInput extends CreateCodedInput {
  @Field(() => Int, { nullable: true, description: 'Where it stands in lists; 0 when left out.' })
  @MayBeLeftOut()
  sortOrder?: number;
}

@InputType({ description: 'What is left out stays as it is. The code never changes.' })
export class UpdateSectorInput extends UpdateCodedInput {
  @Field(() => Int, { nullable: true, description: 'Where it stands in lists.' })
  @MayBeLeftOut()
  sortOrder?: number;
}
