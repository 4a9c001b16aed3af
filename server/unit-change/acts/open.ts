import { UnitChangeType } from '../../../schema/party-unit/unit-change.entity';
import type { NewUnitInput, OpenPartyUnitInput } from '../../../schema/unit-change/unit-change.inputs';
import type { Act } from '../act';
import { type CodeIds, referencesOf } from '../look-up-codes';
import type { UnitState } from '../unit-history';

export const openUnit: Act<OpenPartyUnitInput> = {
  type: UnitChangeType.OPEN,
  async plan(draft, input) {
    const ids = await draft.lookUp(referencesOf('', input), [{ field: 'code', code: input.code }]);
    const none = { parentId: null, kindId: null, sectorId: null };
    await draft.open([{ code: input.code, state: firstState(input, ids, none) }]);
  },
};

/** The first state of a new unit: what its input leaves out is taken from elsewhere. */
export function firstState(
  { name, nameEn, kind, sector, parent }: Omit<NewUnitInput, 'code'>,
  ids: CodeIds,
  defaults: Pick<UnitState, 'parentId' | 'kindId' | 'sectorId'>,
): UnitState {
  const given = <Value>(value: Value | undefined, otherwise: Value) =>
    value === undefined ? otherwise : value;
  return {
    name,
    nameEn: nameEn ?? null,
    parentId: given(ids.of('unit', parent), defaults.parentId),
    kindId: given(ids.of('kind', kind), defaults.kindId),
    sectorId: given(ids.of('sector', sector), defaults.sectorId),
  };
}
