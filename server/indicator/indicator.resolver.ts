import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Dimension } from '../../schema/dimension/dimension.entity';
import { IndicatorListArgs, IndicatorPage } from '../../schema/indicator/indicator.args';
import { Indicator } from '../../schema/indicator/indicator.entity';
import { CreateIndicatorInput, UpdateIndicatorInput } from '../../schema/indicator/indicator.inputs';
import { IdAndVersionArgs, IdArgs, IdOrCodeArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import type { RequestContext } from '../context';
import type { IndicatorService } from './indicator.service';

@Resolver(() => Indicator)
export class IndicatorResolver {
  constructor(private readonly service: IndicatorService) {}

  @Query(() => Indicator, {
    nullable: true,
    description: 'One indicator by its id or code; null when there is none.',
  })
  indicator(@Args(() => IdOrCodeArgs) key: IdOrCodeArgs): Promise<Indicator | null> {
    return this.service.find(key);
  }

  @Query(() => IndicatorPage, { description: 'A page of the indicators that the filter lets through.' })
  indicators(@Args(() => IndicatorListArgs) args: IndicatorListArgs): Promise<Page<Indicator>> {
    return this.service.list(args);
  }

  @Mutation(() => Indicator, { description: 'Creates an indicator.' })
  createIndicator(@Arg('input', () => CreateIndicatorInput) input: CreateIndicatorInput): Promise<Indicator> {
    return this.service.create(input);
  }

  @Mutation(() => Indicator, {
    description: 'Changes an indicator. What the input leaves out stays as it is.',
  })
  updateIndicator(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateIndicatorInput) input: UpdateIndicatorInput,
  ): Promise<Indicator> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => Indicator, {
    description: 'Deletes an indicator that nothing names, and answers what it was.',
  })
  deleteIndicator(@Args(() => IdArgs) { id }: IdArgs): Promise<Indicator> {
    return this.service.delete(id);
  }

  @Mutation(() => [Indicator], {
    description: 'Changes several indicators alike: all of them or, on an error, none.',
  })
  updateIndicators(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateIndicatorInput) input: UpdateIndicatorInput,
  ): Promise<Indicator[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several indicators: all of them or, on an error, none.' })
  deleteIndicators(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }

  @FieldResolver(() => Dimension, {
    nullable: true,
    description: 'What it is broken down by; null for no breakdown.',
  })
  async dimension(
    @Root() { dimensionId }: Indicator,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Dimension | null> {
    return dimensionId === null ? null : loaders.dimension.load(dimensionId);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether it is computed by a formula instead of being reported.',
  })
  isComputed(@Root() { formula }: Indicator): boolean {
    return formula !== null;
  }
}
