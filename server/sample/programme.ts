import { BLOC } from './found-units';

interface SampleObjective {
  code: string;
  name: string;
  nameEn: string;
  targets: { indicator: string; periods: string[]; value: number }[];
}

const years = ['2017', '2018', '2019', '2020', '2021'];

/** The resolution under review. All its targets are the bloc's, and the figures reach every one. */
export const programme = {
  code: 'NQ-07',
  name: 'Nghị quyết 07-NQ/ĐU',
  nameEn: 'Resolution 07-NQ/ĐU',
  documentNumber: '07-NQ/ĐU',
  description:
    'Nâng cao chất lượng tổ chức đảng và đảng viên giai đoạn 2017-2022. Mục tiêu và số liệu từng đơn vị là số liệu minh hoạ. (Targets and unit-level figures are illustrative.)',
  startsOn: '2017-01-01',
  endsOn: '2022-12-31',
  unit: BLOC,
};

export const objectives: SampleObjective[] = [
  {
    code: 'NQ-07-TT',
    name: 'Công tác tư tưởng và học tập nghị quyết',
    nameEn: 'Ideological work and the study of resolutions',
    targets: [{ indicator: 'study_rate', periods: [...years, '2022'], value: 98 }],
  },
  {
    code: 'NQ-07-DV',
    name: 'Chất lượng tổ chức đảng và đội ngũ đảng viên',
    nameEn: 'Quality of Party organisations and of their members',
    targets: [
      { indicator: 'members', periods: ['2022-08'], value: 4200 },
      { indicator: 'good_or_better_rate', periods: years, value: 95 },
    ],
  },
  {
    code: 'NQ-07-KT',
    name: 'Công tác kiểm tra, giám sát',
    nameEn: 'Inspection and supervision',
    targets: [
      { indicator: 'inspected_by_units', periods: years, value: 170 },
      { indicator: 'inspected_by_bloc', periods: years, value: 10 },
    ],
  },
];
