import { cell, committee, type Organisation } from './organisation';

/** Doanh nghiệp: companies and banks. */
export const enterprise: Organisation[] = [
  committee(
    'DN-CNUO',
    'Công ty TNHH một thành viên Cấp nước tỉnh',
    'Provincial Water Supply Company Limited',
    76,
    ['office', 'technical', 'business', 'enterprise1', 'enterprise2'],
  ),
  committee('DN-MTDT', 'Công ty Môi trường đô thị tỉnh', 'Provincial Urban Environment Company', 64, [
    'office',
    'enterprise1',
    'enterprise2',
    'enterprise3',
  ]),
  committee(
    'DN-DLUC',
    'Công ty Điện lực tỉnh',
    'Provincial Power Company',
    158,
    ['office', 'technical', 'business', 'planningFinance'],
    {
      divisions: [
        {
          name: 'Điện lực khu vực 1',
          nameEn: 'Power Branch of Region 1',
          cells: ['generalAffairs', 'grid', 'substations'],
        },
        {
          name: 'Điện lực khu vực 2',
          nameEn: 'Power Branch of Region 2',
          cells: ['generalAffairs', 'grid', 'substations'],
        },
      ],
    },
  ),
  committee(
    'DN-VTHO',
    'Viễn thông tỉnh',
    'Provincial Telecommunications',
    121,
    ['office', 'technical', 'business', 'customers'],
    {
      divisions: [
        {
          name: 'Trung tâm Viễn thông khu vực 1',
          nameEn: 'Telecommunications Centre of Region 1',
          cells: ['generalAffairs', 'networkOperation', 'customers'],
        },
      ],
    },
  ),
  committee('DN-BDIE', 'Bưu điện tỉnh', 'Provincial Post Office', 68, [
    'organisationAdministration',
    'business',
    'transactionOffice',
    'delivery',
  ]),
  committee('DN-XSKT', 'Công ty Xổ số kiến thiết tỉnh', 'Provincial Lottery Company', 44, [
    'office',
    'business',
    'agents',
  ]),
  committee(
    'DN-NHNO',
    'Ngân hàng Nông nghiệp chi nhánh tỉnh',
    'Agricultural Bank, Provincial Branch',
    132,
    ['generalAffairs', 'credit', 'accounting', 'internalAudit'],
    {
      divisions: [
        {
          name: 'Ngân hàng Nông nghiệp chi nhánh khu vực 1',
          nameEn: 'Agricultural Bank, Branch of Region 1',
          cells: ['credit', 'accounting', 'transactionOffice'],
        },
      ],
    },
  ),
  committee(
    'DN-NHCS',
    'Ngân hàng Chính sách xã hội chi nhánh tỉnh',
    'Bank for Social Policies, Provincial Branch',
    57,
    ['generalAffairs', 'credit', 'accounting'],
    { openedOn: '2018-06-01' },
  ),
  cell('DN-CPXD', 'Công ty cổ phần Xây dựng giao thông', 'Transport Construction Joint Stock Company', 16),
  cell(
    'DN-CPSA',
    'Công ty cổ phần Sách và Thiết bị trường học',
    'School Books and Equipment Joint Stock Company',
    9,
  ),
  cell('DN-CPDU', 'Công ty cổ phần Dược phẩm', 'Pharmaceutical Joint Stock Company', 22),
  cell('DN-CPTM', 'Công ty cổ phần Thương mại tổng hợp', 'General Trading Joint Stock Company', 12),
];
