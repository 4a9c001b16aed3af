import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Resolver, Root } from 'type-graphql';
import { PartyUnit } from '../../schema/party-unit/party-unit.entity';
import { UnitChange } from '../../schema/party-unit/unit-change.entity';
import {
  ClosePartyUnitInput,
  MergePartyUnitsInput,
  MovePartyUnitInput,
  OpenPartyUnitInput,
  ReclassifyPartyUnitInput,
  RenamePartyUnitInput,
  SplitPartyUnitInput,
} from '../../schema/unit-change/unit-change.inputs';
import { UnitChangeResult } from '../../schema/unit-change/unit-change-result.type';
import { asksFor } from '../analytics/asks-for';
import type { RequestContext } from '../context';
import { closeUnit } from './acts/close';
import { mergeUnits } from './acts/merge';
import { moveUnit } from './acts/move';
import { openUnit } from './acts/open';
import { reclassifyUnit } from './acts/reclassify';
import { renameUnit } from './acts/rename';
import { splitUnit } from './acts/split';
import { prime } from './answered-units';
import type { ActAnswer, ActOptions, UnitChangeService } from './unit-change.service';

const DryRun = () =>
  Arg('dryRun', () => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: work everything out and answer it, and write nothing.',
  });

@Resolver(() => UnitChange)
export class UnitChangeResolver {
  constructor(private readonly service: UnitChangeService) {}

  @FieldResolver(() => [PartyUnit], { description: 'The units that it concerns, as they are on its date.' })
  units(@Root() change: UnitChange, @Ctx() { loaders }: RequestContext): Promise<PartyUnit[]> {
    return loaders.unitsOfChange(change);
  }

  @Mutation(() => UnitChangeResult, { description: 'Opens a unit.' })
  openPartyUnit(
    @Arg('input', () => OpenPartyUnitInput) input: OpenPartyUnitInput,
    @DryRun() dryRun: boolean | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitChangeResult> {
    return answer(this.service.carryOut(openUnit, input, options(dryRun, info)), context);
  }

  @Mutation(() => UnitChangeResult, {
    description:
      'Gives a unit another name from a day on, until the next day on which its name changed; what else changed later stays.',
  })
  renamePartyUnit(
    @Arg('input', () => RenamePartyUnitInput) input: RenamePartyUnitInput,
    @DryRun() dryRun: boolean | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitChangeResult> {
    return answer(this.service.carryOut(renameUnit, input, options(dryRun, info)), context);
  }

  @Mutation(() => UnitChangeResult, {
    description:
      'Puts a unit, with all below it, under another parent from a day on, until the next day on which it moved; what else changed later stays.',
  })
  movePartyUnit(
    @Arg('input', () => MovePartyUnitInput) input: MovePartyUnitInput,
    @DryRun() dryRun: boolean | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitChangeResult> {
    return answer(this.service.carryOut(moveUnit, input, options(dryRun, info)), context);
  }

  @Mutation(() => UnitChangeResult, {
    description:
      'Gives a unit another kind or sector from a day on, until the next day on which that changed; what else changed later stays.',
  })
  reclassifyPartyUnit(
    @Arg('input', () => ReclassifyPartyUnitInput) input: ReclassifyPartyUnitInput,
    @DryRun() dryRun: boolean | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitChangeResult> {
    return answer(this.service.carryOut(reclassifyUnit, input, options(dryRun, info)), context);
  }

  @Mutation(() => UnitChangeResult, {
    description:
      'Closes units on a day and lets another go on for them: their subordinate units move under it. Their stocks end that day; the warnings name them.',
  })
  mergePartyUnits(
    @Arg('input', () => MergePartyUnitsInput) input: MergePartyUnitsInput,
    @DryRun() dryRun: boolean | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitChangeResult> {
    return answer(this.service.carryOut(mergeUnits, input, options(dryRun, info)), context);
  }

  @Mutation(() => UnitChangeResult, {
    description:
      'Closes a unit on a day and opens others in its place, which share its subordinate units. Its history stays with it.',
  })
  splitPartyUnit(
    @Arg('input', () => SplitPartyUnitInput) input: SplitPartyUnitInput,
    @DryRun() dryRun: boolean | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitChangeResult> {
    return answer(this.service.carryOut(splitUnit, input, options(dryRun, info)), context);
  }

  @Mutation(() => UnitChangeResult, {
    description:
      'Closes a unit on a day, without a successor. It has no subordinate units left, or says where they go.',
  })
  closePartyUnit(
    @Arg('input', () => ClosePartyUnitInput) input: ClosePartyUnitInput,
    @DryRun() dryRun: boolean | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitChangeResult> {
    return answer(this.service.carryOut(closeUnit, input, options(dryRun, info)), context);
  }

  @Mutation(() => UnitChangeResult, {
    description:
      'Takes an act back, as if it had never been entered: placements and lives are what they were before. Only the act that was recorded last for each of its units can be undone; the units that it opened go, unless something holds them.',
  })
  undoUnitChange(
    @Arg('id', () => ID, { description: 'The id of the act.' }) id: string,
    @DryRun() dryRun: boolean | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnitChangeResult> {
    return answer(this.service.undo(id, options(dryRun, info)), context);
  }
}

function options(dryRun: boolean | null, info: GraphQLResolveInfo): ActOptions {
  return { dryRun: dryRun ?? false, wantsEffects: asksFor('effects', info) };
}

async function answer(acted: Promise<ActAnswer>, { loaders }: RequestContext): Promise<UnitChangeResult> {
  const { result, units } = await acted;
  prime(loaders, units, result.change);
  return result;
}
