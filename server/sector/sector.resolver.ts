import { Arg, Args, ID, Mutation, Query, Resolver } from 'type-graphql';
import { IdAndVersionArgs, IdArgs, IdOrCodeArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { SectorListArgs, SectorPage } from '../../schema/sector/sector.args';
import { Sector } from '../../schema/sector/sector.entity';
import { CreateSectorInput, UpdateSectorInput } from '../../schema/sector/sector.inputs';
import type { SectorService } from './sector.service';

@Resolver(() => Sector)
export class SectorResolver {
  constructor(private readonly service: SectorService) {}

  @Query(() => Sector, {
    nullable: true,
    description: 'One sector by its id or code; null when there is none.',
  })
  sector(@Args(() => IdOrCodeArgs) key: IdOrCodeArgs): Promise<Sector | null> {
    return this.service.find(key);
  }

  @Query(() => SectorPage, { description: 'A page of the sectors that the filter lets through.' })
  sectors(@Args(() => SectorListArgs) args: SectorListArgs): Promise<Page<Sector>> {
    return this.service.list(args);
  }

  @Mutation(() => Sector, { description: 'Creates a sector.' })
  createSector(@Arg('input', () => CreateSectorInput) input: CreateSectorInput): Promise<Sector> {
    return this.service.create(input);
  }

  @Mutation(() => Sector, { description: 'Changes a sector. What the input leaves out stays as it is.' })
  updateSector(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateSectorInput) input: UpdateSectorInput,
  ): Promise<Sector> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => Sector, { description: 'Deletes a sector that nothing names, and answers what it was.' })
  deleteSector(@Args(() => IdArgs) { id }: IdArgs): Promise<Sector> {
    return this.service.delete(id);
  }

  @Mutation(() => [Sector], {
    description: 'Changes several sectors alike: all of them or, on an error, none.',
  })
  updateSectors(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateSectorInput) input: UpdateSectorInput,
  ): Promise<Sector[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several sectors: all of them or, on an error, none.' })
  deleteSectors(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }
}
