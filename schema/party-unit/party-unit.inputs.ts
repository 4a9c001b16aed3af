import { Field, InputType } from 'type-graphql';
import { CodedFilter, CreateCodedInput, UpdateCodedInput } from '../coded.inputs';
import { IsDay, IsLine, IsText, MayBeLeftOut, MayBeNull } from '../constraints';
import { CodeFilter, DateFilter, IntFilter } from '../list/filters.inputs';
import { DateScalar } from '../scalar/date.scalar';

@InputType({ description: 'Conditions on units as they are on the date of the list.' })
export class PartyUnitFilter extends CodedFilter {
  @Field(() => CodeFilter, { nullable: true, description: 'The code of its kind.' })
  kind?: CodeFilter | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of its sector.' })
  sector?: CodeFilter | null;

  @Field(() => CodeFilter, { nullable: true, description: 'The code of the unit directly above it.' })
  parent?: CodeFilter | null;

  @Field(() => String, { nullable: true, description: 'The code of a unit: those anywhere below it.' })
  ancestor?: string | null;

  @Field(() => IntFilter, { nullable: true, description: 'How deep it stands; the root is 1.' })
  level?: IntFilter | null;

  @Field(() => DateFilter, { nullable: true })
  openedOn?: DateFilter | null;

  @Field(() => DateFilter, { nullable: true })
  closedOn?: DateFilter | null;
}

@InputType({ description: 'Opens a unit on its openedOn.' })
export class CreatePartyUnitInput extends CreateCodedInput {
  @Field(() => String, { nullable: true, description: 'The code of its kind.' })
  @MayBeNull()
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of its sector.' })
  @MayBeNull()
  sector?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the unit directly above it, which must be open for as long; a root has none.',
  })
  @MayBeNull()
  parent?: string | null;

  @Field(() => DateScalar, { description: 'The first day on which it is open.' })
  @IsDay()
  openedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is no longer open.' })
  @MayBeNull()
  @IsDay()
  closedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the decision that opens it.' })
  @MayBeNull()
  @IsLine(200)
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'A note to the opening.' })
  @MayBeNull()
  @IsText(4000)
  note?: string | null;
}

@InputType({
  description:
    'Corrects a mistake in the latest state of a unit, without making history: the new name, place, kind or sector is taken to have been right since that state began. What is left out stays as it is.',
})
export class UpdatePartyUnitInput extends UpdateCodedInput {
  @Field(() => String, { nullable: true, description: 'The code of its kind; null for none.' })
  @MayBeNull()
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of its sector; null for none.' })
  @MayBeNull()
  sector?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the unit directly above it; null makes it a root.',
  })
  @MayBeNull()
  parent?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is open; its first state begins then.',
  })
  @MayBeLeftOut()
  @IsDay()
  openedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which it is no longer open; its last state ends then. Null opens it again.',
  })
  @MayBeNull()
  @IsDay()
  closedOn?: string | null;
}
