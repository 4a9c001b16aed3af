import type { ObservationSortField } from '../../schema/observation/observation.args';
import type { ObservationFilter } from '../../schema/observation/observation.inputs';
import { indicatorHasWord, nameOfIndicator } from '../indicator/indicator-conditions';
import { codeOf, containsFolded, decimal, moment, text } from '../list/filter-fields';
import type { ListDefinition } from '../list/list';
import { period } from '../list/period-filter-field';
import { isUnder, nameOfUnit, unitHasWord } from '../party-unit/unit-conditions';
import { named } from '../resource/named-resources';
import { parseObservationId } from './observation-id';

const periodType =
  '(select indicator.period_type from indicator where indicator.id = observation.indicator_id)';
const remarks = "fold_text(coalesce(observation.note, '') || ' ' || coalesce(observation.source, ''))";

const key = [
  'observation.indicatorId',
  'observation.unitId',
  'observation.periodStart',
  'observation.memberId',
];

export const observationList: ListDefinition<ObservationFilter, ObservationSortField> = {
  ids: (ids, bind) => {
    const keys = ids.map((id) => parseObservationId(id, 'ids'));
    return `exists (
      select from unnest(
        ${bind(keys.map(({ indicatorId }) => indicatorId))}::integer[],
        ${bind(keys.map(({ unitId }) => unitId))}::integer[],
        ${bind(keys.map(({ periodStart }) => periodStart))}::date[],
        ${bind(keys.map(({ memberId }) => memberId))}::integer[]
      ) as key (indicator_id, unit_id, period_start, member_id)
      where key.indicator_id = observation.indicator_id and key.unit_id = observation.unit_id
        and key.period_start = observation.period_start
        and key.member_id is not distinct from observation.member_id)`;
  },
  search: (word, bind) =>
    `(${[
      unitHasWord('observation.unit_id', word, bind),
      indicatorHasWord('observation.indicator_id', word, bind),
      containsFolded(remarks, word, bind),
    ].join(' or ')})`,
  filters: {
    unit: codeOf(named.unit, 'observation.unit_id'),
    under: {
      names: named.unit,
      conditions: (code, bind) => [isUnder('observation.unit_id', bind(code))],
    },
    indicator: codeOf(named.indicator, 'observation.indicator_id'),
    period: period('observation.period_start', periodType),
    member: codeOf(named.member, 'observation.member_id'),
    numeric: decimal('observation.value'),
    note: text('observation.note'),
    source: text('observation.source'),
    recordedAt: moment('observation.recorded_at'),
  },
  sorts: {
    id: key,
    unit: [nameOfUnit('observation.unit_id')],
    indicator: [nameOfIndicator('observation.indicator_id')],
    period: ['observation.periodStart'],
    member: ['(select member.name from dimension_member member where member.id = observation.member_id)'],
    numeric: ['observation.numeric'],
    note: ['observation.note'],
    source: ['observation.source'],
    recordedAt: ['observation.recordedAt'],
  },
  defaultSort: [],
  key,
};
