import { UnitChangeType } from '../../../schema/party-unit/unit-change.entity';
import type { RenamePartyUnitInput } from '../../../schema/unit-change/unit-change.inputs';
import type { Act } from '../act';

export const renameUnit: Act<RenamePartyUnitInput> = {
  type: UnitChangeType.RENAME,
  async plan(draft, input) {
    const { name, nameEn } = input;
    draft.change(await draft.loadSubject(input), { name, ...(nameEn !== undefined && { nameEn }) });
  },
};
