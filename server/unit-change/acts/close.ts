import { UnitChangeType } from '../../../schema/party-unit/unit-change.entity';
import type { ClosePartyUnitInput } from '../../../schema/unit-change/unit-change.inputs';
import { AppError } from '../../errors';
import type { Act } from '../act';
import { refuseLaterFigures } from '../later-figures';
import { refuseUnlessOpen } from '../unit-history';

export const closeUnit: Act<ClosePartyUnitInput> = {
  type: UnitChangeType.CLOSE,
  async plan(draft, input) {
    const { moveChildrenTo } = input;
    const unit = await draft.loadSubject(input);
    draft.close(unit);
    const children = await draft.childrenOf([unit.id]);
    if (typeof moveChildrenTo === 'string') {
      const ids = await draft.lookUp([{ field: 'moveChildrenTo', names: 'unit', code: moveChildrenTo }]);
      const parentId = ids.of('unit', moveChildrenTo);
      const [above] = await draft.load([parentId]);
      if (parentId === unit.id || children.some(({ id }) => id === parentId)) {
        throw new AppError('ACT_INVALID', {
          problem: `the units below ${unit.code} cannot go to ${moveChildrenTo}`,
          allowed: 'Name a unit that stays open and is not one of them.',
        }).at('moveChildrenTo');
      }
      if (above) refuseUnlessOpen(above, draft.day, 'moveChildrenTo');
      for (const child of children) draft.change(child, { parentId }, { isCarried: true });
    } else if (children.length > 0) {
      const codes = children.map(({ code }) => code);
      throw new AppError('UNIT_HAS_CHILDREN', {
        unit: unit.code,
        date: draft.day,
        children: `${codes.slice(0, 10).join(', ')}${codes.length > 10 ? ` and ${codes.length - 10} more` : ''}`,
      }).at('moveChildrenTo');
    }
    await refuseLaterFigures(draft.manager, [unit], draft.day);
  },
};
