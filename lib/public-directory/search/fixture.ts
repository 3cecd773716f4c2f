import { civilDate, type Weekday } from '@/lib/core/dates';
import { wgs84 } from '@/lib/core/geo';
import type { Half } from '@/lib/directory/schema';
import type { ScheduleLine } from '@/lib/joint-clinics/schema';
import type {
  ClinicRecord,
  ConditionRecord,
  DirectoryRecords,
  ExpertRecord,
  FacilityRecord,
} from '@/lib/public-directory/records-schema';
import type { DirectoryQuery } from '@/lib/public-directory/schema';

// A network small enough to know by heart, for the tests of the search: four districts, two lead hospitals, six
// centres, eight stations, four clinics.

/** Monday 23 November 2026, 10:30 in Shanghai. */
export const NOW = new Date('2026-11-23T02:30:00Z');

/** A query that asks for nothing in particular. */
export const ANYTHING: DirectoryQuery = {
  q: null,
  near: null,
  kinds: [],
  technique: null,
  condition: null,
  district: null,
  alliance: null,
  open: null,
  expertThisWeek: false,
  features: [],
  radiusMetres: null,
  sort: null,
  limit: 20,
  cursor: null,
};

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

function hours(days: readonly Weekday[], ...spans: [number, number][]) {
  return days.flatMap((weekday) =>
    spans.map(([opens, closes]) => ({ weekday, opensMinute: opens * 60, closesMinute: closes * 60 })),
  );
}

const OFFICE_HOURS = hours(WORKDAYS, [8, 11.5], [13, 17]);
const WITH_SATURDAY = [...OFFICE_HOURS, ...hours([6], [8, 11.5])];
const LONG_HOURS = hours(EVERY_DAY, [8, 20]);

function facility(
  id: string,
  given: Partial<FacilityRecord> & Pick<FacilityRecord, 'name' | 'nameEn'>,
): FacilityRecord {
  return {
    id,
    kind: 'community_centre',
    shortName: null,
    districtCode: '310104',
    subdistrictCode: null,
    alliance: 'south',
    address: null,
    addressEn: null,
    phone: null,
    position: wgs84(31.19, 121.44),
    exactness: 'estimated',
    status: 'operating',
    opensOnHolidays: false,
    hours: OFFICE_HOURS,
    exceptions: [],
    features: [],
    techniqueCodes: ['acupuncture', 'tuina'],
    conditionCodes: [],
    preparationIds: [],
    centreId: null,
    stationKind: null,
    tcmArea: null,
    demonstrationStation: false,
    campuses: [],
    origin: 'demonstration',
    updatedAt: '2026-11-01T00:00:00Z',
    ...given,
  };
}

function station(id: string, place: string, name: string, given: Partial<FacilityRecord>): FacilityRecord {
  return facility(id, {
    kind: 'service_station',
    name: `${place}${name}社区卫生服务站`,
    nameEn: `${id} Community Health Service Station, ${place}`,
    shortName: `${name}社区卫生服务站`,
    stationKind: 'community_station',
    techniqueCodes: ['acupuncture'],
    ...given,
  });
}

const FACILITIES: readonly FacilityRecord[] = [
  facility('shuguang', {
    kind: 'lead_hospital',
    name: '上海中医药大学附属曙光医院',
    nameEn: 'Shuguang Hospital Affiliated to Shanghai University of Traditional Chinese Medicine',
    shortName: '曙光医院',
    districtCode: '310115',
    alliance: 'east',
    position: wgs84(31.195, 121.591),
    hours: LONG_HOURS,
    conditionCodes: ['sleep', 'knee', 'back'],
    features: ['lift', 'medical_insurance'],
  }),
  facility('longhua', {
    kind: 'lead_hospital',
    name: '上海中医药大学附属龙华医院',
    nameEn: 'Longhua Hospital Affiliated to Shanghai University of Traditional Chinese Medicine',
    shortName: '龙华医院',
    position: wgs84(31.187, 121.449),
    hours: LONG_HOURS,
    conditionCodes: ['sleep', 'cough'],
  }),
  facility('centre-1', {
    name: '徐汇区徐家汇街道社区卫生服务中心',
    nameEn: 'Xujiahui Subdistrict Community Health Centre, Xuhui District',
    subdistrictCode: '310104013',
    position: wgs84(31.196, 121.438),
    hours: WITH_SATURDAY,
    conditionCodes: ['sleep', 'knee', 'rheuma', 'period'],
    preparationIds: ['calm'],
    features: ['step_free', 'medical_insurance'],
  }),
  facility('centre-2', {
    name: '徐汇区枫林街道社区卫生服务中心',
    nameEn: 'Fenglin Subdistrict Community Health Centre, Xuhui District',
    position: wgs84(31.2, 121.455),
    conditionCodes: ['sleep', 'cough'],
  }),
  facility('centre-3', {
    name: '浦东新区花木社区卫生服务中心',
    nameEn: 'Huamu Community Health Centre, Pudong New Area',
    districtCode: '310115',
    alliance: 'east',
    subdistrictCode: '310115016',
    position: wgs84(31.21, 121.545),
    conditionCodes: ['knee', 'back', 'sprain'],
    techniqueCodes: ['acupuncture', 'tuina', 'cupping'],
    features: ['medical_insurance'],
  }),
  facility('centre-4', {
    name: '杨浦区殷行社区卫生服务中心',
    nameEn: 'Yinhang Community Health Centre, Yangpu District',
    districtCode: '310110',
    alliance: 'north',
    subdistrictCode: '310110016',
    position: wgs84(31.32, 121.53),
    conditionCodes: ['back', 'cough'],
    preparationIds: ['calm'],
  }),
  facility('centre-5', {
    name: '浦东新区芦潮港社区卫生服务中心',
    nameEn: 'Luchaogang Community Health Centre, Pudong New Area',
    districtCode: '310115',
    alliance: 'east',
    position: wgs84(30.87, 121.85),
    hours: [],
    conditionCodes: ['cough'],
    techniqueCodes: [],
  }),
  facility('centre-6', {
    name: '崇明区庙镇社区卫生服务中心',
    nameEn: 'Miaozhen Town Community Health Centre, Chongming District',
    districtCode: '310151',
    alliance: 'north',
    position: wgs84(31.71, 121.35),
    status: 'closed',
    conditionCodes: ['sleep'],
  }),
  station('station-1', '徐家汇街道', '潘家宅', { subdistrictCode: '310104013', position: wgs84(31.198, 121.436) }),
  station('station-2', '徐家汇街道', '启明', { subdistrictCode: '310104013', position: wgs84(31.193, 121.431) }),
  station('station-3', '枫林路街道', '东安四村', { position: wgs84(31.19, 121.452), conditionCodes: ['knee'] }),
  station('station-4', '花木街道', '牡丹', {
    districtCode: '310115',
    alliance: 'east',
    subdistrictCode: '310115016',
    position: wgs84(31.215, 121.548),
    conditionCodes: ['sleep'],
  }),
  station('station-5', '殷行街道', '工农三村', {
    districtCode: '310110',
    alliance: 'north',
    subdistrictCode: '310110016',
    position: wgs84(31.325, 121.535),
  }),
  station('station-6', '殷行街道', '开鲁', {
    districtCode: '310110',
    alliance: 'north',
    subdistrictCode: '310110016',
    position: wgs84(31.318, 121.54),
    status: 'suspended',
  }),
];

function condition(
  code: string,
  name: string,
  nameEn: string,
  synonyms: ConditionRecord['synonyms'],
  department = '中医内科',
): ConditionRecord {
  return {
    code,
    name,
    nameEn,
    department,
    departmentEn: department,
    plain: null,
    plainEn: null,
    beyondNational: false,
    synonyms,
  };
}

const zh = (relation: 'same' | 'everyday' | 'symptom' | 'modern', ...terms: string[]) =>
  terms.map((term) => ({ term, language: 'zh' as const, relation }));
const en = (relation: 'same' | 'everyday' | 'symptom' | 'modern', ...terms: string[]) =>
  terms.map((term) => ({ term, language: 'en' as const, relation }));

const CONDITIONS: readonly ConditionRecord[] = [
  condition('back', '腰痹', 'Lumbar impediment', [
    ...zh('symptom', '腰痛', '腰酸'),
    ...zh('everyday', '老腰病'),
    ...en('everyday', 'back pain'),
  ]),
  condition('cough', '咳嗽病', 'Cough', [...zh('same', '咳嗽'), ...zh('everyday', '老咳嗽', '夜里咳嗽')]),
  condition('knee', '膝痹', 'Knee impediment', [
    ...zh('same', '鹤膝风'),
    ...zh('everyday', '老寒腿', '膝盖痛', '膝盖疼'),
    ...zh('modern', '膝关节炎'),
    ...en('everyday', 'knee pain'),
  ]),
  condition('period', '痛经', 'Dysmenorrhoea', zh('everyday', '月经痛'), '中医妇科'),
  condition('rheuma', '痹证类病', 'Impediment disease', zh('everyday', '老寒腿', '风湿')),
  condition('sleep', '不寐病', 'Insomnia', [...zh('same', '失眠'), ...zh('everyday', '睡不着', '睡不好')]),
  condition('sprain', '急性腰扭伤', 'Acute lumbar sprain', zh('everyday', '腰痛', '闪了腰')),
];

function expert(id: string, name: string, nameEn: string, hospitalId: string): ExpertRecord {
  return {
    id,
    name,
    nameEn,
    title: 'chief',
    hospitalId,
    department: '针灸科',
    departmentEn: 'Acupuncture',
    conditionCodes: [],
    origin: 'demonstration',
  };
}

function line(weekday: Weekday, half: Half, startHour: number, expertId: string): ScheduleLine {
  return {
    weekday,
    half,
    startsMinute: startHour * 60,
    endsMinute: startHour * 60 + 180,
    recurrence: 'weekly',
    anchorDate: civilDate('2026-01-05'),
    validFrom: civilDate('2026-01-01'),
    validTo: null,
    expertId,
  };
}

function clinic(id: string, centreId: string, conditionCode: string, schedule: ScheduleLine[]): ClinicRecord {
  return {
    id,
    name: `${id}专病联合门诊`,
    nameEn: `Joint clinic ${id}`,
    centreId,
    hospitalId: 'longhua',
    department: '针灸科',
    departmentEn: 'Acupuncture',
    room: null,
    bookingMethod: 'walk_in',
    bookingPhone: null,
    conditionCodes: [conditionCode],
    expertIds: [...new Set(schedule.map(({ expertId }) => expertId))],
    statuses: [
      { status: 'operating', validFrom: civilDate('2026-01-01'), validTo: null, reason: null, reasonEn: null },
    ],
    schedule,
    exceptions: [],
    traineeCount: 2,
    origin: 'demonstration',
  };
}

const CLINICS: readonly ClinicRecord[] = [
  // its Monday session has ended at 10:30 only when the clock is past 11:00
  clinic('sleep-clinic', 'centre-2', 'sleep', [line(1, 'am', 8, 'expert-1'), line(6, 'am', 9, 'expert-2')]),
  clinic('knee-clinic', 'centre-3', 'knee', [line(3, 'pm', 13, 'expert-2')]),
  clinic('cough-clinic', 'centre-4', 'cough', [line(2, 'am', 8, 'expert-3')]),
  {
    ...clinic('next-year', 'centre-1', 'period', [line(1, 'am', 8, 'expert-1')]),
    statuses: [
      { status: 'preparing', validFrom: civilDate('2026-01-01'), validTo: null, reason: null, reasonEn: null },
    ],
  },
];

/** The whole network. */
export const RECORDS: DirectoryRecords = {
  version: 1,
  loadedAt: '2026-11-23T00:00:00Z',
  alliances: [],
  specialtyAlliances: [],
  districts: [
    { code: '310104', name: '徐汇区', nameEn: 'Xuhui District', central: true, alliance: 'south' },
    { code: '310110', name: '杨浦区', nameEn: 'Yangpu District', central: true, alliance: 'north' },
    { code: '310115', name: '浦东新区', nameEn: 'Pudong New Area', central: false, alliance: 'east' },
    { code: '310151', name: '崇明区', nameEn: 'Chongming District', central: false, alliance: 'north' },
  ],
  subdistricts: [
    {
      code: '310104013',
      districtCode: '310104',
      name: '徐家汇街道',
      nameEn: 'Xujiahui Subdistrict',
      position: wgs84(31.195, 121.437),
    },
    {
      code: '310110016',
      districtCode: '310110',
      name: '殷行街道',
      nameEn: 'Yinhang Subdistrict',
      position: wgs84(31.322, 121.533),
    },
    {
      code: '310115016',
      districtCode: '310115',
      name: '花木街道',
      nameEn: 'Huamu Subdistrict',
      position: wgs84(31.212, 121.55),
    },
  ],
  landmarks: [
    {
      id: 'xujiahui',
      name: '徐家汇',
      nameEn: 'Xujiahui',
      kind: 'metro',
      districtCode: '310104',
      position: wgs84(31.194, 121.436),
    },
    {
      id: 'century-park',
      name: '世纪公园',
      nameEn: 'Century Park',
      kind: 'park',
      districtCode: '310115',
      position: wgs84(31.215, 121.55),
    },
  ],
  conditions: CONDITIONS,
  conditionCatalogue: null,
  techniques: [
    {
      code: 'acupuncture',
      name: '针刺',
      nameEn: 'Acupuncture',
      category: 'needling',
      plain: null,
      plainEn: null,
      synonyms: ['针灸', '扎针'],
    },
    {
      code: 'cupping',
      name: '拔罐',
      nameEn: 'Cupping',
      category: 'manual',
      plain: null,
      plainEn: null,
      synonyms: ['拔火罐'],
    },
    {
      code: 'tuina',
      name: '推拿',
      nameEn: 'Tuina massage',
      category: 'manual',
      plain: null,
      plainEn: null,
      synonyms: ['按摩', 'tui na'],
    },
  ],
  preparations: [
    {
      id: 'calm',
      name: '示例安神合剂',
      nameEn: 'Example calming mixture',
      indication: '入睡困难',
      indicationEn: 'Trouble falling asleep',
      hospitalId: 'longhua',
      conditionCodes: ['sleep'],
      origin: 'demonstration',
    },
  ],
  facilities: FACILITIES,
  experts: [
    expert('expert-1', '何荣兴', 'He Rongxing', 'longhua'),
    expert('expert-2', '王毅辉', 'Wang Yihui', 'shuguang'),
    expert('expert-3', '王春浩', 'Wang Chunhao', 'longhua'),
  ],
  clinics: CLINICS,
  workstations: [],
  projects: [],
  holidays: [
    { date: civilDate('2027-01-01'), kind: 'holiday', name: '元旦', nameEn: "New Year's Day", followsWeekday: null },
  ],
  publishedFigures: [],
  counts: {
    trainees: 0,
    dualEmployed: 0,
    demonstrationStations: 0,
    byAlliance: {
      east: { trainees: 0, dualEmployed: 0 },
      south: { trainees: 0, dualEmployed: 0 },
      west: { trainees: 0, dualEmployed: 0 },
      north: { trainees: 0, dualEmployed: 0 },
    },
    origin: 'demonstration',
  },
};
