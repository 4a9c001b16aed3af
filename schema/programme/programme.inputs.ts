import { Field, InputType } from 'type-graphql';
import { CodedFilter, CreateCodedInput, UpdateCodedInput } from '../coded.inputs';
import { IsDay, IsLine, IsText, MayBeLeftOut, MayBeNull } from '../constraints';
import { DateFilter, StringFilter } from '../list/filters.inputs';
import { DateScalar } from '../scalar/date.scalar';

@InputType({ description: 'Conditions on programmes; all that are given must hold.' })
export class ProgrammeFilter extends CodedFilter {
  @Field(() => StringFilter, { nullable: true })
  documentNumber?: StringFilter | null;

  @Field(() => DateFilter, { nullable: true })
  startsOn?: DateFilter | null;

  @Field(() => DateFilter, { nullable: true })
  endsOn?: DateFilter | null;
}

@InputType({ description: 'A new programme.' })
export class CreateProgrammeInput extends CreateCodedInput {
  @Field(() => String, { nullable: true })
  @MayBeNull()
  @IsText(4000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the resolution, such as 07-NQ/ĐU.' })
  @MayBeNull()
  @IsLine(200)
  documentNumber?: string | null;

  @Field(() => DateScalar, { description: 'The first day of its period.' })
  @IsDay()
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day of its period.' })
  @IsDay()
  endsOn!: string;
}

@InputType({ description: 'What is left out stays as it is. The code never changes.' })
export class UpdateProgrammeInput extends UpdateCodedInput {
  @Field(() => String, { nullable: true, description: 'Null empties it.' })
  @MayBeNull()
  @IsText(4000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the resolution; null empties it.' })
  @MayBeNull()
  @IsLine(200)
  documentNumber?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The first day of its period.' })
  @MayBeLeftOut()
  @IsDay()
  startsOn?: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of its period.' })
  @MayBeLeftOut()
  @IsDay()
  endsOn?: string;
}
