import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DimensionMember } from '../../schema/dimension/dimension-member.entity';
import { Indicator } from '../../schema/indicator/indicator.entity';
import { IdAndVersionArgs, IdArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { ObservationListArgs, ObservationPage } from '../../schema/observation/observation.args';
import { Observation } from '../../schema/observation/observation.entity';
import { CreateObservationInput, UpdateObservationInput } from '../../schema/observation/observation.inputs';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { Period } from '../../schema/period/period.type';
import type { RequestContext } from '../context';
import { periodStartingOn, toPeriod } from '../period/period';
import type { ObservationService } from './observation.service';
import { observationId } from './observation-id';

@Resolver(() => Observation)
export class ObservationResolver {
  constructor(private readonly service: ObservationService) {}

  @Query(() => Observation, {
    nullable: true,
    description: 'One observation by its id; null when there is none.',
  })
  observation(@Args(() => IdArgs) { id }: IdArgs): Promise<Observation | null> {
    return this.service.findById(id);
  }

  @Query(() => ObservationPage, { description: 'A page of the observations that the filter lets through.' })
  observations(@Args(() => ObservationListArgs) args: ObservationListArgs): Promise<Page<Observation>> {
    return this.service.list(args);
  }

  @Mutation(() => Observation, { description: 'Creates an observation.' })
  createObservation(
    @Arg('input', () => CreateObservationInput) input: CreateObservationInput,
  ): Promise<Observation> {
    return this.service.create(input);
  }

  @Mutation(() => Observation, {
    description: 'Changes an observation. What the input leaves out stays as it is.',
  })
  updateObservation(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateObservationInput) input: UpdateObservationInput,
  ): Promise<Observation> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => Observation, {
    description: 'Deletes an observation that nothing names, and answers what it was.',
  })
  deleteObservation(@Args(() => IdArgs) { id }: IdArgs): Promise<Observation> {
    return this.service.delete(id);
  }

  @Mutation(() => [Observation], {
    description: 'Changes several observations alike: all of them or, on an error, none.',
  })
  updateObservations(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateObservationInput) input: UpdateObservationInput,
  ): Promise<Observation[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several observations: all of them or, on an error, none.' })
  deleteObservations(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }

  @FieldResolver(() => ID, { description: 'Made of the ids of indicator, unit, period and member.' })
  id(@Root() observation: Observation): string {
    return observationId(observation);
  }

  @FieldResolver(() => PartyUnit, { description: 'The unit that reported, as it is today.' })
  unit(@Root() { unitId: id }: Observation, @Ctx() { loaders, today }: RequestContext): Promise<PartyUnit> {
    return loaders.partyUnit.load({ id, asOf: today });
  }

  @FieldResolver(() => Indicator, { description: 'What was counted.' })
  indicator(@Root() { indicatorId }: Observation, @Ctx() { loaders }: RequestContext): Promise<Indicator> {
    return loaders.indicator.load(indicatorId);
  }

  @FieldResolver(() => Period, { description: 'The period that was reported on.' })
  async period(
    @Root() { indicatorId, periodStart }: Observation,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Period> {
    const { periodType } = await loaders.indicator.load(indicatorId);
    if (!periodType) throw new Error(`Indicator ${indicatorId} has figures but no period type.`);
    return toPeriod(periodStartingOn(periodStart, periodType));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Who entered it last: the user name, with the name of the key if there was one.',
  })
  recordedBy(
    @Root() { changeSetId, recordedBy }: Observation,
    @Ctx() { loaders }: RequestContext,
  ): Promise<string> | string | null {
    return changeSetId === null ? recordedBy : loaders.changeSetActor.load(changeSetId);
  }

  @FieldResolver(() => DimensionMember, {
    nullable: true,
    description: 'The part of the breakdown; null for an indicator without one.',
  })
  async member(
    @Root() { memberId }: Observation,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DimensionMember | null> {
    return memberId === null ? null : loaders.dimensionMember.load(memberId);
  }
}
