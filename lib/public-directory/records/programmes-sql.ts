import { z } from 'zod';
import type { CivilDate } from '@/lib/core/dates';
import { type Connection, readRows } from '@/lib/db/connection';
import type { DirectoryRecords, ProjectRecord, WorkstationRecord } from '@/lib/public-directory/records-schema';
import type { AllianceOf } from './facilities-sql';
import { dateField, originField, textOrNull } from './row-fields';

const workstationRow = z.object({
  id: z.string(),
  team_name: z.string(),
  team_name_en: z.string(),
  hospital_id: z.string(),
  centre_id: z.string(),
  origin: originField,
});

/** The famous-physician workstations that are open on a date. */
export async function readWorkstations(connection: Connection, today: CivilDate): Promise<WorkstationRecord[]> {
  const rows = await readRows(
    connection,
    workstationRow,
    `SELECT w.id, t.name AS team_name, t.name_en AS team_name_en, t.hospital_id, w.centre_id, w.origin::text
       FROM famous_physician_workstation w JOIN famous_physician_team t ON t.id = w.team_id
      WHERE daterange(w.opened_on, w.closed_on) @> $1::date ORDER BY w.id`,
    [today],
  );
  return rows.map((row) => ({
    id: row.id,
    teamName: row.team_name,
    teamNameEn: row.team_name_en,
    hospitalId: row.hospital_id,
    centreId: row.centre_id,
    origin: row.origin,
  }));
}

const projectRow = z.object({
  id: z.string(),
  centre_id: z.string(),
  title: z.string(),
  title_en: z.string(),
  condition_code: z.string(),
  approved_on: dateField.nullable(),
  origin: originField,
});

/** The approved specialty projects; plans and applications are not published. */
export async function readProjects(connection: Connection): Promise<ProjectRecord[]> {
  const rows = await readRows(
    connection,
    projectRow,
    `SELECT id, centre_id, title, title_en, condition_code, approved_on::text, origin::text
       FROM specialty_project WHERE status = 'approved' ORDER BY id`,
  );
  return rows.map((row) => ({
    id: row.id,
    centreId: row.centre_id,
    title: row.title,
    titleEn: row.title_en,
    conditionCode: row.condition_code,
    approvedOn: row.approved_on,
    origin: row.origin,
  }));
}

const figureRow = z.object({
  key: z.string(),
  value: z.number(),
  unit: z.string(),
  as_of: textOrNull,
  source: z.string(),
});

/** The figures as published elsewhere, with their sources. */
export async function readPublishedFigures(connection: Connection): Promise<DirectoryRecords['publishedFigures']> {
  const rows = await readRows(
    connection,
    figureRow,
    'SELECT key, value::float8 AS value, unit, as_of, source FROM published_figure ORDER BY key',
  );
  return rows.map(({ key, value, unit, as_of, source }) => ({ key, value, unit, asOf: as_of, source }));
}

const peopleRow = z.object({
  centre_id: z.string(),
  district_code: z.string(),
  trainees: z.number().int(),
  dual_employed: z.number().int(),
  origins: z.array(originField),
});

// People leave the database as counts by centre only.
const PEOPLE = `
  SELECT t.centre_id, c.district_code, count(*)::int AS trainees,
         count(*) FILTER (WHERE EXISTS (
           SELECT 1 FROM dual_employment e
            WHERE e.trainee_id = t.id AND daterange(e.valid_from, e.valid_to) @> $1::date))::int AS dual_employed,
         array_agg(DISTINCT t.origin::text) AS origins
    FROM trainee_doctor t JOIN community_centre c ON c.facility_id = t.centre_id
   WHERE t.active GROUP BY t.centre_id, c.district_code`;

const acceptedRow = z.object({ accepted: z.number().int(), origins: z.array(originField) });

const ACCEPTED = `
  SELECT count(*)::int AS accepted, coalesce(array_agg(DISTINCT origin::text), '{}') AS origins
    FROM demonstration_station
   WHERE city_accepted_on <= $1::date AND (withdrawn_on IS NULL OR withdrawn_on > $1::date)`;

/** The counts of what residents do not read row by row. */
export async function readCounts(
  connection: Connection,
  today: CivilDate,
  allianceOf: AllianceOf,
): Promise<DirectoryRecords['counts']> {
  const people = await readRows(connection, peopleRow, PEOPLE, [today]);
  const [stations] = await readRows(connection, acceptedRow, ACCEPTED, [today]);
  const none = () => ({ trainees: 0, dualEmployed: 0 });
  const byAlliance = { east: none(), south: none(), west: none(), north: none() };
  for (const row of people) {
    const alliance = allianceOf(row.centre_id, row.district_code);
    if (!alliance) continue;
    byAlliance[alliance].trainees += row.trainees;
    byAlliance[alliance].dualEmployed += row.dual_employed;
  }
  const origins = new Set([...people.flatMap((row) => row.origins), ...(stations?.origins ?? [])]);
  return {
    trainees: people.reduce((sum, row) => sum + row.trainees, 0),
    dualEmployed: people.reduce((sum, row) => sum + row.dual_employed, 0),
    demonstrationStations: stations?.accepted ?? 0,
    byAlliance,
    origin: origins.has('demonstration') ? 'demonstration' : origins.has('imported') ? 'imported' : 'fact',
  };
}
