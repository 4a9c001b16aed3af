import { cell, committee, type Organisation } from './organisation';

/** Đơn vị sự nghiệp: hospitals, schools and centres. */
export const publicService: Organisation[] = [
  committee(
    'SN-BVDK',
    'Bệnh viện Đa khoa tỉnh',
    'Provincial General Hospital',
    268,
    ['organisationAdministration', 'planningFinance', 'nursing', 'outpatients', 'emergency'],
    {
      divisions: [
        {
          name: 'Khối Nội Bệnh viện Đa khoa tỉnh',
          nameEn: 'Internal Medicine Block, Provincial General Hospital',
          cells: ['cardiology', 'internalMedicine', 'paediatrics'],
        },
        {
          name: 'Khối Ngoại Bệnh viện Đa khoa tỉnh',
          nameEn: 'Surgery Block, Provincial General Hospital',
          cells: ['surgery', 'traumatology', 'anaesthesia'],
        },
        {
          name: 'Khối Cận lâm sàng Bệnh viện Đa khoa tỉnh',
          nameEn: 'Clinical Support Block, Provincial General Hospital',
          cells: ['laboratory', 'imaging', 'dispensary', 'infectionControl'],
        },
      ],
    },
  ),
  committee('SN-BVPS', 'Bệnh viện Phụ sản tỉnh', 'Provincial Maternity Hospital', 92, [
    'organisationAdministration',
    'obstetrics',
    'surgery',
    'paediatrics',
    'dispensary',
  ]),
  committee('SN-BVYH', 'Bệnh viện Y học cổ truyền tỉnh', 'Provincial Hospital of Traditional Medicine', 74, [
    'organisationAdministration',
    'acupuncture',
    'internalMedicine',
    'dispensary',
  ]),
  committee('SN-BHXH', 'Bảo hiểm xã hội tỉnh', 'Provincial Social Insurance', 104, [
    'office',
    'contributions',
    'benefits',
    'assessment',
    'receptionResults',
    'collectionTeam',
  ]),
  committee('SN-TCTR', 'Trường Chính trị tỉnh', 'Provincial School of Politics', 58, [
    'organisationAdministration',
    'training',
    'theoryFaculty',
    'partyBuildingFaculty',
    'stateLawFaculty',
  ]),
  committee('SN-CDSP', 'Trường Cao đẳng Sư phạm tỉnh', 'Provincial Teacher Training College', 88, [
    'organisationAdministration',
    'training',
    'studentAffairs',
    'naturalSciences',
    'socialSciences',
    'foreignLanguages',
  ]),
  committee('SN-CDNG', 'Trường Cao đẳng Nghề tỉnh', 'Provincial Vocational College', 82, [
    'organisationAdministration',
    'training',
    'mechanics',
    'electricity',
    'motorVehicles',
  ]),
  committee('SN-CDYT', 'Trường Cao đẳng Y tế tỉnh', 'Provincial Medical College', 66, [
    'organisationAdministration',
    'training',
    'clinicalFaculty',
    'nursing',
  ]),
  cell('SN-KSBT', 'Trung tâm Kiểm soát bệnh tật tỉnh', 'Provincial Centre for Disease Control', 38, {
    cells: ['diseasePrevention', 'publicHealth', 'laboratory'],
    cellsOpenedOn: '2019-03-01',
  }),
  cell('SN-DKIE', 'Trung tâm Đăng kiểm phương tiện giao thông', 'Vehicle Inspection Centre', 10),
  cell('SN-BVMA', 'Bệnh viện Mắt tỉnh', 'Provincial Eye Hospital', 19),
  cell('SN-TVIE', 'Thư viện tỉnh', 'Provincial Library', 14),
  cell('SN-BTAN', 'Bảo tàng tỉnh', 'Provincial Museum', 12),
  cell('SN-TTKN', 'Trung tâm Khuyến nông tỉnh', 'Provincial Agricultural Extension Centre', 20),
  cell('SN-QDTP', 'Quỹ Đầu tư phát triển tỉnh', 'Provincial Development Investment Fund', 11, {
    openedOn: '2018-12-01',
  }),
];
