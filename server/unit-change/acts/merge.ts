import { UnitChangeType } from '../../../schema/party-unit/unit-change.entity';
import type { MergePartyUnitsInput } from '../../../schema/unit-change/unit-change.inputs';
import { AppError } from '../../errors';
import { invalidInput } from '../../validate-input';
import type { Act } from '../act';
import type { Draft } from '../draft';
import { lineSql } from '../histories.sql';
import { refuseLaterFigures } from '../later-figures';
import { type CodeIds, referencesOf } from '../look-up-codes';
import { type HistoricUnit, refuseUnlessOpen, stateOn } from '../unit-history';
import { warnOfStocks } from '../warn-of-stocks';
import { firstState } from './open';

export const mergeUnits: Act<MergePartyUnitsInput> = {
  type: UnitChangeType.MERGE,
  async plan(draft, { units: codes, into }) {
    if (new Set(codes).size < codes.length) throw invalidInput({ units: 'must name each unit once' });
    const isNew = into.name !== undefined;
    if (!isNew) refuseFieldsOfNewUnit(into);
    const ids = await draft.lookUp(
      [
        ...codes.map((code) => ({ field: 'units', names: 'unit' as const, code })),
        ...(isNew
          ? referencesOf('into.', into)
          : [{ field: 'into.code', names: 'unit' as const, code: into.code }]),
      ],
      isNew ? [{ field: 'into.code', code: into.code }] : [],
    );
    const merged = await draft.load(codes.map((code) => ids.of('unit', code)));
    for (const unit of merged) refuseUnlessOpen(unit, draft.day, 'units');

    const successorId = isNew ? await openSuccessor(draft, merged, into, ids) : ids.of('unit', into.code);
    if (!isNew) await refuseImpossibleSuccessor(draft, merged, successorId, into.code);
    for (const unit of merged) draft.close(unit, successorId);
    for (const child of await draft.childrenOf(merged.map(({ id }) => id))) {
      if (!draft.concerned.has(child.id)) draft.change(child, { parentId: successorId }, { isCarried: true });
    }
    await refuseLaterFigures(draft.manager, merged, draft.day);
    await warnOfStocks(draft, merged, [into.code]);
  },
};

/** It stands where the first of the merged units did, or above, where that closes too. */
async function openSuccessor(
  draft: Draft,
  merged: readonly HistoricUnit[],
  into: MergePartyUnitsInput['into'],
  ids: CodeIds,
): Promise<number> {
  const [first] = merged as [HistoricUnit];
  const { kindId, sectorId, parentId } = stateOn(first.life, draft.day);
  const defaults = { kindId, sectorId, parentId: outside(merged, parentId, draft.day) };
  const state = firstState({ ...into, name: into.name as string }, ids, defaults);
  const [id] = (await draft.open([{ code: into.code, state }])) as [number];
  return id;
}

/** The unit itself, or the first above it that is not among the merged. */
function outside(merged: readonly HistoricUnit[], unitId: number | null, day: string): number | null {
  const unit = merged.find(({ id }) => id === unitId);
  return unit ? outside(merged, stateOn(unit.life, day).parentId, day) : unitId;
}

async function refuseImpossibleSuccessor(
  draft: Draft,
  merged: readonly HistoricUnit[],
  successorId: number,
  code: string,
): Promise<void> {
  const [successor] = (await draft.load([successorId])) as [HistoricUnit];
  refuseUnlessOpen(successor, draft.day, 'into.code');
  const { text, values } = lineSql(successorId, draft.day);
  const [{ ids: line }] = (await draft.manager.query(text, values)) as [{ ids: number[] }];
  const above = merged.find(({ id }) => line.includes(id));
  if (above) {
    throw new AppError('ACT_INVALID', {
      problem:
        above.id === successorId
          ? `unit ${code} cannot be merged into itself`
          : `unit ${above.code} cannot be merged into ${code}, which stands below it`,
      allowed: `Merge into a unit that is not below the merged ones; ${code} can be moved up before.`,
    }).at('into.code');
  }
  draft.mention(successor);
}

function refuseFieldsOfNewUnit({ nameEn, kind, sector, parent }: MergePartyUnitsInput['into']): void {
  const given = Object.entries({ nameEn, kind, sector, parent }).filter(([, value]) => value !== undefined);
  if (given.length === 0) return;
  throw invalidInput({
    'into.name': `must be given for a new unit; one that exists takes no ${given.map(([field]) => field).join(', ')}`,
  });
}
