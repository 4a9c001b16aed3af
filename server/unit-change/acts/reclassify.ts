import { UnitChangeType } from '../../../schema/party-unit/unit-change.entity';
import type { ReclassifyPartyUnitInput } from '../../../schema/unit-change/unit-change.inputs';
import { invalidInput } from '../../validate-input';
import type { Act } from '../act';
import { referencesOf } from '../look-up-codes';

export const reclassifyUnit: Act<ReclassifyPartyUnitInput> = {
  type: UnitChangeType.RECLASSIFY,
  async plan(draft, input) {
    const { kind, sector } = input;
    if (kind === undefined && sector === undefined) {
      const problem = 'must be given, or the other of kind and sector';
      throw invalidInput({ kind: problem, sector: problem });
    }
    const unit = await draft.loadSubject(input);
    const ids = await draft.lookUp(referencesOf('', { kind, sector }));
    const [kindId, sectorId] = [ids.of('kind', kind), ids.of('sector', sector)];
    draft.change(unit, {
      ...(kindId !== undefined && { kindId }),
      ...(sectorId !== undefined && { sectorId }),
    });
  },
};
