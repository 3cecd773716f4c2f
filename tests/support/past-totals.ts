import type pg from 'pg';

// What took place in the clinics of a network, in sums that two portals can be compared by.

const COUNTS = [
  ...['logged', 'logged_planned', 'held', 'held_planned', 'on_time', 'expert_planned', 'expert_substitute'],
  ...['expert_absent', 'remote', 'visits_new', 'visits_return', 'prescriptions', 'preparations', 'referrals_up'],
  ...['referrals_down', 'teaching_cases', 'attendances', 'with_trainee', 'trainee_led'],
];

/**
 * Sessions, visits and trainees taught of all records, and what each clinic did in each month. What others have said of
 * records since is no part of it: lists bring records in as they were sent.
 */
export async function pastTotals(client: Pick<pg.Pool, 'query'>) {
  const whole = await client.query(`
    SELECT count(*)::int AS sessions, count(*) FILTER (WHERE held)::int AS held, count(*) FILTER (WHERE planned)::int AS planned,
      min(date)::text AS first, max(date)::text AS last, sum(visits_new + visits_return)::int AS visits,
      (SELECT count(*)::int FROM clinic_session_trainee t JOIN clinic_session r ON r.id = t.session_id
       WHERE r.state <> 'withdrawn') AS attendances,
      (SELECT count(DISTINCT trainee_id)::int FROM clinic_session_trainee t JOIN clinic_session r ON r.id = t.session_id
       WHERE r.state <> 'withdrawn') AS taught,
      (SELECT count(*)::int FROM clinic_session WHERE state = 'withdrawn') AS withdrawn
    FROM clinic_session WHERE state <> 'withdrawn'`);
  const months = await client.query(`
    SELECT clinic_id, month::text, ${COUNTS.join(', ')} FROM activity_month ORDER BY clinic_id, month`);
  const counted = months.rows.filter((row) => COUNTS.some((name) => row[name] !== 0));
  return { whole: whole.rows[0], months: counted };
}
