import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import { wgs84 } from '@/lib/core/geo';
import { db } from '@/lib/db/client';
import type { ClinicFilter } from './activity-sql';
import { clinicsOf } from './clinic-filter-sql';
import type { MapPlaces, PlacedClinic } from './map-schema';
import { knownUntil, type Period } from './period-rules';
import type { Unit } from './schema';
import { openUnit } from './units';

/**
 * The clinics of a unit that operate or are suspended at the end of a period, with their places, and its districts.
 * @returns null for a unit that does not exist or is out of the reader's scope
 */
export async function getMapPlaces(
  actor: Actor,
  { unit, period }: { unit: Unit; period: Period },
): Promise<MapPlaces | null> {
  const asOf = knownUntil(period, now());
  const opened = await openUnit(actor, unit, asOf);
  if (!opened) return null;
  const [clinics, central] = await Promise.all([
    listPlaced(opened.filter, asOf),
    db().district.findMany({ where: { central: true }, select: { code: true } }),
  ]);
  return { clinics, districtCodes: [...opened.districtCodes], centralCodes: central.map(({ code }) => code) };
}

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string(),
  districtCode: z.string(),
  centreId: z.string(),
  centreName: z.string(),
  centreNameEn: z.string(),
  status: z.enum(['operating', 'suspended']),
  lat: z.number(),
  lon: z.number(),
});

async function listPlaced(filter: ClinicFilter, day: CivilDate): Promise<PlacedClinic[]> {
  const date = toDbDate(day);
  const rows = await db().$queryRaw<unknown[]>`
    SELECT j.id, j.name, j.name_en AS "nameEn", c.district_code AS "districtCode", j.centre_id AS "centreId", f.name AS "centreName", f.name_en AS "centreNameEn",
      s.status::text AS status, f.latitude::float8 AS lat, f.longitude::float8 AS lon
    FROM joint_clinic j
    JOIN community_centre c ON c.facility_id = j.centre_id JOIN facility f ON f.id = j.centre_id
    JOIN joint_clinic_status s ON s.clinic_id = j.id AND s.status IN ('operating', 'suspended')
      AND s.valid_from <= ${date} AND (s.valid_to IS NULL OR s.valid_to > ${date})
    WHERE ${clinicsOf(filter)} ORDER BY c.district_code, j.centre_id, j.id`;
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ lat, lon, ...clinic }) => ({ ...clinic, position: wgs84(lat, lon) }));
}
