import type { UnitChangeType } from '../../schema/party-unit/unit-change.entity';
import type { Span } from '../period/period';

/** Where a unit of the sample stood and what it was; others are named by their codes. */
export interface SamplePlacement {
  effectiveOn: string;
  endedOn: string | null;
  name: string;
  nameEn: string;
  parent: string | null;
  kind: string;
  sector: string | null;
}

export interface SampleUnit {
  code: string;
  openedOn: string;
  closedOn: string | null;
  successor: string | null;
  /** The weight by which totals are split between the units that report. */
  size: number;
  placements: SamplePlacement[];
}

export interface SampleChange {
  type: UnitChangeType;
  effectiveOn: string;
  documentNumber: string;
  note: string;
  units: string[];
}

/** One value, as a unit reported it. */
export interface SampleObservation {
  indicator: string;
  unit: string;
  period: Span;
  member: string | null;
  value: number;
}
