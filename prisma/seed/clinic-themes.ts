/** What an expert of a lead hospital's department treats in a joint clinic (ours; example wording). */
export type Department = {
  name: string;
  nameEn: string;
  /** how many of the experts work here, in proportion */
  weight: number;
  /** how often its sessions fall on a Saturday morning: where working people come */
  saturday: number;
  /** clinics of this department: the naming condition first */
  themes: readonly (readonly [string, ...string[]])[];
};

/** Departments with the conditions of their joint clinics, by code of prisma/reference/conditions.csv. */
export const DEPARTMENTS: readonly Department[] = [
  {
    name: '骨伤科',
    nameEn: 'Orthopaedics and traumatology',
    weight: 10,
    saturday: 0.18,
    themes: [
      ['A07.06.19', 'A07.06.09'],
      ['A07.06.17', 'A03.06.04.06.01'],
      ['A03.06.04.05', 'A03.06.04.05.01'],
      ['A03.06.04.03'],
      ['A07.07.07'],
    ],
  },
  {
    name: '推拿科',
    nameEn: 'Tuina',
    weight: 7,
    saturday: 0.15,
    themes: [['A03.06.04.06.01', 'A07.06.17'], ['A03.06.04.05'], ['A03.06.04.03', 'A03.06.04.05']],
  },
  {
    name: '针灸科',
    nameEn: 'Acupuncture',
    weight: 8,
    saturday: 0.12,
    themes: [['A07.01.01.04', 'A07.01.03'], ['A07.01.01'], ['A07.06.19', 'A07.06.17'], ['A07.11', 'A04.03.06']],
  },
  {
    name: '神志病科',
    nameEn: 'Sleep and mood disorders',
    weight: 7,
    saturday: 0.45,
    themes: [['A04.01.13', 'A05.01'], ['A04.01.13'], ['A05.01', 'A04.01.13']],
  },
  {
    name: '脑病科',
    nameEn: 'Encephalopathy',
    weight: 5,
    saturday: 0.06,
    themes: [['A07.01.01'], ['A07.01.02.03', 'A07.01.02'], ['A07.01.06'], ['A04.01.21']],
  },
  {
    name: '脾胃病科',
    nameEn: 'Spleen and stomach diseases',
    weight: 8,
    saturday: 0.15,
    themes: [['A04.03.15', 'A04.03.01'], ['A04.03.06'], ['A04.03.07', 'A04.03.15']],
  },
  {
    name: '肺病科',
    nameEn: 'Lung diseases',
    weight: 7,
    saturday: 0.1,
    themes: [['A04.04.01', 'A01.01.01'], ['A04.04.04.02', 'A04.04.09'], ['A04.04.04.01']],
  },
  {
    name: '心病科',
    nameEn: 'Heart diseases',
    weight: 6,
    saturday: 0.06,
    themes: [['A04.02.01'], ['A04.01.01']],
  },
  {
    name: '内分泌科',
    nameEn: 'Endocrinology',
    weight: 6,
    saturday: 0.12,
    themes: [['A06.09', 'A04.03.25'], ['A07.02'], ['A07.06.23']],
  },
  {
    name: '风湿病科',
    nameEn: 'Rheumatology',
    weight: 4,
    saturday: 0.05,
    themes: [['A07.06.03'], ['A07.06', 'A07.06.23']],
  },
  {
    name: '妇科',
    nameEn: 'Gynaecology',
    weight: 8,
    saturday: 0.25,
    themes: [
      ['A09.02.02.08', 'A09.02.02.02'],
      ['A09.02.02.12'],
      ['A09.02.02.09', 'A09.02.02.04'],
      ['A09.02.06', 'A09.02.07.03'],
    ],
  },
  { name: '乳腺科', nameEn: 'Breast diseases', weight: 3, saturday: 0.15, themes: [['A07.03.04']] },
  {
    name: '儿科',
    nameEn: 'Paediatrics',
    weight: 6,
    saturday: 0.35,
    themes: [
      ['A10.04.01', 'A10.02.01'],
      ['A10.04.15', 'A10.04.14'],
      ['A10.04.03', 'A10.04.01'],
    ],
  },
  {
    name: '皮肤科',
    nameEn: 'Dermatology',
    weight: 6,
    saturday: 0.2,
    themes: [['A08.01.07', 'A08.01.09'], ['A08.01.02'], ['A08.01.20'], ['A08.01.15']],
  },
  {
    name: '肛肠科',
    nameEn: 'Proctology',
    weight: 3,
    saturday: 0.05,
    themes: [['A08.03.01', 'A08.03.03']],
  },
  {
    name: '耳鼻喉科',
    nameEn: 'Ear, nose and throat',
    weight: 4,
    saturday: 0.2,
    themes: [['A13.02', 'A13.03'], ['A14.03.02', 'A14.03'], ['A12.09']],
  },
  { name: '眼科', nameEn: 'Ophthalmology', weight: 2, saturday: 0.2, themes: [['A11.01.03.08'], ['A11.04.15']] },
];

/** The department every lead hospital sends, so that a search for sleeplessness finds a Saturday in every alliance. */
export const SATURDAY_DEPARTMENT = '神志病科';
