import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Indicator } from '../../schema/indicator/indicator.entity';
import { IdAndVersionArgs, IdArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { Period } from '../../schema/period/period.type';
import { Objective } from '../../schema/programme/objective.entity';
import { TargetListArgs, TargetPage } from '../../schema/programme/target.args';
import { Target } from '../../schema/programme/target.entity';
import { CreateTargetInput, UpdateTargetInput } from '../../schema/programme/target.inputs';
import { DecimalScalar } from '../../schema/scalar/decimal.scalar';
import type { RequestContext } from '../context';
import { periodStartingOn, toPeriod } from '../period/period';
import { isTargetReached } from './reached';
import type { TargetService } from './target.service';

@Resolver(() => Target)
export class TargetResolver {
  constructor(private readonly service: TargetService) {}

  @Query(() => Target, { nullable: true, description: 'One target by its id; null when there is none.' })
  target(@Args(() => IdArgs) { id }: IdArgs): Promise<Target | null> {
    return this.service.findById(id);
  }

  @Query(() => TargetPage, { description: 'A page of the targets that the filter lets through.' })
  targets(@Args(() => TargetListArgs) args: TargetListArgs): Promise<Page<Target>> {
    return this.service.list(args);
  }

  @Mutation(() => Target, { description: 'Creates a target.' })
  createTarget(@Arg('input', () => CreateTargetInput) input: CreateTargetInput): Promise<Target> {
    return this.service.create(input);
  }

  @Mutation(() => Target, { description: 'Changes a target. What the input leaves out stays as it is.' })
  updateTarget(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateTargetInput) input: UpdateTargetInput,
  ): Promise<Target> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => Target, { description: 'Deletes a target that nothing names, and answers what it was.' })
  deleteTarget(@Args(() => IdArgs) { id }: IdArgs): Promise<Target> {
    return this.service.delete(id);
  }

  @Mutation(() => [Target], {
    description: 'Changes several targets alike: all of them or, on an error, none.',
  })
  updateTargets(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateTargetInput) input: UpdateTargetInput,
  ): Promise<Target[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several targets: all of them or, on an error, none.' })
  deleteTargets(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }

  @FieldResolver(() => Objective, {
    nullable: true,
    description: 'The group of objectives that it belongs to.',
  })
  async objective(
    @Root() { objectiveId }: Target,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Objective | null> {
    return objectiveId === null ? null : loaders.objective.load(objectiveId);
  }

  @FieldResolver(() => Indicator, { description: 'What is measured.' })
  indicator(@Root() { indicatorId }: Target, @Ctx() { loaders }: RequestContext): Promise<Indicator> {
    return loaders.indicator.load(indicatorId);
  }

  @FieldResolver(() => PartyUnit, { description: 'The unit whose rolled-up value counts, as it is today.' })
  unit(@Root() { unitId: id }: Target, @Ctx() { loaders, today }: RequestContext): Promise<PartyUnit> {
    return loaders.partyUnit.load({ id, asOf: today });
  }

  @FieldResolver(() => Period, { description: 'The period by which it should be reached.' })
  period(@Root() { periodStart, periodType }: Target): Period {
    return toPeriod(periodStartingOn(periodStart, periodType));
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description:
      'The value of the indicator for the unit in the period, rolled up along the tree of today; null when nothing was reported.',
  })
  actual(@Root() target: Target, @Ctx() { loaders }: RequestContext): Promise<string | null> {
    return loaders.targetActual.load(target);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether the actual value is at the target or on the better side of it; false while there is none.',
  })
  reached(@Root() target: Target, @Ctx() { loaders }: RequestContext): Promise<boolean> {
    return isTargetReached(loaders, target);
  }
}
