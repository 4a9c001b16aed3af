import type { EntityManager } from 'typeorm';
import type { CreatePartyUnitInput, UpdatePartyUnitInput } from '../../schema/party-unit/party-unit.inputs';
import { UnitChange, UnitChangeType } from '../../schema/party-unit/unit-change.entity';
import { UnitPlacement } from '../../schema/party-unit/unit-placement.entity';
import type { Caller } from '../access/caller';
import { lookUpIds } from '../resource/look-up';
import { named } from '../resource/named-resources';
import type { Columns } from '../resource/resource.service';
import { invalidInput } from '../validate-input';
import { dateOpeningSql } from './date-opening.sql';

/** Gives a new unit its first placement and writes down the act that opened it. */
export async function openPlacement(
  manager: EntityManager,
  unitId: number,
  input: CreatePartyUnitInput,
  caller: Caller,
): Promise<void> {
  const { openedOn, closedOn = null, documentNumber = null, note = null } = input;
  await manager.insert(UnitPlacement, {
    unitId,
    effectiveOn: openedOn,
    endedOn: closedOn,
    ...(await describedState(manager, input, caller)),
  });
  await manager.save(UnitChange, {
    type: UnitChangeType.OPEN,
    effectiveOn: openedOn,
    documentNumber,
    note,
    units: [{ id: unitId }],
  });
}

/**
 * Corrects the latest placement, and moves the ends of the unit's life with its dates, so that its placements keep
 * covering it without a gap.
 */
export async function correctPlacements(
  manager: EntityManager,
  unitId: number,
  input: UpdatePartyUnitInput,
  caller: Caller,
): Promise<void> {
  const { openedOn, closedOn } = input;
  const placements = await manager.find(UnitPlacement, { where: { unitId }, order: { effectiveOn: 'ASC' } });
  const first = placements.at(0);
  const latest = placements.at(-1);
  if (!first || !latest) throw new Error(`Unit ${unitId} has no placement.`);

  if (openedOn && first !== latest && first.endedOn && openedOn >= first.endedOn) {
    throw invalidInput({
      openedOn: `must be before ${first.endedOn}, when the next state of the unit begins`,
    });
  }
  const latestStart = openedOn && first === latest ? openedOn : latest.effectiveOn;
  if (closedOn && closedOn <= latestStart) {
    throw invalidInput({
      closedOn: `must be after ${latestStart}, when the latest state of the unit begins`,
    });
  }

  const state = {
    ...(await describedState(manager, input, caller)),
    ...(closedOn !== undefined && { endedOn: closedOn }),
    ...(openedOn && first === latest && { effectiveOn: openedOn }),
  };
  if (Object.keys(state).length > 0) await manager.update(UnitPlacement, latest.id, state);
  if (openedOn && first !== latest) await manager.update(UnitPlacement, first.id, { effectiveOn: openedOn });
  if (openedOn) await dateOpening(manager, unitId, openedOn);
}

/** What an input says about the state of a unit, with ids in place of codes. */
async function describedState(
  manager: EntityManager,
  { name, nameEn, kind, sector, parent }: CreatePartyUnitInput | UpdatePartyUnitInput,
  caller: Caller,
): Promise<Columns<UnitPlacement>> {
  const ids = await lookUpIds(
    manager,
    {
      kind: { names: named.kind, code: kind },
      sector: { names: named.sector, code: sector },
      parent: { names: named.unit, code: parent },
    },
    caller,
  );
  return {
    ...(name !== undefined && { name }),
    ...(nameEn !== undefined && { nameEn }),
    ...(ids.kind !== undefined && { kindId: ids.kind }),
    ...(ids.sector !== undefined && { sectorId: ids.sector }),
    ...(ids.parent !== undefined && { parentId: ids.parent }),
  };
}

/** The act that opened the unit has the date on which it opens. */
async function dateOpening(manager: EntityManager, unitId: number, openedOn: string): Promise<void> {
  const { text, values } = dateOpeningSql(unitId, openedOn);
  await manager.query(text, values);
}
