import { UnitChangeType } from '../../schema/party-unit/unit-change.entity';
import type { SampleChange, SamplePlacement, SampleUnit } from './unit';

/** An act on units that exist; `to` is what is different afterwards, `into` the successor of those that end. */
interface Act {
  type: UnitChangeType;
  units: string[];
  effectiveOn: string;
  documentNumber: string;
  note: string;
  to?: Partial<Pick<SamplePlacement, 'name' | 'nameEn' | 'parent' | 'kind' | 'sector'>>;
  into?: string;
}

// Units that begin or end do so on the first day of a month in which all report, so that no stock is missing between.
const acts: Act[] = [
  {
    type: UnitChangeType.RENAME,
    units: ['DN-CNUO'],
    effectiveOn: '2018-04-01',
    documentNumber: '31-QĐ/ĐUK',
    note: 'Công ty chuyển thành công ty cổ phần.',
    to: {
      name: 'Đảng bộ Công ty cổ phần Cấp nước tỉnh',
      nameEn: 'Party Committee of the Provincial Water Supply Joint Stock Company',
    },
  },
  {
    type: UnitChangeType.RECLASSIFY,
    units: ['SN-KSBT'],
    effectiveOn: '2019-03-01',
    documentNumber: '12-QĐ/ĐUK',
    note: 'Nâng chi bộ cơ sở lên đảng bộ cơ sở, thành lập ba chi bộ trực thuộc.',
    to: {
      name: 'Đảng bộ Trung tâm Kiểm soát bệnh tật tỉnh',
      nameEn: 'Party Committee of the Provincial Centre for Disease Control',
      kind: 'grassroots_committee',
    },
  },
  {
    type: UnitChangeType.CLOSE,
    units: ['DN-CPTM'],
    effectiveOn: '2019-06-01',
    documentNumber: '27-QĐ/ĐUK',
    note: 'Công ty giải thể; đảng viên chuyển sinh hoạt đến các tổ chức đảng khác.',
  },
  {
    type: UnitChangeType.RECLASSIFY,
    units: ['SN-DKIE'],
    effectiveOn: '2020-01-01',
    documentNumber: '45-QĐ/ĐUK',
    note: 'Trung tâm chuyển từ đơn vị sự nghiệp thành doanh nghiệp.',
    to: { sector: 'enterprise' },
  },
  {
    type: UnitChangeType.MOVE,
    units: ['CQ-SKHD-CB5'],
    effectiveOn: '2020-07-01',
    documentNumber: '18-QĐ/ĐUK',
    note: 'Trung tâm Xúc tiến đầu tư chuyển về Văn phòng Ủy ban nhân dân tỉnh.',
    to: { parent: 'CQ-VPUB' },
  },
  {
    type: UnitChangeType.MERGE,
    units: ['CQ-VPQH', 'CQ-VPHD'],
    effectiveOn: '2020-12-01',
    documentNumber: '39-QĐ/ĐUK',
    note: 'Hợp nhất hai văn phòng.',
    into: 'CQ-VPDB',
  },
];

/** The units with everything that became of them, and the acts behind it, openings included. */
export function applyHistory(founded: SampleUnit[]): { units: SampleUnit[]; changes: SampleChange[] } {
  const units = new Map(founded.map((unit) => [unit.code, structuredClone(unit)]));
  for (const act of acts) {
    for (const code of act.units) {
      const unit = units.get(code);
      if (!unit) throw new Error(`The history of the sample names ${code}, which does not exist.`);
      applyAct(unit, act);
    }
  }
  const all = [...units.values()];
  return { units: all, changes: [...openings(all), ...acts.map(toChange)] };
}

function applyAct(unit: SampleUnit, act: Act): void {
  const last = unit.placements.at(-1);
  if (!last) throw new Error(`Unit ${unit.code} has no placement.`);
  last.endedOn = act.effectiveOn;
  if (act.to) {
    unit.placements.push({ ...last, ...act.to, effectiveOn: act.effectiveOn, endedOn: null });
  } else {
    unit.closedOn = act.effectiveOn;
    unit.successor = act.into ?? null;
  }
}

function toChange({ type, units, into, effectiveOn, documentNumber, note }: Act): SampleChange {
  return {
    type,
    units: into ? [...units, into] : units,
    effectiveOn,
    documentNumber,
    note: `${note} (Minh hoạ.)`,
  };
}

/** One act for all units that opened on a day; a successor opens by its merger. */
function openings(units: SampleUnit[]): SampleChange[] {
  const successors = new Set(units.map((unit) => unit.successor));
  const opened = units.filter((unit) => !successors.has(unit.code));
  const days = [...new Set(opened.map((unit) => unit.openedOn))].sort();
  return days.map((day, index) => ({
    type: UnitChangeType.OPEN,
    units: opened.filter((unit) => unit.openedOn === day).map((unit) => unit.code),
    effectiveOn: day,
    documentNumber: `0${index + 1}-QĐ/ĐUK`,
    note: 'Thành lập. (Minh hoạ.)',
  }));
}
