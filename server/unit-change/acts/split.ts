import { UnitChangeType } from '../../../schema/party-unit/unit-change.entity';
import type { SplitIntoInput, SplitPartyUnitInput } from '../../../schema/unit-change/unit-change.inputs';
import { AppError } from '../../errors';
import { invalidInput } from '../../validate-input';
import type { Act } from '../act';
import { refuseLaterFigures } from '../later-figures';
import { referencesOf } from '../look-up-codes';
import { type HistoricUnit, stateOn } from '../unit-history';
import { warnOfStocks } from '../warn-of-stocks';
import { firstState } from './open';

export const splitUnit: Act<SplitPartyUnitInput> = {
  type: UnitChangeType.SPLIT,
  async plan(draft, input) {
    const { into } = input;
    const unit = await draft.loadSubject(input);
    const ids = await draft.lookUp(
      into.flatMap((part, index) => referencesOf(`into.${index}.`, part)),
      into.map(({ code }, index) => ({ field: `into.${index}.code`, code })),
    );
    const children = await draft.childrenOf([unit.id]);
    const partOf = shareOut(unit, children, into);
    const before = stateOn(unit.life, draft.day);
    draft.close(unit);
    const partIds = await draft.open(
      into.map((part) => ({ code: part.code, state: firstState(part, ids, before) })),
    );
    for (const child of children) {
      draft.change(child, { parentId: partIds[partOf.get(child.code) ?? 0] as number }, { isCarried: true });
    }
    await refuseLaterFigures(draft.manager, [unit], draft.day);
    await warnOfStocks(
      draft,
      [unit],
      into.map(({ code }) => code),
    );
  },
};

/** The place in the list of the part that takes each child. */
function shareOut(
  { code: unit }: HistoricUnit,
  children: readonly HistoricUnit[],
  into: readonly SplitIntoInput[],
): Map<string, number> {
  const partOf = new Map<string, number>();
  for (const [index, part] of into.entries()) {
    for (const code of part.children ?? []) {
      const field = `into.${index}.children`;
      if (!children.some((child) => child.code === code)) {
        throw new AppError('ACT_INVALID', {
          problem: `${JSON.stringify(code)} is not a unit directly below ${unit} on that day`,
          allowed:
            children.length === 0
              ? 'There is none.'
              : `Those are: ${children
                  .slice(0, 20)
                  .map((child) => child.code)
                  .join(', ')}${children.length > 20 ? ', …' : ''}.`,
        }).at(field);
      }
      if (partOf.has(code)) throw invalidInput({ [field]: `has ${JSON.stringify(code)} a second time` });
      partOf.set(code, index);
    }
  }
  return partOf;
}
