import 'server-only';
import { z } from 'zod';
import { ALLIANCE_CODES, type AllianceCode } from '@/lib/core/alliance-codes';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import type { Structure } from './sums-rules';

// What exists in every centre on a day: clinics, people, programmes, stations. A centre is the smallest part, so sums of
// districts, alliances and the city are sums of these rows.

/** A client or a transaction. */
export type FigureReader = Pick<Prisma.TransactionClient, '$queryRaw'>;

/** What one centre has, and where it lies on that day. */
export type CentreStructure = {
  centreId: string;
  districtCode: string;
  allianceCode: AllianceCode | null;
  structure: Structure;
};

/** So many of the city's conditions make a capable centre (domain.md §5). */
const CAPABLE_CONDITIONS = 60;
/** So many physicians of middle rank a centre should have (domain.md §5). */
const MID_LEVEL_PHYSICIANS = 2;

const whole = z.int();
const rowSchema = z.object({
  centreId: z.string(),
  districtCode: z.string(),
  allianceCode: z.enum(ALLIANCE_CODES).nullable(),
  clinics: whole,
  trainees: whole,
  dualEmployed: whole,
  dispensing: whole,
  projects: whole,
  conditions: whole,
  workstations: whole,
  midLevel: whole.nullable(),
  stations: whole,
  stationsReported: whole,
  stationsWithPhysician: whole,
  demonstrationStations: whole,
  residents: whole.nullable(),
});

/**
 * What every centre that is not closed on a day has on it. People in training, opening hours and what a centre offers have
 * no dates: of these the present state is told, whatever the day; but where they belonged to another centre then, there.
 * A place that is said to be closed without its day counts as closed on every day.
 */
export async function readStructures(reader: FigureReader, day: CivilDate): Promise<CentreStructure[]> {
  const date = toDbDate(day);
  const rows = await reader.$queryRaw<unknown[]>`
    WITH ended AS (
      SELECT f.id FROM facility f LEFT JOIN facility_closing c ON c.facility_id = f.id
      WHERE f.status = 'closed' AND (c.closed_on IS NULL OR c.closed_on <= ${date})),
    moves AS (
      SELECT DISTINCT ON (station_id, trainee_id, project_id) station_id, trainee_id, project_id, from_centre_id
      FROM centre_move WHERE moved_on > ${date} ORDER BY station_id, trainee_id, project_id, moved_on),
    station AS (
      SELECT s.facility_id, coalesce(m.from_centre_id, s.centre_id) AS centre_id, s.has_tcm_physician
      FROM service_station s LEFT JOIN moves m ON m.station_id = s.facility_id),
    trainee AS (
      SELECT t.id, coalesce(m.from_centre_id, t.centre_id) AS centre_id, t.active
      FROM trainee_doctor t LEFT JOIN moves m ON m.trainee_id = t.id),
    lay_in AS (
      SELECT DISTINCT ON (facility_id) facility_id, from_code FROM subdistrict_move WHERE moved_on > ${date}
      ORDER BY facility_id, moved_on),
    clinics AS (
      SELECT j.centre_id, count(*)::int AS n FROM joint_clinic j JOIN joint_clinic_status s ON s.clinic_id = j.id
      WHERE s.status = 'operating' AND s.valid_from <= ${date} AND (s.valid_to IS NULL OR s.valid_to > ${date})
      GROUP BY 1),
    trainees AS (
      SELECT centre_id, count(*)::int AS n FROM trainee WHERE active GROUP BY 1),
    employed AS (
      SELECT t.centre_id, count(DISTINCT t.id)::int AS n FROM dual_employment d JOIN trainee t ON t.id = d.trainee_id
      WHERE d.valid_from <= ${date} AND (d.valid_to IS NULL OR d.valid_to > ${date}) GROUP BY 1),
    dispensing AS (
      SELECT coalesce(s.centre_id, p.facility_id) AS centre_id, count(*)::int AS n
      FROM preparation_dispensing p LEFT JOIN station s ON s.facility_id = p.facility_id
      WHERE p.valid_from <= ${date} AND (p.valid_to IS NULL OR p.valid_to > ${date}) GROUP BY 1),
    projects AS (
      SELECT coalesce(m.from_centre_id, p.centre_id) AS centre_id, count(*)::int AS n
      FROM specialty_project p LEFT JOIN moves m ON m.project_id = p.id
      WHERE p.status = 'approved' AND p.approved_on <= ${date} GROUP BY 1),
    conditions AS (
      SELECT o.facility_id, count(*)::int AS n FROM facility_condition o
      JOIN condition_catalogue k ON k.id = o.catalogue_id AND k.current GROUP BY 1),
    workstations AS (
      SELECT centre_id, count(*)::int AS n FROM famous_physician_workstation
      WHERE opened_on <= ${date} AND (closed_on IS NULL OR closed_on > ${date}) GROUP BY 1),
    stations AS (
      SELECT s.centre_id, count(*)::int AS n,
        count(s.has_tcm_physician)::int AS reported,
        (count(*) FILTER (WHERE s.has_tcm_physician))::int AS physician,
        (count(*) FILTER (WHERE d.city_accepted_on <= ${date} AND (d.withdrawn_on IS NULL OR d.withdrawn_on > ${date})))::int AS demonstration
      FROM station s LEFT JOIN demonstration_station d ON d.station_id = s.facility_id
      WHERE s.facility_id NOT IN (SELECT id FROM ended) GROUP BY 1),
    residents AS (
      SELECT DISTINCT ON (subdistrict_code) subdistrict_code, residents FROM subdistrict_population
      WHERE year <= extract(year FROM ${date}::date) ORDER BY subdistrict_code, year DESC),
    first_of AS (
      -- the residents of a subdistrict with two centres are told once
      SELECT min(f.id) AS centre_id, CASE WHEN l.facility_id IS NULL THEN f.subdistrict_code ELSE l.from_code END AS subdistrict_code
      FROM facility f LEFT JOIN lay_in l ON l.facility_id = f.id
      WHERE f.kind = 'community_centre' AND f.id NOT IN (SELECT id FROM ended) GROUP BY 2)
    SELECT c.facility_id AS "centreId", c.district_code AS "districtCode", m.alliance_code AS "allianceCode",
      coalesce(clinics.n, 0) AS clinics, coalesce(trainees.n, 0) AS trainees, coalesce(employed.n, 0) AS "dualEmployed",
      coalesce(dispensing.n, 0) AS dispensing, coalesce(projects.n, 0) AS projects, coalesce(conditions.n, 0) AS conditions,
      coalesce(workstations.n, 0) AS workstations, c.mid_level_tcm_physicians AS "midLevel", coalesce(stations.n, 0) AS stations,
      coalesce(stations.reported, 0) AS "stationsReported", coalesce(stations.physician, 0) AS "stationsWithPhysician",
      coalesce(stations.demonstration, 0) AS "demonstrationStations", residents.residents
    FROM community_centre c
    LEFT JOIN alliance_membership m ON m.district_code = c.district_code AND m.alliance_kind = 'regional'
      AND m.valid_from <= ${date} AND (m.valid_to IS NULL OR m.valid_to > ${date})
    LEFT JOIN clinics ON clinics.centre_id = c.facility_id LEFT JOIN trainees ON trainees.centre_id = c.facility_id
    LEFT JOIN employed ON employed.centre_id = c.facility_id LEFT JOIN dispensing ON dispensing.centre_id = c.facility_id
    LEFT JOIN projects ON projects.centre_id = c.facility_id LEFT JOIN conditions ON conditions.facility_id = c.facility_id
    LEFT JOIN workstations ON workstations.centre_id = c.facility_id LEFT JOIN stations ON stations.centre_id = c.facility_id
    LEFT JOIN first_of ON first_of.centre_id = c.facility_id
    LEFT JOIN residents ON residents.subdistrict_code = first_of.subdistrict_code
    WHERE c.facility_id NOT IN (SELECT id FROM ended)
    ORDER BY 1`;
  return z.array(rowSchema).parse(rows).map(structureOf);
}

function structureOf({ centreId, districtCode, allianceCode, ...row }: z.infer<typeof rowSchema>): CentreStructure {
  const yes = (holds: boolean) => (holds ? 1 : 0);
  return {
    centreId,
    districtCode,
    allianceCode,
    structure: {
      centres: 1,
      centresHosting: yes(row.clinics > 0),
      operatingClinics: row.clinics,
      trainees: row.trainees,
      dispensingCentres: yes(row.dispensing > 0),
      demonstrationStations: row.demonstrationStations,
      projects: row.projects,
      projectCentres: yes(row.projects > 0),
      conditions: row.conditions,
      centres60: yes(row.conditions >= CAPABLE_CONDITIONS),
      dualEmployed: row.dualEmployed,
      workstations: row.workstations,
      centresWithPhysicians: yes(row.midLevel !== null),
      centresTwoPhysicians: yes((row.midLevel ?? 0) >= MID_LEVEL_PHYSICIANS),
      stations: row.stations,
      stationsReported: row.stationsReported,
      stationsWithPhysician: row.stationsWithPhysician,
      dispensingDistricts: new Set(row.dispensing > 0 ? [districtCode] : []),
      residents: row.residents,
    },
  };
}
