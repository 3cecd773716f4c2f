import { civilDate, type Weekday } from '@/lib/core/dates';
import { wgs84 } from '@/lib/core/geo';
import type { Half } from '@/lib/directory/schema';
import type { ScheduleLine } from '@/lib/joint-clinics/schema';
import type {
  ClinicRecord,
  ConditionRecord,
  DirectoryRecords,
  ExpertRecord,
} from '@/lib/public-directory/records-schema';
import type { DirectoryQuery } from '@/lib/public-directory/schema';
import { FACILITIES } from './fixture-facilities';

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
    notHeld: [],
    traineeCount: 2,
    continuedById: null,
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
