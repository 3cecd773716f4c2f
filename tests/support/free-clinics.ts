import pg from 'pg';

// Clinics that tests in the browser have for themselves: one an expert, because nobody is on site in two places at
// once, and with free evenings, because neither the clinic nor its expert works then. They are told off once, before
// the first test: what tests do later moves nobody to another place.

/** Those with a usual number of visits, so that the few that tests type are nothing unusual; and the others. */
export type FreePool = 'usual' | 'others';

export type FreeClinic = {
  id: string;
  name: string;
  centreId: string;
  hospitalId: string;
  districtCode: string;
  allianceCode: string;
  expertId: string;
  expertName: string;
  traineeId: string;
};

const TELL_OFF = `
  CREATE SCHEMA testing;
  CREATE TABLE testing.free_clinic AS
  SELECT *, row_number() OVER (PARTITION BY pool ORDER BY id DESC) - 1 AS place FROM (
    SELECT DISTINCT ON (e.expert_id) c.id, c.name, c.centre_id AS "centreId", c.hospital_id AS "hospitalId",
      d.district_code AS "districtCode", m.alliance_code AS "allianceCode", e.expert_id AS "expertId",
      x.name AS "expertName", t.trainee_id AS "traineeId",
      CASE WHEN (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY r.visits_new + r.visits_return)
                 FROM (SELECT visits_new, visits_return FROM clinic_session
                       WHERE clinic_id = c.id AND held AND state <> 'withdrawn' ORDER BY date DESC LIMIT 12) r)
        BETWEEN 8 AND 16 THEN 'usual' ELSE 'others' END AS pool
    FROM joint_clinic c
    JOIN community_centre d ON d.facility_id = c.centre_id
    JOIN joint_clinic_status s ON s.clinic_id = c.id AND s.status = 'operating' AND s.valid_to IS NULL
      AND s.valid_from < '2026-06-01'
    JOIN alliance_membership m ON m.facility_id = c.hospital_id AND m.role = 'lead' AND m.valid_to IS NULL
      AND m.alliance_kind = 'regional'
    JOIN LATERAL (SELECT expert_id FROM joint_clinic_expert
      WHERE clinic_id = c.id AND valid_to IS NULL AND valid_from < '2026-06-01' ORDER BY 1 LIMIT 1) e ON true
    JOIN expert x ON x.id = e.expert_id
    JOIN LATERAL (SELECT trainee_id FROM joint_clinic_trainee
      WHERE clinic_id = c.id AND valid_to IS NULL AND valid_from < '2026-06-01' ORDER BY 1 LIMIT 1) t ON true
    WHERE d.district_code NOT IN ('310101', '310104')
      AND NOT EXISTS (SELECT FROM clinic_schedule w
                      WHERE (w.clinic_id = c.id OR w.expert_id = e.expert_id) AND w.half = 'evening')
    ORDER BY e.expert_id, c.id) free`;

/** Tells off the free clinics of a database. */
export async function tellOffFreeClinics(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(TELL_OFF);
  } finally {
    await client.end();
  }
}

/**
 * A clinic of a pool that was to be held on the evenings of some days.
 * @param place another one for every test
 */
export async function freeClinic(
  client: pg.Client,
  pool: FreePool,
  place: number,
  evenings: readonly string[],
): Promise<FreeClinic> {
  const { rows } = await client.query<FreeClinic>('SELECT * FROM testing.free_clinic WHERE pool = $1 AND place = $2', [
    pool,
    place,
  ]);
  const clinic = rows[0];
  if (!clinic) throw new Error(`There is no clinic for place ${place} of ${pool}.`);
  // past days stay as they were for everybody but whoever loads history
  await client.query("SET app.loading_history = 'on'");
  await client.query(
    `INSERT INTO schedule_exception (id, clinic_id, date, half, kind, starts_minute, ends_minute, expert_id, reason, origin)
     SELECT gen_random_uuid(), $1, day, 'evening', 'added', 1080, 1200, $2, '测试加诊', 'demonstration'
     FROM unnest($3::date[]) day ON CONFLICT DO NOTHING`,
    [clinic.id, clinic.expertId, evenings],
  );
  return clinic;
}
