import type { UnitChangeType } from '../../schema/party-unit/unit-change.entity';
import type { ActInput } from '../../schema/unit-change/unit-change.inputs';
import type { Draft } from './draft';

/** One of the acts on the tree: works out from an input what becomes of the units, and refuses what has no meaning. */
export interface Act<Input extends ActInput> {
  type: UnitChangeType;
  plan(draft: Draft, input: Input): Promise<void>;
}
