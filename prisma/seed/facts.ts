import type { Network } from './network';
import type { Reference } from './reference';

// What is known, not generated: districts, subdistricts, alliances with their districts and lead hospitals, words,
// holidays and published figures.

/** The one catalogue of prisma/reference/conditions.csv: an example, not the official city list. */
export const CATALOGUE_ID = 'example-2023';
const ALLIANCE_SINCE = '2020-01-01';
const NOTICE = '沪卫中管〔2020〕016号';
const STANDARD = 'GB/T 15657-2021';

/** The districts of an alliance are facts; its year is known, so it counts from the first day. */
export function addAlliances(network: Network, { alliances, districts, hospitals }: Reference): void {
  for (const [index, { code, name, name_en }] of alliances.entries())
    network.alliance.push({
      code,
      kind: 'regional',
      name,
      nameEn: name_en,
      purpose: null,
      purposeEn: null,
      sortOrder: index + 1,
      origin: 'fact',
      source: NOTICE,
    });
  const membership = { allianceKind: 'regional', validFrom: ALLIANCE_SINCE, validTo: null, source: NOTICE } as const;
  for (const { id, alliance } of hospitals)
    network.allianceMembership.push({
      id: `${alliance}-${id}`,
      allianceCode: alliance,
      role: 'lead',
      districtCode: null,
      facilityId: id,
      origin: 'fact',
      ...membership,
    });
  for (const { code, alliance } of districts)
    network.allianceMembership.push({
      id: `${alliance}-${code}`,
      allianceCode: alliance,
      role: 'member',
      districtCode: code,
      facilityId: null,
      origin: 'fact',
      ...membership,
    });
}

/** Districts, subdistricts and the places people name. */
export function addPlaces(network: Network, { districts, subdistricts, landmarks }: Reference): void {
  for (const { code, name, name_en, central } of districts)
    network.district.push({ code, name, nameEn: name_en, central, origin: 'fact' });
  for (const { code, district_code, name, name_en, kind, latitude, longitude, exactness } of subdistricts)
    network.subdistrict.push({
      code,
      districtCode: district_code,
      name,
      nameEn: name_en,
      kind,
      latitude,
      longitude,
      exactness,
      origin: 'fact',
    });
  for (const [index, { name, name_en, kind, district_code, latitude, longitude }] of landmarks.entries())
    network.landmark.push({
      id: `landmark-${String(index + 1).padStart(3, '0')}`,
      name,
      nameEn: name_en,
      kind,
      districtCode: district_code,
      latitude,
      longitude,
      origin: 'fact',
    });
}

/** The lead hospitals: names, addresses and points; `withServices` says that generated hours and services follow. */
export function addLeadHospitals(network: Network, reference: Reference, { withServices = false } = {}): void {
  for (const hospital of reference.hospitals) {
    network.facility.push({
      id: hospital.id,
      kind: 'lead_hospital',
      name: hospital.name,
      nameEn: hospital.name_en,
      shortName: hospital.short_name,
      districtCode: hospital.district_code,
      subdistrictCode: hospital.subdistrict_code,
      address: hospital.address,
      addressEn: hospital.address_en,
      phone: null,
      latitude: hospital.latitude,
      longitude: hospital.longitude,
      exactness: hospital.exactness,
      status: 'operating',
      opensOnHolidays: false,
      origin: 'fact',
      source: withServices ? `名称与地址：${NOTICE}；时间与服务为演示数据` : NOTICE,
    });
    network.leadHospital.push({ facilityId: hospital.id, kind: 'lead_hospital' });
  }
  for (const campus of reference['hospital-campuses'])
    network.hospitalCampus.push({
      hospitalId: campus.hospital_id,
      name: campus.name,
      nameEn: campus.name_en,
      address: campus.address,
      addressEn: campus.address_en,
      districtCode: campus.district_code,
      latitude: campus.latitude,
      longitude: campus.longitude,
      exactness: campus.exactness,
      origin: 'fact',
    });
}

/** The catalogue of conditions and the list of techniques, with the words people use for them. */
export function addWords(network: Network, reference: Reference): void {
  network.conditionCatalogue.push({
    id: CATALOGUE_ID,
    title: '示例目录（114 种）',
    titleEn: 'Example catalogue (114 conditions)',
    official: false,
    current: true,
    effectiveFrom: '2023-01-01',
    source: STANDARD,
    origin: 'demonstration',
  });
  for (const {
    code,
    department,
    department_en,
    name,
    name_en,
    plain,
    plain_en,
    beyond_national,
  } of reference.conditions)
    network.condition.push({
      catalogueId: CATALOGUE_ID,
      code,
      department,
      departmentEn: department_en,
      name,
      nameEn: name_en,
      plain,
      plainEn: plain_en,
      beyondNational: beyond_national,
    });
  const known = new Set<string>();
  for (const [file, language] of [
    ['condition-synonyms', 'zh'],
    ['condition-synonyms-en', 'en'],
  ] as const)
    for (const { code, term, relation } of reference[file]) {
      // a word that both lists have (COPD) is one word
      if (known.has(`${code}/${term}`)) continue;
      known.add(`${code}/${term}`);
      network.conditionSynonym.push({ catalogueId: CATALOGUE_ID, conditionCode: code, term, language, relation });
    }
  for (const [index, { code, name, name_en, category, plain, plain_en }] of reference.techniques.entries())
    network.technique.push({
      code,
      name,
      nameEn: name_en,
      category,
      plain,
      plainEn: plain_en,
      sortOrder: index + 1,
      origin: 'fact',
    });
  for (const { code, term } of reference['technique-synonyms'])
    network.techniqueSynonym.push({ techniqueCode: code, term });
}

/** Days off, make-up working days, and the figures as they were published. */
export function addCalendarAndFigures(network: Network, reference: Reference): void {
  for (const { date, kind, name, name_en, follows_weekday, source } of reference.holidays)
    network.holiday.push({
      date,
      kind,
      name,
      nameEn: name_en,
      followsWeekday: follows_weekday,
      origin: 'fact',
      source,
    });
  for (const { key, value, unit, as_of, source } of reference['published-totals'])
    network.publishedFigure.push({ key, value, unit, asOf: as_of, source });
}
