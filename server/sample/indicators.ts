import { PeriodType } from '../../schema/period/period-type.enum';

interface Described {
  code: string;
  name: string;
  nameEn: string;
  unitOfMeasure: string;
  group: string;
  description: string;
}

/** An indicator of the sample. All reported ones are added up over units. */
export type SampleIndicator = Described &
  (
    | { formula: string; decimals: number }
    | { periodType: PeriodType; periodAggregation: 'SUM' | 'LAST'; dimension: string | null }
  );

const illustrative = 'Số liệu từng đơn vị là số liệu minh hoạ. (Unit-level figures are illustrative.)';

const membership = 'Đảng viên';
const theory = 'Bồi dưỡng lý luận chính trị';
const study = 'Học tập nghị quyết';
const inspection = 'Kiểm tra, giám sát';
const classification = 'Đánh giá, xếp loại';

export const indicators: SampleIndicator[] = [
  {
    code: 'members',
    name: 'Đảng viên',
    nameEn: 'Members',
    unitOfMeasure: 'đảng viên',
    group: membership,
    description: `Số đảng viên cuối tháng, theo tư cách; báo cáo cuối mỗi quý. ${illustrative}`,
    periodType: PeriodType.MONTH,
    periodAggregation: 'LAST',
    dimension: 'membership_status',
  },
  {
    code: 'members_growth',
    name: 'Đảng viên tăng thêm',
    nameEn: 'Growth of members',
    unitOfMeasure: 'đảng viên',
    group: membership,
    description: `Số đảng viên tăng so với kỳ trước. ${illustrative}`,
    formula: 'members - members@-1',
    decimals: 0,
  },
  {
    code: 'official_share',
    name: 'Tỷ lệ đảng viên chính thức',
    nameEn: 'Share of full members',
    unitOfMeasure: '%',
    group: membership,
    description: `Đảng viên chính thức trên tổng số đảng viên. ${illustrative}`,
    formula: '100 * members[official] / members',
    decimals: 2,
  },
  ...courseIndicators('awareness', 'nhận thức về Đảng', 'Awareness', PeriodType.HALF_YEAR),
  ...courseIndicators(
    'new_member',
    'lý luận chính trị cho đảng viên mới',
    'New-member',
    PeriodType.HALF_YEAR,
  ),
  ...courseIndicators('intermediate', 'trung cấp lý luận chính trị', 'Intermediate theory', PeriodType.YEAR),
  {
    code: 'learners_per_class',
    name: 'Học viên bình quân một lớp nhận thức về Đảng',
    nameEn: 'Learners per awareness class',
    unitOfMeasure: 'người/lớp',
    group: theory,
    description: `Số học viên chia cho số lớp. ${illustrative}`,
    formula: 'awareness_learners / awareness_classes',
    decimals: 1,
  },
  flow('study_eligible', 'Đảng viên được triệu tập học tập nghị quyết', 'Called to study sessions', {
    unitOfMeasure: 'lượt',
    group: study,
    periodType: PeriodType.HALF_YEAR,
    about: 'Lượt đảng viên phải dự các đợt học tập, quán triệt nghị quyết trong kỳ.',
  }),
  flow('study_participants', 'Đảng viên tham gia học tập nghị quyết', 'Took part in study sessions', {
    unitOfMeasure: 'lượt',
    group: study,
    periodType: PeriodType.HALF_YEAR,
    about: 'Lượt đảng viên đã dự các đợt học tập, quán triệt nghị quyết trong kỳ.',
  }),
  {
    code: 'study_rate',
    name: 'Tỷ lệ tham gia học tập nghị quyết',
    nameEn: 'Participation in study sessions',
    unitOfMeasure: '%',
    group: study,
    description: `Lượt tham gia trên lượt được triệu tập. ${illustrative}`,
    formula: '100 * study_participants / study_eligible',
    decimals: 2,
  },
  flow('inspected_by_bloc', 'Cấp ủy viên, bí thư được Ban Thường vụ kiểm tra', 'Inspected by the bloc', {
    unitOfMeasure: 'người',
    group: inspection,
    periodType: PeriodType.QUARTER,
    about: 'Do chính đảng bộ khối báo cáo.',
  }),
  flow('inspected_by_units', 'Đảng viên được cơ sở kiểm tra, giám sát', 'Inspected by the organisations', {
    unitOfMeasure: 'lượt',
    group: inspection,
    periodType: PeriodType.QUARTER,
    about: 'Do các đảng bộ, chi bộ cơ sở báo cáo.',
  }),
  flow('classified', 'Đảng viên được đánh giá, xếp loại', 'Members classified', {
    unitOfMeasure: 'đảng viên',
    group: classification,
    periodType: PeriodType.YEAR,
    about: 'Số đảng viên được xếp loại cuối năm, theo mức.',
    dimension: 'classification_grade',
  }),
  {
    code: 'good_or_better_rate',
    name: 'Tỷ lệ hoàn thành tốt nhiệm vụ trở lên',
    nameEn: 'Classified good or better',
    unitOfMeasure: '%',
    group: classification,
    description: `Đảng viên hoàn thành tốt và xuất sắc nhiệm vụ trên số được xếp loại. ${illustrative}`,
    formula: '100 * (classified[excellent] + classified[good]) / classified',
    decimals: 2,
  },
];

interface Flow {
  unitOfMeasure: string;
  group: string;
  periodType: PeriodType;
  about: string;
  dimension?: string;
}

function flow(code: string, name: string, nameEn: string, settings: Flow): SampleIndicator {
  const { about, dimension = null, ...rest } = settings;
  return {
    code,
    name,
    nameEn,
    ...rest,
    description: `${about} ${illustrative}`,
    periodAggregation: 'SUM',
    dimension,
  };
}

function courseIndicators(
  theme: string,
  about: string,
  aboutEn: string,
  periodType: PeriodType,
): SampleIndicator[] {
  return [
    flow(`${theme}_classes`, `Lớp ${about}`, `${aboutEn} classes`, {
      unitOfMeasure: 'lớp',
      group: theory,
      periodType,
      about: 'Báo cáo bởi đơn vị mở lớp.',
    }),
    flow(`${theme}_learners`, `Học viên lớp ${about}`, `${aboutEn} learners`, {
      unitOfMeasure: 'người',
      group: theory,
      periodType,
      about: 'Báo cáo bởi đảng bộ, chi bộ cơ sở cử đi học.',
    }),
  ];
}
