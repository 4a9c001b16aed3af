import { ArrayMaxSize, ArrayMinSize, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { CreateCodedInput } from '../coded.inputs';
import { IsCode, IsDay, IsLine, IsText, MayBeLeftOut, MayBeNull } from '../constraints';
import { DateScalar } from '../scalar/date.scalar';

const AtLeast = (count: number) => ArrayMinSize(count, { message: `must name at least ${count}` });
const AtMost = (count: number) => ArrayMaxSize(count, { message: `must name at most ${count}` });

/** What every act on the tree says about itself. */
@InputType()
export abstract class ActInput {
  @Field(() => DateScalar, { description: 'The first day of the new state, in the past or in the future.' })
  @IsDay()
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'The number of the decision.' })
  @MayBeNull()
  @IsLine(200)
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say about it.' })
  @MayBeNull()
  @IsText(4000)
  note?: string | null;
}

/** An act on one unit. */
@InputType()
export abstract class UnitActInput extends ActInput {
  @Field(() => String, { description: 'The code of the unit.' })
  unit!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the unit that was seen; one that moved on since is a CONFLICT.',
  })
  version?: number | null;
}

/** A unit that comes into being. */
@InputType()
export abstract class NewUnitInput extends CreateCodedInput {
  @Field(() => String, { nullable: true, description: 'The code of its kind.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of its sector.' })
  sector?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the unit directly above it.' })
  parent?: string | null;
}

@InputType({ description: 'A unit that opens; one without a parent is a root.' })
export class OpenPartyUnitInput extends NewUnitInput implements ActInput {
  @Field(() => DateScalar, {
    description: 'The first day on which it is open, in the past or in the future.',
  })
  @IsDay()
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'The number of the decision.' })
  @MayBeNull()
  @IsLine(200)
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say about it.' })
  @MayBeNull()
  @IsText(4000)
  note?: string | null;
}

@InputType({ description: 'Another name from a day on.' })
export class RenamePartyUnitInput extends UnitActInput {
  @Field(() => String, { description: 'The name in Vietnamese, at most 500 characters.' })
  @IsLine(500)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name in English; left out, it stays; null empties it.',
  })
  @MayBeNull()
  @IsLine(500)
  nameEn?: string | null;
}

@InputType({ description: 'Another parent from a day on; all below the unit goes with it.' })
export class MovePartyUnitInput extends UnitActInput {
  @Field(() => String, {
    nullable: true,
    description: 'The code of the new unit directly above it; null makes it a root.',
  })
  parent?: string | null;
}

@InputType({ description: 'Another kind or sector from a day on. What is left out stays as it is.' })
export class ReclassifyPartyUnitInput extends UnitActInput {
  @Field(() => String, { nullable: true, description: 'The code of its new kind; null for none.' })
  kind?: string | null;

  @Field(() => String, { nullable: true, description: 'The code of its new sector; null for none.' })
  sector?: string | null;
}

@InputType({
  description:
    'The unit that goes on. A code alone names one that exists; with a name, a new unit opens on the day of the merger.',
})
export class MergeIntoInput {
  @Field(() => String, { description: 'The code of a unit that exists, or of the new one.' })
  @IsCode()
  code!: string;

  @Field(() => String, { nullable: true, description: 'The name of the new unit in Vietnamese.' })
  @MayBeLeftOut()
  @IsLine(500)
  name?: string;

  @Field(() => String, { nullable: true, description: 'The name of the new unit in English.' })
  @MayBeNull()
  @IsLine(500)
  nameEn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the kind of the new unit; that of the first merged unit when left out.',
  })
  kind?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the sector of the new unit; that of the first merged unit when left out.',
  })
  sector?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the unit above the new one; that above the first merged unit when left out.',
  })
  parent?: string | null;
}

@InputType({ description: 'Units that close on a day, and the one that they become part of.' })
export class MergePartyUnitsInput extends ActInput {
  @Field(() => [String], { description: 'The codes of the units that close.' })
  @AtLeast(1)
  @AtMost(200)
  units!: string[];

  @Field(() => MergeIntoInput, { description: 'The unit that goes on.' })
  @ValidateNested()
  into!: MergeIntoInput;
}

@InputType({
  description:
    'A unit that opens when another is split. Kind, sector and parent are those of the split unit when left out.',
})
export class SplitIntoInput extends NewUnitInput {
  @Field(() => [String], {
    nullable: true,
    description:
      'The codes of the subordinate units that it takes over; those that no part names go to the first.',
  })
  @MayBeNull()
  @AtMost(1000)
  children?: string[] | null;
}

@InputType({ description: 'A unit that closes on a day, and those that open in its place.' })
export class SplitPartyUnitInput extends UnitActInput {
  @Field(() => [SplitIntoInput], { description: 'The units that open, at least two.' })
  @AtLeast(2)
  @AtMost(100)
  @ValidateNested({ each: true })
  into!: SplitIntoInput[];
}

@InputType({ description: 'A unit that closes on a day without a successor.' })
export class ClosePartyUnitInput extends UnitActInput {
  @Field(() => String, {
    nullable: true,
    description: 'The code of the unit that takes over its subordinate units; needed when it has any.',
  })
  moveChildrenTo?: string | null;
}
