import type { Observation } from '../../schema/observation/observation.entity';
import { invalidInput } from '../validate-input';

export interface ObservationKey {
  indicatorId: number;
  unitId: number;
  periodStart: string;
  memberId: number | null;
}

const pattern = /^(?<indicator>\d{1,9})_(?<unit>\d{1,9})_(?<start>\d{4}-\d{2}-01)(?:_(?<member>\d{1,9}))?$/;

/**
 * An observation has no id of its own: it is its key, written `<indicator>_<unit>_<first day>` and `_<member>` when it
 * has one, all by their ids. Clients take it as opaque; the key never changes, so neither does the id.
 *
 * @example observationId({ indicatorId: 3, unitId: 17, periodStart: '2022-07-01', memberId: null }) // 3_17_2022-07-01
 */
export function observationId({
  indicatorId,
  unitId,
  periodStart,
  memberId,
}: ObservationKey | Observation): string {
  const parts = [indicatorId, unitId, periodStart, ...(memberId === null ? [] : [memberId])];
  return parts.join('_');
}

export function parseObservationId(id: string, field: string): ObservationKey {
  const parts = pattern.exec(id)?.groups;
  if (!parts || Number.isNaN(Date.parse(parts.start ?? ''))) {
    throw invalidInput({ [field]: `has "${id}", which is not the id of an observation` });
  }
  return {
    indicatorId: Number(parts.indicator),
    unitId: Number(parts.unit),
    periodStart: parts.start ?? '',
    memberId: parts.member === undefined ? null : Number(parts.member),
  };
}
