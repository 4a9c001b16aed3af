import { cell, committee, type Organisation } from './organisation';

/** Tổ chức hội: the Fatherland Front, unions and associations. */
export const association: Organisation[] = [
  committee('HH-LDLD', 'Liên đoàn Lao động tỉnh', 'Provincial Federation of Labour', 43, [
    'office',
    'unionPolicy',
    'unionWomen',
  ]),
  cell('HH-MTTQ', 'Ủy ban Mặt trận Tổ quốc tỉnh', 'Provincial Fatherland Front Committee', 24),
  cell('HH-HPNU', 'Hội Liên hiệp Phụ nữ tỉnh', "Provincial Women's Union", 18),
  cell('HH-HNDA', 'Hội Nông dân tỉnh', "Provincial Farmers' Association", 19),
  cell('HH-HCCB', 'Hội Cựu chiến binh tỉnh', "Provincial Veterans' Association", 13),
  cell('HH-TDOA', 'Tỉnh đoàn', 'Provincial Youth Union', 21),
  cell('HH-HCTD', 'Hội Chữ thập đỏ tỉnh', 'Provincial Red Cross Society', 11),
  cell('HH-LMHT', 'Liên minh Hợp tác xã tỉnh', 'Provincial Cooperative Alliance', 12, {
    openedOn: '2018-03-01',
  }),
];

/** Báo chí: newspapers, radio and television. */
export const press: Organisation[] = [
  committee('BC-BAOT', 'Báo tỉnh', 'Provincial Newspaper', 52, [
    'editorial',
    'reporters',
    'organisationAdministration',
  ]),
  committee('BC-DPTH', 'Đài Phát thanh và Truyền hình tỉnh', 'Provincial Radio and Television', 87, [
    'organisationAdministration',
    'news',
    'programmes',
    'broadcasting',
    'business',
  ]),
  cell('BC-TCVN', 'Tạp chí Văn nghệ', 'Literature and Arts Magazine', 8),
];
