/** Kinds, sectors and dimensions: what units and figures are sorted by. */
interface Named {
  code: string;
  name: string;
  nameEn: string;
}

export const kinds: Named[] = [
  { code: 'bloc_committee', name: 'Đảng bộ khối', nameEn: 'Bloc committee' },
  { code: 'grassroots_committee', name: 'Đảng bộ cơ sở', nameEn: 'Grassroots committee' },
  { code: 'grassroots_cell', name: 'Chi bộ cơ sở', nameEn: 'Grassroots cell' },
  { code: 'committee_division', name: 'Đảng bộ bộ phận', nameEn: 'Committee division' },
  { code: 'subordinate_cell', name: 'Chi bộ trực thuộc', nameEn: 'Subordinate cell' },
];

export const sectors: Named[] = [
  { code: 'administration', name: 'Cơ quan hành chính', nameEn: 'Administrative agencies' },
  { code: 'public_service', name: 'Đơn vị sự nghiệp', nameEn: 'Public service units' },
  { code: 'enterprise', name: 'Doanh nghiệp', nameEn: 'Enterprises' },
  { code: 'association', name: 'Tổ chức hội', nameEn: 'Associations' },
  { code: 'press', name: 'Báo chí', nameEn: 'Press' },
];

export const dimensions: (Named & { members: Named[] })[] = [
  {
    code: 'membership_status',
    name: 'Tư cách đảng viên',
    nameEn: 'Membership status',
    members: [
      { code: 'official', name: 'Đảng viên chính thức', nameEn: 'Full members' },
      { code: 'probationary', name: 'Đảng viên dự bị', nameEn: 'Probationary members' },
    ],
  },
  {
    code: 'classification_grade',
    name: 'Mức xếp loại',
    nameEn: 'Classification grade',
    members: [
      { code: 'excellent', name: 'Hoàn thành xuất sắc nhiệm vụ', nameEn: 'Excellent' },
      { code: 'good', name: 'Hoàn thành tốt nhiệm vụ', nameEn: 'Good' },
      { code: 'completed', name: 'Hoàn thành nhiệm vụ', nameEn: 'Completed' },
      { code: 'not_completed', name: 'Không hoàn thành nhiệm vụ', nameEn: 'Not completed' },
    ],
  },
];
