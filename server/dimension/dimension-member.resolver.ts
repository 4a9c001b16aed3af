import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Dimension } from '../../schema/dimension/dimension.entity';
import { DimensionMemberListArgs, DimensionMemberPage } from '../../schema/dimension/dimension-member.args';
import { DimensionMember } from '../../schema/dimension/dimension-member.entity';
import {
  CreateDimensionMemberInput,
  UpdateDimensionMemberInput,
} from '../../schema/dimension/dimension-member.inputs';
import { IdAndVersionArgs, IdArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import type { RequestContext } from '../context';
import type { DimensionMemberService } from './dimension-member.service';

@Resolver(() => DimensionMember)
export class DimensionMemberResolver {
  constructor(private readonly service: DimensionMemberService) {}

  @Query(() => DimensionMember, {
    nullable: true,
    description: 'One member of a dimension by its id; null when there is none.',
  })
  dimensionMember(@Args(() => IdArgs) { id }: IdArgs): Promise<DimensionMember | null> {
    return this.service.findById(id);
  }

  @Query(() => DimensionMemberPage, {
    description: 'A page of the members of dimensions that the filter lets through.',
  })
  dimensionMembers(
    @Args(() => DimensionMemberListArgs) args: DimensionMemberListArgs,
  ): Promise<Page<DimensionMember>> {
    return this.service.list(args);
  }

  @Mutation(() => DimensionMember, { description: 'Creates a member of a dimension.' })
  createDimensionMember(
    @Arg('input', () => CreateDimensionMemberInput) input: CreateDimensionMemberInput,
  ): Promise<DimensionMember> {
    return this.service.create(input);
  }

  @Mutation(() => DimensionMember, {
    description: 'Changes a member of a dimension. What the input leaves out stays as it is.',
  })
  updateDimensionMember(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateDimensionMemberInput) input: UpdateDimensionMemberInput,
  ): Promise<DimensionMember> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => DimensionMember, {
    description: 'Deletes a member of a dimension that nothing names, and answers what it was.',
  })
  deleteDimensionMember(@Args(() => IdArgs) { id }: IdArgs): Promise<DimensionMember> {
    return this.service.delete(id);
  }

  @Mutation(() => [DimensionMember], {
    description: 'Changes several members of dimensions alike: all of them or, on an error, none.',
  })
  updateDimensionMembers(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateDimensionMemberInput) input: UpdateDimensionMemberInput,
  ): Promise<DimensionMember[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], {
    description: 'Deletes several members of dimensions: all of them or, on an error, none.',
  })
  deleteDimensionMembers(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }

  @FieldResolver(() => Dimension, { description: 'The breakdown that it is a part of.' })
  dimension(
    @Root() { dimensionId }: DimensionMember,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Dimension> {
    return loaders.dimension.load(dimensionId);
  }
}
