import type { Weekday } from '@/lib/core/dates';
import { wgs84 } from '@/lib/core/geo';
import type { FacilityRecord } from '@/lib/public-directory/records-schema';

// The facilities of the small directory that the search's tests ask.

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
    formerNames: [],
    closing: null,
    suspension: null,
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

export const FACILITIES: readonly FacilityRecord[] = [
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
