import { UnitChangeType } from '../../../schema/party-unit/unit-change.entity';
import type { MovePartyUnitInput } from '../../../schema/unit-change/unit-change.inputs';
import { AppError } from '../../errors';
import { invalidInput } from '../../validate-input';
import type { Act } from '../act';
import { refuseUnlessOpen } from '../unit-history';

export const moveUnit: Act<MovePartyUnitInput> = {
  type: UnitChangeType.MOVE,
  async plan(draft, input) {
    const { parent } = input;
    if (parent === undefined) throw invalidInput({ parent: 'must be given: a code, or null for a root' });
    const unit = await draft.loadSubject(input);
    if (parent === null) {
      draft.change(unit, { parentId: null });
      return;
    }
    const ids = await draft.lookUp([{ field: 'parent', names: 'unit', code: parent }]);
    const [above] = await draft.load([ids.of('unit', parent)]);
    if (above?.id === unit.id) {
      throw new AppError('PLACEMENT_CYCLE', {
        problem: `Unit ${unit.code} cannot stand below itself.`,
      }).at('parent');
    }
    if (above) refuseUnlessOpen(above, draft.day, 'parent');
    draft.change(unit, { parentId: ids.of('unit', parent) });
  },
};
