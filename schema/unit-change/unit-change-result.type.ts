import { Field, Float, ObjectType } from 'type-graphql';
import { Indicator } from '../indicator/indicator.entity';
import { PartyUnit } from '../party-unit/party-unit.entity';
import { UnitChange } from '../party-unit/unit-change.entity';
import { Period } from '../period/period.type';
import { DecimalScalar } from '../scalar/decimal.scalar';

@ObjectType({ description: 'A value that an act changes.' })
export class UnitChangeEffect {
  @Field(() => PartyUnit, { description: 'The unit whose value it is.' })
  unit!: PartyUnit;

  @Field(() => Indicator, { description: 'What is measured.' })
  indicator!: Indicator;

  @Field(() => Period, {
    description: 'The latest period for which any unit concerned, or one below it, reported the indicator.',
  })
  period!: Period;

  @Field(() => Float, { nullable: true, description: 'The value before the act; null when there was none.' })
  before!: number | null;

  @Field(() => Float, { nullable: true, description: 'The value after it; null when there is none.' })
  after!: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value before, exactly.' })
  exactBefore!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value after, exactly.' })
  exactAfter!: string | null;
}

@ObjectType({ description: 'What an act on the tree did, or, in a dry run, what it would do.' })
export class UnitChangeResult {
  @Field(() => UnitChange, { description: 'The act. After a dry run there is none with its id.' })
  change!: UnitChange;

  @Field(() => [PartyUnit], {
    description:
      'The units that the act concerns, as they are on its date: those that opened, closed or changed, those that went with them, and the one merged into.',
  })
  affectedUnits!: PartyUnit[];

  @Field(() => [UnitChangeEffect], {
    description:
      'The values that change, of the units concerned and all above them: of reported indicators, for the latest period reported, in the tree of today, or of the date of the act when that is later. Opening, renaming and reclassifying change none.',
  })
  effects!: UnitChangeEffect[];

  @Field(() => [String], { description: 'What one should know before doing it.' })
  warnings!: string[];
}
