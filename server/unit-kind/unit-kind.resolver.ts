import { Arg, Args, ID, Mutation, Query, Resolver } from 'type-graphql';
import { IdAndVersionArgs, IdArgs, IdOrCodeArgs, IdsArgs } from '../../schema/list/key.args';
import type { Page } from '../../schema/list/page-type';
import { UnitKindListArgs, UnitKindPage } from '../../schema/unit-kind/unit-kind.args';
import { UnitKind } from '../../schema/unit-kind/unit-kind.entity';
import { CreateUnitKindInput, UpdateUnitKindInput } from '../../schema/unit-kind/unit-kind.inputs';
import type { UnitKindService } from './unit-kind.service';

@Resolver(() => UnitKind)
export class UnitKindResolver {
  constructor(private readonly service: UnitKindService) {}

  @Query(() => UnitKind, {
    nullable: true,
    description: 'One kind of unit by its id or code; null when there is none.',
  })
  unitKind(@Args(() => IdOrCodeArgs) key: IdOrCodeArgs): Promise<UnitKind | null> {
    return this.service.find(key);
  }

  @Query(() => UnitKindPage, { description: 'A page of the kinds of units that the filter lets through.' })
  unitKinds(@Args(() => UnitKindListArgs) args: UnitKindListArgs): Promise<Page<UnitKind>> {
    return this.service.list(args);
  }

  @Mutation(() => UnitKind, { description: 'Creates a kind of unit.' })
  createUnitKind(@Arg('input', () => CreateUnitKindInput) input: CreateUnitKindInput): Promise<UnitKind> {
    return this.service.create(input);
  }

  @Mutation(() => UnitKind, {
    description: 'Changes a kind of unit. What the input leaves out stays as it is.',
  })
  updateUnitKind(
    @Args(() => IdAndVersionArgs) { id, version }: IdAndVersionArgs,
    @Arg('input', () => UpdateUnitKindInput) input: UpdateUnitKindInput,
  ): Promise<UnitKind> {
    return this.service.update(id, input, version);
  }

  @Mutation(() => UnitKind, {
    description: 'Deletes a kind of unit that nothing names, and answers what it was.',
  })
  deleteUnitKind(@Args(() => IdArgs) { id }: IdArgs): Promise<UnitKind> {
    return this.service.delete(id);
  }

  @Mutation(() => [UnitKind], {
    description: 'Changes several kinds of units alike: all of them or, on an error, none.',
  })
  updateUnitKinds(
    @Args(() => IdsArgs) { ids }: IdsArgs,
    @Arg('input', () => UpdateUnitKindInput) input: UpdateUnitKindInput,
  ): Promise<UnitKind[]> {
    return this.service.updateMany(ids, input);
  }

  @Mutation(() => [ID], { description: 'Deletes several kinds of units: all of them or, on an error, none.' })
  deleteUnitKinds(@Args(() => IdsArgs) { ids }: IdsArgs): Promise<string[]> {
    return this.service.deleteMany(ids);
  }
}
