import { ValidateNested } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { MayBeNull } from '../constraints';
import { IdOrCodeArgs } from '../list/key.args';
import { PageArgs } from '../list/page.args';
import { pageType } from '../list/page-type';
import { type Sort, sortInput } from '../list/sort-input';
import { DateScalar } from '../scalar/date.scalar';
import { PartyUnit } from './party-unit.entity';
import { PartyUnitFilter } from './party-unit.inputs';

export enum PartyUnitSortField {
  id = 'id',
  code = 'code',
  name = 'name',
  nameEn = 'nameEn',
  kind = 'kind',
  sector = 'sector',
  parent = 'parent',
  level = 'level',
  openedOn = 'openedOn',
  closedOn = 'closedOn',
}

export const PartyUnitSort = sortInput('PartyUnit', PartyUnitSortField);

const asOfDescription =
  'The day on which names, places, kinds and sectors are looked at; today when left out.';

@ArgsType()
export class PartyUnitArgs extends IdOrCodeArgs {
  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;
}

@ArgsType()
export class PartyUnitListArgs extends PageArgs {
  @Field(() => PartyUnitFilter, { nullable: true })
  @ValidateNested()
  @MayBeNull()
  filter?: PartyUnitFilter | null;

  @Field(() => [PartyUnitSort], { nullable: true, description: 'By name when left out.' })
  sort?: Sort<PartyUnitSortField>[] | null;

  @Field(() => DateScalar, { nullable: true, description: asOfDescription })
  asOf?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Also the units that are not open on that day: closed before or opened later. A filter by ids finds them anyway.',
  })
  includeClosed?: boolean | null;
}

/** Relations of a unit that can be looked at on another day than the unit itself. */
@ArgsType()
export class AsOfArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the tree; the day of the unit when left out.',
  })
  asOf?: string | null;
}

export const PartyUnitPage = pageType('PartyUnitPage', PartyUnit);
