import { percentSign, showNumber } from '../i18n/format';
import type { ProgrammeTarget } from './programmeObjective';

export interface TargetsProps {
  targets: ProgrammeTarget[];
  onEdit: (id: string) => void;
}

function measured(value: string | null, { indicator }: ProgrammeTarget): string {
  if (value === null) return '–';
  const number = showNumber(value, indicator.decimals);
  return indicator.unitOfMeasure === '%' ? number + percentSign() : number;
}

export const actualOf = (target: ProgrammeTarget) => measured(target.actual, target);

/** What should be reached, and from which side: ≥ 98,00 %. */
export const limitOf = (target: ProgrammeTarget) =>
  `${target.indicator.direction === 'LOWER_IS_BETTER' ? '≤' : '≥'} ${measured(target.value, target)}`;
