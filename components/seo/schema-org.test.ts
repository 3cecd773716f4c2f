import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { wgs84 } from '@/lib/core/geo';
import { serialiseJsonLd } from '@/lib/core/json-ld-text';
import type { FacilityRecord } from '@/lib/public-directory/records-schema';
import type { SessionView } from '@/lib/public-directory/schema';
import {
  breadcrumbJsonLd,
  clinicJsonLd,
  type FacilityPageFacts,
  facilityJsonLd,
  openingHours,
  siteJsonLd,
} from './schema-org';

const FACILITY: FacilityRecord = {
  id: 'c1',
  kind: 'community_centre',
  name: '徐家汇街道社区卫生服务中心',
  nameEn: 'Xujiahui Community Health Centre',
  shortName: null,
  formerNames: [],
  closing: null,
  suspension: null,
  districtCode: '310104',
  subdistrictCode: null,
  alliance: 'south',
  address: '某路 1 号',
  addressEn: '1 Some Road',
  phone: '021-00000000',
  position: wgs84(31.2, 121.4),
  exactness: 'building',
  status: 'operating',
  opensOnHolidays: false,
  hours: [1, 2, 3].flatMap((weekday) => [
    { weekday: weekday as 1, opensMinute: 480, closesMinute: 690 },
    { weekday: weekday as 1, opensMinute: 780, closesMinute: 1440 },
  ]),
  exceptions: [{ date: civilDate('2026-12-01'), intervals: [], reason: '停诊', reasonEn: null }],
  features: ['lift'],
  techniqueCodes: ['acupuncture'],
  conditionCodes: [],
  preparationIds: [],
  centreId: null,
  stationKind: null,
  tcmArea: 'hall',
  demonstrationStation: false,
  campuses: [],
  origin: 'fact',
  updatedAt: '2026-11-22T00:00:00.000Z',
};

const FACTS: FacilityPageFacts = {
  locale: 'zh-CN',
  url: 'https://portal.example/facilities/c1',
  facility: FACILITY,
  districtName: '徐汇区',
  cityName: '上海市',
  techniques: [{ code: 'acupuncture', name: '针灸', nameEn: 'Acupuncture' }],
  featureNames: [{ feature: 'lift', name: '电梯' }],
  parent: null,
  note: null,
};

describe('facilityJsonLd', () => {
  it('describes a clinic with hours, position, telephone and treatments', () => {
    const [clinic] = facilityJsonLd(FACTS)['@graph'];
    expect(clinic).toMatchObject({
      '@type': 'MedicalClinic',
      name: FACILITY.name,
      alternateName: FACILITY.nameEn,
      telephone: '021-00000000',
      geo: { latitude: '31.200000', longitude: '121.400000' },
      address: { addressLocality: '徐汇区', addressCountry: 'CN' },
      availableService: [{ name: '针灸' }],
      specialOpeningHoursSpecification: [{ validFrom: '2026-12-01', opens: '00:00', closes: '00:00' }],
    });
    expect(clinic).not.toHaveProperty('disambiguatingDescription');
  });

  it('keeps silent about what is not known, and about a position that is only schematic', () => {
    const facility: FacilityRecord = {
      ...FACILITY,
      kind: 'lead_hospital',
      exactness: 'subdistrict_point',
      phone: null,
      hours: [],
    };
    const [hospital] = facilityJsonLd({ ...FACTS, locale: 'en', facility })['@graph'];
    expect(hospital).toMatchObject({ '@type': 'Hospital', name: FACILITY.nameEn });
    for (const absent of ['geo', 'telephone', 'openingHoursSpecification']) expect(hospital).not.toHaveProperty(absent);
  });
});

describe('openingHours', () => {
  it('joins days with the same interval, and ends a day at its last minute', () => {
    expect(openingHours(FACILITY.hours)).toMatchObject([
      {
        opens: '08:00',
        closes: '11:30',
        dayOfWeek: ['Monday', 'Tuesday', 'Wednesday'].map((day) => `https://schema.org/${day}`),
      },
      { opens: '13:00', closes: '23:59' },
    ]);
  });
});

describe('clinicJsonLd', () => {
  it('gives sessions as events, stopped ones as cancelled', () => {
    const session = {
      startsAt: '2026-11-28T00:30:00.000Z',
      endsAt: '2026-11-28T03:30:00.000Z',
      state: 'stopped',
      expert: { id: 'e1', name: '示例', nameEn: 'Example', title: 'chief' },
    } as SessionView;
    const graph = clinicJsonLd({
      locale: 'en',
      url: 'https://portal.example/en/clinics/k1',
      name: 'Joint clinic',
      centre: { name: 'Centre', url: 'https://portal.example/en/facilities/c1', address: null },
      hospitalName: 'Hospital',
      sessions: [session],
      note: null,
    })['@graph'];
    expect(graph.map((node) => node['@type'])).toEqual(['MedicalBusiness', 'Event']);
    expect(graph[1]).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
      performer: { '@type': 'Person', name: 'Example' },
      startDate: session.startsAt,
    });
  });
});

describe('siteJsonLd and breadcrumbJsonLd', () => {
  it('name the search box and the way down', () => {
    const site = siteJsonLd({
      name: '平台',
      url: 'https://portal.example',
      searchUrl: 'https://portal.example/services',
      locale: 'zh-CN',
    });
    expect(JSON.stringify(site)).toContain('https://portal.example/services?q={search_term_string}');
    expect(breadcrumbJsonLd([{ name: '首页', url: 'https://portal.example' }])['@graph'][0]).toMatchObject({
      itemListElement: [{ position: 1, name: '首页' }],
    });
  });
});

describe('serialiseJsonLd', () => {
  it('cannot end the script element it stands in, and reads back the same', () => {
    const hostile = { name: '</script><script>alert(1)</script><!-- & \u2028' };
    const text = serialiseJsonLd(hostile);
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual(hostile);
  });
});
