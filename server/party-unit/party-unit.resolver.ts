import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { IdAndVersionArgs, IdArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { PartyUnitArgs, PartyUnitListArgs, PartyUnitPage } from '../../schema/party-unit/party-unit.args';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { CreatePartyUnitInput, UpdatePartyUnitInput } from '../../schema/party-unit/party-unit.inputs';
import type { RequestContext } from '../context';
import type { PartyUnitService } from './party-unit.service';

@Resolver(() => PartyUnit)
export class PartyUnitResolver {
  constructor(private readonly service: PartyUnitService) {}

  @Query(() => PartyUnit, {
    nullable: true,
    description: 'One unit by its id or code; null when there is none.',
  })
  partyUnit(
    @Args(() => PartyUnitArgs) { asOf, ...key }: PartyUnitArgs,
    @Ctx() { today }: RequestContext,
  ): Promise<PartyUnit | null> {
    return this.service.find(key, asOf ?? today);
  }

  @Query(() => PartyUnitPage, { description: 'A page of the units that the filter lets through.' })
  partyUnits(
    @Args(() => PartyUnitListArgs) args: PartyUnitListArgs,
    @Ctx() { today }: RequestContext,
  ): Promise<Page<PartyUnit>> {
    return this.service.listOn(args.asOf ?? today, args);
  }

  @Mutation(() => PartyUnit, { description: 'Opens a unit on its openedOn, and writes down the act.' })
  createPartyUnit(@Arg('input', () => CreatePartyUnitInput) input: CreatePartyUnitInput): Promise<PartyUnit> {
    return this.service.create(input);
  }

  @Mutation(() => PartyUnit, {
    description:
      'Corrects a mistake in the latest state of a unit, without making history. What the input leaves out stays as it is.',
  })
  updatePartyUnit(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdatePartyUnitInput) input: UpdatePartyUnitInput,
  ): Promise<PartyUnit> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => PartyUnit, { description: 'Deletes a unit that nothing names, and answers what it was.' })
  deletePartyUnit(@Args(() => IdArgs) { id }: IdArgs): Promise<PartyUnit> {
    return this.service.delete(id);
  }

  @Mutation(() => [PartyUnit], {
    description: 'Changes several units alike: all of them or, on an error, none.',
  })
  updatePartyUnits(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdatePartyUnitInput) input: UpdatePartyUnitInput,
  ): Promise<PartyUnit[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several units: all of them or, on an error, none.' })
  deletePartyUnits(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }
}
