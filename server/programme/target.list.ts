import type { TargetSortField } from '../../schema/programme/target.args';
import type { TargetFilter } from '../../schema/programme/target.inputs';
import { indicatorHasWord, nameOfIndicator } from '../indicator/indicator-conditions';
import { codeOf, decimal } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { period } from '../list/period-filter-field';
import { nameOfUnit, unitHasWord } from '../party-unit/unit-conditions';
import { hasId } from '../resource/ids';
import { named } from '../resource/named-resources';

const objectiveOrder = [
  '(select objective.sort_order from objective where objective.id = target.objective_id)',
  '(select objective.name from objective where objective.id = target.objective_id)',
];

export const targetList: ListDefinition<TargetFilter, TargetSortField> = {
  ids: hasId('target.id'),
  search: (word, bind) =>
    `(${unitHasWord('target.unit_id', word, bind)} or ${indicatorHasWord('target.indicator_id', word, bind)})`,
  filters: {
    objective: codeOf(named.objective, 'target.objective_id'),
    indicator: codeOf(named.indicator, 'target.indicator_id'),
    unit: codeOf(named.unit, 'target.unit_id'),
    period: period('target.period_start', 'target.period_type'),
    value: decimal('target.value'),
  },
  sorts: {
    id: ['target.id'],
    objective: objectiveOrder,
    indicator: [nameOfIndicator('target.indicator_id')],
    unit: [nameOfUnit('target.unit_id')],
    period: ['target.periodStart'],
    value: ['target.value'],
    note: ['target.note'],
  },
  defaultSort: [...objectiveOrder, 'target.id'],
  key: ['target.id'],
};
