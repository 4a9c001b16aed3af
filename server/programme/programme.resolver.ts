import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { IdAndVersionArgs, IdArgs, IdOrCodeArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { Objective } from '../../schema/programme/objective.entity';
import { ProgrammeListArgs, ProgrammePage } from '../../schema/programme/programme.args';
import { Programme } from '../../schema/programme/programme.entity';
import { CreateProgrammeInput, UpdateProgrammeInput } from '../../schema/programme/programme.inputs';
import type { RequestContext } from '../context';
import type { ProgrammeService } from './programme.service';
import { countReached } from './reached';

@Resolver(() => Programme)
export class ProgrammeResolver {
  constructor(private readonly service: ProgrammeService) {}

  @Query(() => Programme, {
    nullable: true,
    description: 'One programme by its id or code; null when there is none.',
  })
  programme(@Args(() => IdOrCodeArgs) key: IdOrCodeArgs): Promise<Programme | null> {
    return this.service.find(key);
  }

  @Query(() => ProgrammePage, { description: 'A page of the programmes that the filter lets through.' })
  programmes(@Args(() => ProgrammeListArgs) args: ProgrammeListArgs): Promise<Page<Programme>> {
    return this.service.list(args);
  }

  @Mutation(() => Programme, { description: 'Creates a programme.' })
  createProgramme(@Arg('input', () => CreateProgrammeInput) input: CreateProgrammeInput): Promise<Programme> {
    return this.service.create(input);
  }

  @Mutation(() => Programme, {
    description: 'Changes a programme. What the input leaves out stays as it is.',
  })
  updateProgramme(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateProgrammeInput) input: UpdateProgrammeInput,
  ): Promise<Programme> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => Programme, {
    description: 'Deletes a programme that nothing names, and answers what it was.',
  })
  deleteProgramme(@Args(() => IdArgs) { id }: IdArgs): Promise<Programme> {
    return this.service.delete(id);
  }

  @Mutation(() => [Programme], {
    description: 'Changes several programmes alike: all of them or, on an error, none.',
  })
  updateProgrammes(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateProgrammeInput) input: UpdateProgrammeInput,
  ): Promise<Programme[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several programmes: all of them or, on an error, none.' })
  deleteProgrammes(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }

  @FieldResolver(() => [Objective], { description: 'Its groups of objectives, by sortOrder and name.' })
  objectives(@Root() { id }: Programme, @Ctx() { loaders }: RequestContext): Promise<Objective[]> {
    return loaders.objectivesOfProgramme.load(id);
  }

  @FieldResolver(() => Int, { description: 'How many of its groups of objectives are reached.' })
  objectivesReached(@Root() { id }: Programme, @Ctx() { loaders }: RequestContext): Promise<number> {
    return countReached(loaders, id);
  }

  @FieldResolver(() => Int, { description: 'How many groups of objectives it has.' })
  async objectivesTotal(@Root() { id }: Programme, @Ctx() { loaders }: RequestContext): Promise<number> {
    return (await loaders.objectivesOfProgramme.load(id)).length;
  }
}
