import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AsOfArgs } from '../../schema/party-unit/party-unit.args';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { UnitChange } from '../../schema/party-unit/unit-change.entity';
import { Sector } from '../../schema/sector/sector.entity';
import { UnitKind } from '../../schema/unit-kind/unit-kind.entity';
import type { RequestContext } from '../context';

/** What a unit is and where it stands on the day that it was asked for. */
@Resolver(() => PartyUnit)
export class PartyUnitRelationsResolver {
  @FieldResolver(() => String, { description: 'The name in Vietnamese.' })
  name(@Root() { placement }: PartyUnit): string {
    return placement.name;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The name in English.' })
  nameEn(@Root() { placement }: PartyUnit): string | null {
    return placement.nameEn;
  }

  @FieldResolver(() => UnitKind, { nullable: true, description: 'What it is.' })
  async kind(@Root() { placement }: PartyUnit, @Ctx() { loaders }: RequestContext): Promise<UnitKind | null> {
    return placement.kindId === null ? null : loaders.unitKind.load(placement.kindId);
  }

  @FieldResolver(() => Sector, { nullable: true, description: 'The field that it works in.' })
  async sector(@Root() { placement }: PartyUnit, @Ctx() { loaders }: RequestContext): Promise<Sector | null> {
    return placement.sectorId === null ? null : loaders.sector.load(placement.sectorId);
  }

  @FieldResolver(() => PartyUnit, {
    nullable: true,
    description: 'The unit directly above it; null for a root.',
  })
  async parent(
    @Root() { placement, asOf }: PartyUnit,
    @Ctx() { loaders }: RequestContext,
  ): Promise<PartyUnit | null> {
    return placement.parentId === null ? null : loaders.partyUnit.load({ id: placement.parentId, asOf });
  }

  @FieldResolver(() => Int, { description: 'How deep it stands in the tree; the root is 1.' })
  async level(@Root() { id, asOf }: PartyUnit, @Ctx() { loaders }: RequestContext): Promise<number> {
    return (await loaders.ancestorIds.load({ id, asOf })).length + 1;
  }

  @FieldResolver(() => [PartyUnit], { description: 'The units above it, the root first.' })
  ancestors(@Root() unit: PartyUnit, @Ctx() { loaders }: RequestContext): Promise<PartyUnit[]> {
    return loaders.ancestors(unit);
  }

  @FieldResolver(() => [PartyUnit], {
    description: 'The units directly below it that are open on the day, by name.',
  })
  children(
    @Root() unit: PartyUnit,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<PartyUnit[]> {
    return loaders.children.load({ id: unit.id, asOf: asOf ?? unit.asOf });
  }

  @FieldResolver(() => [PartyUnit], {
    description: 'All units below it that are open on the day: higher levels first, then by name.',
  })
  descendants(
    @Root() unit: PartyUnit,
    @Arg('level', () => Int, {
      nullable: true,
      description: 'Only those on this level of the whole tree; the root is 1.',
    })
    level: number | null,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<PartyUnit[]> {
    return loaders.descendants(unit, level ?? null, asOf ?? unit.asOf);
  }

  @FieldResolver(() => [UnitChange], { description: 'The acts that concern it, the earliest first.' })
  changes(@Root() { id }: PartyUnit, @Ctx() { loaders }: RequestContext): Promise<UnitChange[]> {
    return loaders.changesOfUnit.load(id);
  }

  @FieldResolver(() => PartyUnit, {
    nullable: true,
    description: 'The unit that it was merged into when it closed.',
  })
  async successor(
    @Root() { successorId, asOf }: PartyUnit,
    @Ctx() { loaders }: RequestContext,
  ): Promise<PartyUnit | null> {
    return successorId === null ? null : loaders.partyUnit.load({ id: successorId, asOf });
  }
}
