import type { z } from 'zod';
import type { allianceSchema, conditionSchema, districtSchema, techniqueSchema } from './catalogue-schemas';
import type { figureListSchema } from './figure-schemas';
import type {
  clinicSessionSchema,
  facilityDetailSchema,
  facilitySchema,
  jointClinicSchema,
  nextSessionSchema,
} from './response-schemas';

// Examples of the OpenAPI document. Typed by the schemas and held against them by a test; people in them are invented.

const CONDITION = { code: 'yaotong', name: '腰痛', nameEn: 'Low back pain' };
const TECHNIQUE = { code: 'acupuncture', name: '针灸', nameEn: 'Acupuncture' };
const CENTRE = {
  id: 'centre-310104-001',
  name: '徐家汇街道社区卫生服务中心',
  nameEn: 'Xujiahui Community Health Centre',
};
const HOSPITAL = { id: 'longhua', name: '上海中医药大学附属龙华医院', nameEn: 'Longhua Hospital' };
const EXPERT = { id: 'expert-south-001', name: '示例医师', nameEn: 'Example Physician' };

const nextSession: z.infer<typeof nextSessionSchema> = {
  clinicId: 'clinic-south-001',
  date: '2026-11-28',
  half: 'am',
  startsAt: '2026-11-28T08:30:00+08:00',
  endsAt: '2026-11-28T11:30:00+08:00',
  expert: EXPERT,
  conditions: [CONDITION],
};

const facilityFields = {
  ...CENTRE,
  kind: 'community_centre',
  shortName: '徐家汇中心',
  districtCode: '310104',
  subdistrictCode: '310104013',
  alliance: 'south',
  position: { lat: 31.194512, lon: 121.436201, exactness: 'hundred_metres' },
  address: null,
  addressEn: null,
  phone: null,
  status: 'operating',
  features: ['step_free', 'decoction_service'],
  techniques: [TECHNIQUE],
  origin: 'demonstration',
  nextExpertSession: nextSession,
} as const satisfies Partial<Record<string, unknown>>;

const facility: z.input<typeof facilitySchema> = {
  ...facilityFields,
  features: [...facilityFields.features],
  techniques: [...facilityFields.techniques],
  distanceMetres: 412,
  matches: [{ type: 'condition', ...CONDITION, via: 'yaotong' }],
};

const jointClinic: z.input<typeof jointClinicSchema> = {
  id: 'clinic-south-001',
  name: '腰痛中医专病联合门诊',
  nameEn: 'Joint clinic for low back pain',
  status: 'operating',
  centre: CENTRE,
  hospital: HOSPITAL,
  department: '针灸科',
  departmentEn: 'Acupuncture',
  districtCode: '310104',
  alliance: 'south',
  room: '203',
  bookingMethod: 'centre_desk',
  bookingPhone: null,
  conditions: [CONDITION],
  experts: [{ ...EXPERT, title: 'chief', department: '针灸科', departmentEn: 'Acupuncture' }],
  nextSession,
  origin: 'demonstration',
};

const facilityDetail: z.input<typeof facilityDetailSchema> = {
  ...facilityFields,
  features: [...facilityFields.features],
  techniques: [...facilityFields.techniques],
  conditions: [CONDITION],
  opening: { state: 'open', closesAt: { date: '2026-11-23', time: '11:30' } },
  hours: [
    { weekday: 1, opens: '08:00', closes: '11:30' },
    { weekday: 1, opens: '13:00', closes: '16:30' },
  ],
  opensOnHolidays: false,
  exceptions: [],
  centre: null,
  stations: [{ id: 'station-310104-001', name: '示例社区卫生服务站', nameEn: 'Example Service Station' }],
  stationKind: null,
  tcmArea: 'hall',
  formerNames: [],
  closing: null,
  suspension: null,
  demonstrationStation: false,
  campuses: [],
  preparations: [],
  jointClinics: [jointClinic],
  updatedAt: '2026-11-22T05:00:00.000Z',
};

const session: z.input<typeof clinicSessionSchema> = {
  ...nextSession,
  state: 'planned',
  cause: null,
  notHeld: null,
  reason: null,
  reasonEn: null,
  added: false,
  origin: 'demonstration',
};

const alliance: z.input<typeof allianceSchema> = {
  code: 'south',
  name: '南部中医医联体',
  nameEn: 'Southern TCM Alliance',
  leadHospital: HOSPITAL,
  partnerHospitals: [],
  districts: [{ code: '310104', name: '徐汇区', nameEn: 'Xuhui District' }],
  totals: { centres: 73, stations: 581, jointClinics: 40 },
};

const district: z.input<typeof districtSchema> = {
  code: '310104',
  name: '徐汇区',
  nameEn: 'Xuhui District',
  central: true,
  alliance: 'south',
  totals: { centres: 13, stations: 100, jointClinics: 7 },
};

const condition: z.input<typeof conditionSchema> = {
  ...CONDITION,
  department: '针灸推拿',
  departmentEn: 'Acupuncture and tuina',
  plain: '腰部疼痛、活动不便',
  plainEn: 'Pain and stiffness in the lower back',
  beyondNational: false,
  synonyms: [{ term: '腰酸背痛', language: 'zh', relation: 'everyday' }],
};

const technique: z.input<typeof techniqueSchema> = {
  ...TECHNIQUE,
  category: 'acupuncture',
  plain: null,
  plainEn: null,
  synonyms: ['扎针'],
};

/** A list of one row and no further page. */
function page<T>(row: T): { data: T[]; next: string | null } {
  return { data: [row], next: null };
}

const figures: z.infer<typeof figureListSchema> = {
  quarter: '2026-Q3',
  asOf: '2026-09-30',
  demonstration: true,
  indicators: [
    {
      id: 'held_rate',
      version: 1,
      name: '开诊率',
      nameEn: 'Held rate',
      unit: 'percent',
      decimals: 1,
      goodDirection: 'up',
      numerator: '实际开诊次',
      numeratorEn: 'Sessions held',
      denominator: '应开诊次',
      denominatorEn: 'Sessions expected',
      reviewedOn: '2026-11-01',
    },
  ],
  data: [
    {
      indicator: 'held_rate',
      level: 'district',
      code: '310104',
      name: '徐汇区',
      nameEn: 'Xuhui District',
      value: 87.5,
      numerator: 210,
      denominator: 240,
      missing: null,
    },
  ],
};

/** One example for each operation, by its id. */
export const OPERATION_EXAMPLES = {
  listFacilities: page(facility),
  getFacility: facilityDetail,
  listJointClinics: page(jointClinic),
  getJointClinic: jointClinic,
  listJointClinicSessions: page(session),
  listAlliances: page(alliance),
  listDistricts: page(district),
  listConditions: page(condition),
  listTechniques: page(technique),
  listFigures: figures,
};
