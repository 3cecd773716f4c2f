import pg from 'pg';
import { CLERK_CLINIC, VISITED_FOLLOW_UP, VISITED_RECORD } from './samples';

// A record that pages are visited with: sent, disputed, sent again and disputed once more. It was outside the schedule,
// on an evening, so it meets none of the demonstration's own. Plain SQL: the database is another process's.

const CONTENT = {
  held: true,
  expert: { presence: 'absent' },
  mode: 'on_site',
  visitsNew: 3,
  visitsReturn: 5,
  conditions: [],
  techniques: [],
  prescriptions: 6,
  preparations: 0,
  referralsUp: 0,
  referralsDown: 0,
  trainees: [],
  teachingCases: 0,
  note: '补登',
  explanation: '加诊一次',
};

/** Makes the record on the database of a portal under test. */
export async function makeVisitedRecord(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO clinic_session (id, clinic_id, centre_id, hospital_id, district_code, date, half, state, version,
         submission_id, planned, held, expert_presence, mode, visits_new, visits_return, prescriptions, note, explanation,
         first_submitted_at, submitted_at, submitted_by_name, late, due_on, origin)
       SELECT $1, j.id, j.centre_id, j.hospital_id, c.district_code, '2026-10-31', 'evening', 'disputed', 2,
         '01900000-0000-7000-8000-00000000a002', false, true, 'absent', 'on_site', 30, 5, 6, '补登', '加诊一次',
         '2026-11-01T02:00:00Z', '2026-11-03T02:00:00Z', '演示·录入', false, '2026-11-20', 'demonstration'
       FROM joint_clinic j JOIN community_centre c ON c.facility_id = j.centre_id WHERE j.id = $2`,
      [VISITED_RECORD, CLERK_CLINIC],
    );
    await client.query(
      `INSERT INTO clinic_session_version (session_id, version, submission_id, state, content, submitted_at,
         submitted_by_name, replaced_at)
       VALUES ($1, 1, '01900000-0000-7000-8000-00000000a003', 'disputed', $2, '2026-11-01T02:00:00Z', '演示·录入',
         '2026-11-03T02:00:00Z')`,
      [VISITED_RECORD, JSON.stringify(CONTENT)],
    );
    await client.query(
      `INSERT INTO clinic_session_message (id, session_id, kind, version, text, at, author_name, author_role)
       VALUES ('01900000-0000-7000-8000-00000000a004', $1, 'disputed', 2, '人次与专家记录不符', '2026-11-13T02:00:00Z',
         '演示·医联体办公室', 'alliance_officer')`,
      [VISITED_RECORD],
    );
    await client.query(
      `INSERT INTO follow_up (id, clinic_id, state, state_on, opened_at, office, due_on)
       VALUES ($1, $2, 'idle', '2026-11-16', '2026-11-17T02:00:00Z', 'centre', '2026-12-01')`,
      [VISITED_FOLLOW_UP, CLERK_CLINIC],
    );
    await client.query(
      `INSERT INTO follow_up_message (id, follow_up_id, kind, text, at, author_name, author_role)
       VALUES ('01900000-0000-7000-8000-00000000b002', $1, 'opened', '请说明近期开诊情况', '2026-11-17T02:00:00Z',
         '演示·黄浦区卫健委', 'district_officer')`,
      [VISITED_FOLLOW_UP],
    );
  } finally {
    await client.end();
  }
}
