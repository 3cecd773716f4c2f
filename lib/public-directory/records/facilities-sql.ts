import { z } from 'zod';
import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import { wgs84 } from '@/lib/core/geo';
import { type Connection, readRows } from '@/lib/db/connection';
import {
  FACILITY_STATUSES,
  facilityKindSchema,
  featureSchema,
  type OpeningException,
  type WeeklyInterval,
} from '@/lib/directory/schema';
import type { CampusRecord, FacilityRecord } from '@/lib/public-directory/records-schema';
import { type Histories, readHistories } from './history-sql';
import type { Interner } from './interner';
import {
  dateField,
  exactnessField,
  minuteField,
  originField,
  positionFields,
  textOrNull,
  weekdayField,
} from './row-fields';

/** Rows fetched at a time: the event loop answers requests between two of them. */
const CHUNK = 500;

const facilityRow = z.object({
  id: z.string(),
  kind: facilityKindSchema,
  name: z.string(),
  name_en: z.string(),
  short_name: textOrNull,
  district_code: z.string(),
  subdistrict_code: textOrNull,
  address: textOrNull,
  address_en: textOrNull,
  phone: textOrNull,
  ...positionFields,
  exactness: exactnessField,
  status: z.enum(FACILITY_STATUSES),
  opens_on_holidays: z.boolean(),
  origin: originField,
  updated_at: z.string(),
  hours: textOrNull,
  features: textOrNull,
  technique_codes: textOrNull,
  condition_codes: textOrNull,
  preparation_ids: textOrNull,
  centre_id: textOrNull,
  station_kind: z.enum(['community_station', 'village_clinic']).nullable(),
  tcm_area: z.enum(['hall', 'corner', 'none']).nullable(),
  demonstration_station: z.boolean(),
});
type FacilityRow = z.infer<typeof facilityRow>;

// One pass: each child table is folded to one text a facility, which the interner shares between equal facilities.
const FACILITIES = `
  DECLARE published_facilities NO SCROLL CURSOR FOR
  SELECT f.id, f.kind::text, f.name, f.name_en, f.short_name, f.district_code, f.subdistrict_code,
         f.address, f.address_en, f.phone, f.latitude::float8 AS lat, f.longitude::float8 AS lon,
         f.exactness::text, f.status::text, f.opens_on_holidays, f.origin::text,
         to_char(f.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS updated_at,
         hours.list AS hours, features.list AS features, techniques.list AS technique_codes,
         conditions.list AS condition_codes, preparations.list AS preparation_ids,
         s.centre_id, s.station_kind::text, c.tcm_area::text,
         coalesce(d.city_accepted_on <= $1::date AND (d.withdrawn_on IS NULL OR d.withdrawn_on > $1::date), false)
           AS demonstration_station
    FROM facility f
    LEFT JOIN service_station s ON s.facility_id = f.id
    LEFT JOIN community_centre c ON c.facility_id = f.id
    LEFT JOIN demonstration_station d ON d.station_id = f.id
    LEFT JOIN (
      SELECT facility_id,
             string_agg(weekday || '/' || opens_minute || '/' || closes_minute, ',' ORDER BY weekday, opens_minute) AS list
        FROM opening_hours GROUP BY facility_id) hours ON hours.facility_id = f.id
    LEFT JOIN (
      SELECT facility_id, string_agg(feature::text, ',' ORDER BY feature) AS list
        FROM facility_feature GROUP BY facility_id) features ON features.facility_id = f.id
    LEFT JOIN (
      SELECT facility_id, string_agg(technique_code, ',' ORDER BY technique_code) AS list
        FROM facility_technique GROUP BY facility_id) techniques ON techniques.facility_id = f.id
    LEFT JOIN (
      SELECT facility_id, string_agg(condition_code, ',' ORDER BY condition_code) AS list
        FROM facility_condition
       WHERE catalogue_id = (SELECT id FROM condition_catalogue WHERE current)
       GROUP BY facility_id) conditions ON conditions.facility_id = f.id
    LEFT JOIN (
      SELECT facility_id, string_agg(preparation_id, ',' ORDER BY preparation_id) AS list
        FROM preparation_dispensing WHERE daterange(valid_from, valid_to) @> $1::date
       GROUP BY facility_id) preparations ON preparations.facility_id = f.id
   ORDER BY f.id`;

const exceptionRow = z.object({
  facility_id: z.string(),
  date: dateField,
  opens_minute: minuteField.nullable(),
  closes_minute: minuteField.nullable(),
  reason: z.string(),
  reason_en: textOrNull,
});

const EXCEPTIONS = `
  SELECT facility_id, date::text, opens_minute, closes_minute, reason, reason_en
    FROM opening_exception WHERE date >= $1::date
   ORDER BY facility_id, date, opens_minute`;

const campusRow = z.object({
  hospital_id: z.string(),
  name: z.string(),
  name_en: z.string(),
  address: z.string(),
  address_en: z.string(),
  district_code: z.string(),
  ...positionFields,
  exactness: exactnessField,
});

const CAMPUSES = `
  SELECT hospital_id, name, name_en, address, address_en, district_code,
         latitude::float8 AS lat, longitude::float8 AS lon, exactness::text
    FROM hospital_campus ORDER BY hospital_id, name`;

/** The alliance of a place: its own membership goes before its district's. */
export type AllianceOf = (facilityId: string, districtCode: string) => AllianceCode | null;

/**
 * Every place, ordered by id, inside the transaction that is open on the connection; a place whose district was
 * never in a regional alliance is left out and counted.
 */
export async function readFacilities(
  connection: Connection,
  today: CivilDate,
  interner: Interner,
  allianceOf: AllianceOf,
): Promise<{ facilities: FacilityRecord[]; withoutAlliance: number }> {
  const exceptions = await readExceptions(connection, today);
  const campuses = await readCampuses(connection);
  const histories = await readHistories(connection);
  const facilities: FacilityRecord[] = [];
  let withoutAlliance = 0;
  // the whole result is wanted, not its first rows quickly
  await connection.query('SET LOCAL cursor_tuple_fraction = 1');
  await connection.query(FACILITIES, [today]);
  for (;;) {
    const rows = await readRows(connection, facilityRow, `FETCH ${CHUNK} FROM published_facilities`);
    for (const row of rows) {
      const alliance = allianceOf(row.id, row.district_code);
      if (alliance) facilities.push(toRecord(row, alliance, interner, { exceptions, campuses, histories }));
      else withoutAlliance += 1;
    }
    if (rows.length < CHUNK) break;
  }
  await connection.query('CLOSE published_facilities');
  return { facilities, withoutAlliance };
}

const NONE: readonly never[] = [];

/** What only few facilities have. */
type Few = {
  exceptions: ReadonlyMap<string, readonly OpeningException[]>;
  campuses: ReadonlyMap<string, readonly CampusRecord[]>;
  histories: Histories;
};

function toRecord(
  row: FacilityRow,
  alliance: AllianceCode,
  interner: Interner,
  { exceptions, campuses, histories }: Few,
): FacilityRecord {
  return {
    id: row.id,
    kind: interner.text(row.kind),
    name: row.name,
    nameEn: row.name_en,
    shortName: row.short_name,
    formerNames: histories.formerNames.get(row.id) ?? NONE,
    closing: histories.closings.get(row.id) ?? null,
    suspension: histories.suspensions.get(row.id) ?? null,
    districtCode: interner.text(row.district_code),
    subdistrictCode: interner.text(row.subdistrict_code),
    alliance,
    address: row.address,
    addressEn: row.address_en,
    phone: row.phone,
    position: wgs84(row.lat, row.lon),
    exactness: interner.text(row.exactness),
    status: interner.text(row.status),
    opensOnHolidays: row.opens_on_holidays,
    hours: interner.list('hours', row.hours, parseInterval),
    exceptions: exceptions.get(row.id) ?? NONE,
    features: interner.list('features', row.features, (feature) => featureSchema.parse(feature)),
    techniqueCodes: interner.codes('codes', row.technique_codes),
    conditionCodes: interner.codes('codes', row.condition_codes),
    preparationIds: interner.codes('codes', row.preparation_ids),
    centreId: interner.text(row.centre_id),
    stationKind: interner.text(row.station_kind),
    tcmArea: interner.text(row.tcm_area),
    demonstrationStation: row.demonstration_station,
    campuses: campuses.get(row.id) ?? NONE,
    origin: interner.text(row.origin),
    updatedAt: interner.text(row.updated_at),
  };
}

const intervalParts = z.tuple([weekdayField, minuteField, minuteField]);

function parseInterval(text: string): WeeklyInterval {
  const [weekday, opensMinute, closesMinute] = intervalParts.parse(text.split('/').map(Number));
  return { weekday, opensMinute, closesMinute };
}

async function readExceptions(connection: Connection, today: CivilDate): Promise<Map<string, OpeningException[]>> {
  const byFacility = new Map<string, OpeningException[]>();
  for (const row of await readRows(connection, exceptionRow, EXCEPTIONS, [today])) {
    const list = byFacility.get(row.facility_id) ?? [];
    byFacility.set(row.facility_id, list);
    const interval =
      row.opens_minute !== null && row.closes_minute !== null
        ? [{ opensMinute: row.opens_minute, closesMinute: row.closes_minute }]
        : [];
    const last = list.at(-1);
    if (last?.date === row.date) last.intervals.push(...interval);
    else list.push({ date: row.date, intervals: interval, reason: row.reason, reasonEn: row.reason_en });
  }
  return byFacility;
}

async function readCampuses(connection: Connection): Promise<Map<string, CampusRecord[]>> {
  const byHospital = new Map<string, CampusRecord[]>();
  for (const row of await readRows(connection, campusRow, CAMPUSES)) {
    const campus: CampusRecord = {
      name: row.name,
      nameEn: row.name_en,
      address: row.address,
      addressEn: row.address_en,
      districtCode: row.district_code,
      position: wgs84(row.lat, row.lon),
      exactness: row.exactness,
    };
    byHospital.set(row.hospital_id, [...(byHospital.get(row.hospital_id) ?? []), campus]);
  }
  return byHospital;
}
