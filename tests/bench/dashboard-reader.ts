import pg from 'pg';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { databaseUrl, db } from '@/lib/db/client';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { parsePeriod } from '@/lib/indicators/period-rules';
import type { Unit } from '@/lib/indicators/schema';
import { actorWith } from '@/tests/support/actors';

// Reads the dashboards that officers open in the morning, and prints how long each took; then adds up the same year from
// the sessions themselves.

const ROUNDS = 6;
/** The first round fills caches: expected sessions of past months, what exists on a day. */
const WARM_UP = 1;

const officer = actorWith({ role: 'city_officer' });
const period = parsePeriod('12m', dateInShanghai(now()));
if (!period) throw new Error('twelve months are a period');
const districts = await db().district.findMany({ select: { code: true }, orderBy: { code: 'asc' } });
const units: Unit[] = [
  // as often as there are alliances, so that its p95 means something
  ...ALLIANCE_CODES.map((): Unit => ({ level: 'city' })),
  ...ALLIANCE_CODES.map((code): Unit => ({ level: 'alliance', code })),
  ...districts.map(({ code }): Unit => ({ level: 'district', code })),
];

const milliseconds: Record<'city' | 'alliance' | 'district', number[]> = { city: [], alliance: [], district: [] };
for (let round = 0; round < ROUNDS + WARM_UP; round++)
  for (const unit of units) {
    const began = performance.now();
    const dashboard = await getDashboard(officer, { unit, period });
    const took = performance.now() - began;
    if (!dashboard) throw new Error('a dashboard is not there');
    if (round >= WARM_UP && (unit.level === 'city' || unit.level === 'alliance' || unit.level === 'district'))
      milliseconds[unit.level].push(took);
  }

const client = new pg.Client({ connectionString: databaseUrl() });
await client.connect();
const direct: number[] = [];
for (let round = 0; round < ROUNDS + WARM_UP; round++) {
  const began = performance.now();
  await client.query(
    `SELECT c.district_code, date_trunc('month', s.date) AS month, count(*), count(*) FILTER (WHERE s.held),
      count(*) FILTER (WHERE s.held AND s.state IN ('confirmed', 'accepted')), count(*) FILTER (WHERE NOT s.late),
      sum(s.visits_new), sum(s.visits_return), count(*) FILTER (WHERE s.expert_presence = 'planned')
     FROM clinic_session s JOIN joint_clinic j ON j.id = s.clinic_id JOIN community_centre c ON c.facility_id = j.centre_id
     WHERE s.state <> 'withdrawn' AND s.date BETWEEN $1 AND $2 GROUP BY 1, 2`,
    [period.from, period.to],
  );
  if (round >= WARM_UP) direct.push(performance.now() - began);
}
const records = await db().clinicSession.count();
console.log(JSON.stringify({ records, milliseconds, direct }));
process.exit(0);
