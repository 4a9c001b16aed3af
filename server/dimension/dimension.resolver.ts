import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DimensionListArgs, DimensionPage } from '../../schema/dimension/dimension.args';
import { Dimension } from '../../schema/dimension/dimension.entity';
import { CreateDimensionInput, UpdateDimensionInput } from '../../schema/dimension/dimension.inputs';
import { DimensionMember } from '../../schema/dimension/dimension-member.entity';
import { IdAndVersionArgs, IdArgs, IdOrCodeArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import type { RequestContext } from '../context';
import type { DimensionService } from './dimension.service';

@Resolver(() => Dimension)
export class DimensionResolver {
  constructor(private readonly service: DimensionService) {}

  @Query(() => Dimension, {
    nullable: true,
    description: 'One dimension by its id or code; null when there is none.',
  })
  dimension(@Args(() => IdOrCodeArgs) key: IdOrCodeArgs): Promise<Dimension | null> {
    return this.service.find(key);
  }

  @Query(() => DimensionPage, { description: 'A page of the dimensions that the filter lets through.' })
  dimensions(@Args(() => DimensionListArgs) args: DimensionListArgs): Promise<Page<Dimension>> {
    return this.service.list(args);
  }

  @Mutation(() => Dimension, { description: 'Creates a dimension.' })
  createDimension(@Arg('input', () => CreateDimensionInput) input: CreateDimensionInput): Promise<Dimension> {
    return this.service.create(input);
  }

  @Mutation(() => Dimension, {
    description: 'Changes a dimension. What the input leaves out stays as it is.',
  })
  updateDimension(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateDimensionInput) input: UpdateDimensionInput,
  ): Promise<Dimension> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => Dimension, {
    description: 'Deletes a dimension that nothing names, and answers what it was.',
  })
  deleteDimension(@Args(() => IdArgs) { id }: IdArgs): Promise<Dimension> {
    return this.service.delete(id);
  }

  @Mutation(() => [Dimension], {
    description: 'Changes several dimensions alike: all of them or, on an error, none.',
  })
  updateDimensions(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateDimensionInput) input: UpdateDimensionInput,
  ): Promise<Dimension[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several dimensions: all of them or, on an error, none.' })
  deleteDimensions(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }

  @FieldResolver(() => [DimensionMember], { description: 'Its members, by sortOrder and name.' })
  members(@Root() { id }: Dimension, @Ctx() { loaders }: RequestContext): Promise<DimensionMember[]> {
    return loaders.membersOfDimension.load(id);
  }
}
