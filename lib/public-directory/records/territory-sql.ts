import { z } from 'zod';
import { ALLIANCE_CODES, type AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import { wgs84 } from '@/lib/core/geo';
import { type Connection, readRows } from '@/lib/db/connection';
import { effectiveHolidays } from '@/lib/directory/holiday-rules';
import { HOLIDAY_CHANGE_KINDS } from '@/lib/directory/holiday-schema';
import type { Holiday } from '@/lib/directory/schema';
import type {
  AllianceRecord,
  DistrictRecord,
  LandmarkRecord,
  SpecialtyAllianceRecord,
  SubdistrictRecord,
} from '@/lib/public-directory/records-schema';
import {
  allianceField,
  codesField,
  dateField,
  originField,
  positionFields,
  textOrNull,
  weekdayField,
} from './row-fields';

const named = { name: z.string(), name_en: z.string() };

const ROLES = ['lead', 'partner', 'member'] as const;
type FacilityMembership = { facilityId: string; alliance: AllianceCode; role: (typeof ROLES)[number] };

/** Who belongs to which regional alliance: each district to one, a hospital also to several. */
export type Memberships = {
  byDistrict: ReadonlyMap<string, AllianceCode>;
  facilities: readonly FacilityMembership[];
};

const districtMembershipRow = z.object({ district_code: z.string(), alliance_code: allianceField });

// The membership valid today; where there is none (a gap in the books), the latest before, then the next to come,
// because a place without an alliance could not be shown at all.
const DISTRICT_MEMBERSHIPS = `
  SELECT DISTINCT ON (district_code) district_code, alliance_code
    FROM alliance_membership
   WHERE alliance_kind = 'regional' AND alliance_code = ANY($2) AND district_code IS NOT NULL
   ORDER BY district_code, daterange(valid_from, valid_to) @> $1::date DESC,
            valid_from <= $1::date DESC, abs(valid_from - $1::date)`;

const facilityMembershipRow = z.object({ facility_id: z.string(), alliance_code: allianceField, role: z.enum(ROLES) });

const FACILITY_MEMBERSHIPS = `
  SELECT facility_id, alliance_code, role::text
    FROM alliance_membership
   WHERE alliance_kind = 'regional' AND alliance_code = ANY($2) AND facility_id IS NOT NULL
     AND daterange(valid_from, valid_to) @> $1::date
   ORDER BY role, facility_id, alliance_code`;

/** The regional memberships as they stand on a date. */
export async function readMemberships(connection: Connection, today: CivilDate): Promise<Memberships> {
  const values = [today, ALLIANCE_CODES];
  const districts = await readRows(connection, districtMembershipRow, DISTRICT_MEMBERSHIPS, values);
  const facilities = await readRows(connection, facilityMembershipRow, FACILITY_MEMBERSHIPS, values);
  return {
    byDistrict: new Map(districts.map((row) => [row.district_code, row.alliance_code])),
    facilities: facilities.map((row) => ({
      facilityId: row.facility_id,
      alliance: row.alliance_code,
      role: row.role,
    })),
  };
}

const allianceRow = z.object({ code: allianceField, ...named });

/** The regional alliances in their fixed order, with their hospitals and districts. */
export async function readAlliances(connection: Connection, members: Memberships): Promise<AllianceRecord[]> {
  const rows = await readRows(
    connection,
    allianceRow,
    `SELECT code, name, name_en FROM alliance WHERE kind = 'regional' AND code = ANY($1) ORDER BY sort_order, code`,
    [ALLIANCE_CODES],
  );
  return rows.map((row) => {
    const own = members.facilities.filter(({ alliance }) => alliance === row.code);
    return {
      code: row.code,
      name: row.name,
      nameEn: row.name_en,
      leadHospitalId: own.find(({ role }) => role === 'lead')?.facilityId ?? null,
      partnerHospitalIds: own.filter(({ role }) => role === 'partner').map(({ facilityId }) => facilityId),
      districtCodes: [...members.byDistrict].filter(([, code]) => code === row.code).map(([code]) => code),
    };
  });
}

const specialtyRow = z.object({
  code: z.string(),
  ...named,
  purpose: textOrNull,
  purpose_en: textOrNull,
  origin: originField,
  facility_ids: codesField,
});

/** The specialty alliances with the members of a date. */
export async function readSpecialtyAlliances(
  connection: Connection,
  today: CivilDate,
): Promise<SpecialtyAllianceRecord[]> {
  const rows = await readRows(
    connection,
    specialtyRow,
    `SELECT a.code, a.name, a.name_en, a.purpose, a.purpose_en, a.origin::text,
            coalesce(array_agg(m.facility_id ORDER BY m.role, m.facility_id)
                       FILTER (WHERE m.facility_id IS NOT NULL), '{}') AS facility_ids
       FROM alliance a
       LEFT JOIN alliance_membership m
         ON m.alliance_code = a.code AND daterange(m.valid_from, m.valid_to) @> $1::date
      WHERE a.kind = 'specialty'
      GROUP BY a.code ORDER BY a.sort_order, a.code`,
    [today],
  );
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    purpose: row.purpose,
    purposeEn: row.purpose_en,
    facilityIds: row.facility_ids,
    origin: row.origin,
  }));
}

const districtRow = z.object({ code: z.string(), ...named, central: z.boolean() });

/** The districts that belong to a regional alliance. */
export async function readDistricts(connection: Connection, members: Memberships): Promise<DistrictRecord[]> {
  const rows = await readRows(
    connection,
    districtRow,
    'SELECT code, name, name_en, central FROM district ORDER BY code',
  );
  return rows.flatMap(({ code, name, name_en, central }) => {
    const alliance = members.byDistrict.get(code);
    return alliance ? [{ code, name, nameEn: name_en, central, alliance }] : [];
  });
}

const subdistrictRow = z.object({ code: z.string(), district_code: z.string(), ...named, ...positionFields });

/** Streets, towns and townships. */
export async function readSubdistricts(connection: Connection): Promise<SubdistrictRecord[]> {
  const rows = await readRows(
    connection,
    subdistrictRow,
    `SELECT code, district_code, name, name_en, latitude::float8 AS lat, longitude::float8 AS lon
       FROM subdistrict ORDER BY code`,
  );
  return rows.map((row) => ({
    code: row.code,
    districtCode: row.district_code,
    name: row.name,
    nameEn: row.name_en,
    position: wgs84(row.lat, row.lon),
  }));
}

const landmarkRow = z.object({
  id: z.string(),
  district_code: z.string(),
  ...named,
  kind: z.string(),
  ...positionFields,
});

/** Places people name when they say where they are. */
export async function readLandmarks(connection: Connection): Promise<LandmarkRecord[]> {
  const rows = await readRows(
    connection,
    landmarkRow,
    `SELECT id, district_code, name, name_en, kind, latitude::float8 AS lat, longitude::float8 AS lon
       FROM landmark ORDER BY id`,
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nameEn: row.name_en,
    kind: row.kind,
    districtCode: row.district_code,
    position: wgs84(row.lat, row.lon),
  }));
}

const holidayRow = z.object({
  date: dateField,
  kind: z.enum(['holiday', 'makeup_workday']),
  ...named,
  follows_weekday: weekdayField.nullable(),
});

const holidayVersionRow = holidayRow.extend({
  kind: z.enum(HOLIDAY_CHANGE_KINDS),
  name: textOrNull,
  name_en: textOrNull,
  version: z.number().int(),
});

const HOLIDAY_VERSIONS = `
  SELECT DISTINCT ON (date) date::text, version, kind::text, name, name_en, follows_weekday
    FROM holiday_change ORDER BY date, version DESC`;

/** National days off and make-up workdays, with what officers of the city have changed about them. */
export async function readHolidays(connection: Connection): Promise<Holiday[]> {
  const rows = await readRows(
    connection,
    holidayRow,
    'SELECT date::text, kind::text, name, name_en, follows_weekday FROM holiday',
  );
  const published = rows.map((row) => ({
    date: row.date,
    kind: row.kind,
    name: row.name,
    nameEn: row.name_en,
    followsWeekday: row.follows_weekday,
  }));
  const versions = await readRows(connection, holidayVersionRow, HOLIDAY_VERSIONS);
  const calendar = effectiveHolidays(
    published,
    versions.map(({ name_en, follows_weekday, ...row }) => ({
      ...row,
      nameEn: name_en,
      followsWeekday: follows_weekday,
    })),
  );
  return [...calendar.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}
