import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { IdAndVersionArgs, IdArgs, IdOrCodeArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { ObjectiveListArgs, ObjectivePage } from '../../schema/programme/objective.args';
import { Objective } from '../../schema/programme/objective.entity';
import { CreateObjectiveInput, UpdateObjectiveInput } from '../../schema/programme/objective.inputs';
import { Programme } from '../../schema/programme/programme.entity';
import { Target } from '../../schema/programme/target.entity';
import type { RequestContext } from '../context';
import type { ObjectiveService } from './objective.service';
import { isObjectiveReached } from './reached';

@Resolver(() => Objective)
export class ObjectiveResolver {
  constructor(private readonly service: ObjectiveService) {}

  @Query(() => Objective, {
    nullable: true,
    description: 'One objective by its id or code; null when there is none.',
  })
  objective(@Args(() => IdOrCodeArgs) key: IdOrCodeArgs): Promise<Objective | null> {
    return this.service.find(key);
  }

  @Query(() => ObjectivePage, { description: 'A page of the objectives that the filter lets through.' })
  objectives(@Args(() => ObjectiveListArgs) args: ObjectiveListArgs): Promise<Page<Objective>> {
    return this.service.list(args);
  }

  @Mutation(() => Objective, { description: 'Creates an objective.' })
  createObjective(@Arg('input', () => CreateObjectiveInput) input: CreateObjectiveInput): Promise<Objective> {
    return this.service.create(input);
  }

  @Mutation(() => Objective, {
    description: 'Changes an objective. What the input leaves out stays as it is.',
  })
  updateObjective(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateObjectiveInput) input: UpdateObjectiveInput,
  ): Promise<Objective> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => Objective, {
    description: 'Deletes an objective that nothing names, and answers what it was.',
  })
  deleteObjective(@Args(() => IdArgs) { id }: IdArgs): Promise<Objective> {
    return this.service.delete(id);
  }

  @Mutation(() => [Objective], {
    description: 'Changes several objectives alike: all of them or, on an error, none.',
  })
  updateObjectives(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateObjectiveInput) input: UpdateObjectiveInput,
  ): Promise<Objective[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several objectives: all of them or, on an error, none.' })
  deleteObjectives(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }

  @FieldResolver(() => Programme, { description: 'The programme that it belongs to.' })
  programme(@Root() { programmeId }: Objective, @Ctx() { loaders }: RequestContext): Promise<Programme> {
    return loaders.programme.load(programmeId);
  }

  @FieldResolver(() => [Target], { description: 'What has to be reached, in the order of creation.' })
  targets(@Root() { id }: Objective, @Ctx() { loaders }: RequestContext): Promise<Target[]> {
    return loaders.targetsOfObjective.load(id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it has targets and all of them are reached.' })
  reached(@Root() { id }: Objective, @Ctx() { loaders }: RequestContext): Promise<boolean> {
    return isObjectiveReached(loaders, id);
  }
}
