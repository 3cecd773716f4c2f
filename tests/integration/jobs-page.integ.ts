import { afterEach, expect, it, vi } from 'vitest';
import { requestJobRun } from '@/lib/audit/job-commands';
import { getJobs } from '@/lib/audit/job-queries';
import { alsoWhenAsked } from '@/lib/jobs/asked-runs';
import type { Job } from '@/lib/jobs/job';
import { type Runner, runJobs } from '@/lib/jobs/runner';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';

// What officers of the city see of the portal's jobs, and running one again.

const database = useDatabase('empty');
const city = actorWith({ role: 'city_officer' });
const UNTIL = { timeout: 20_000, interval: 30 };
const running: Runner[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((runner) => runner.stop()));
});

let fails = true;
let runs = 0;
const JOB: Job = {
  name: 'clear-exports',
  dailyAtMinute: 0,
  limitMinutes: 5,
  run: async () => {
    runs += 1;
    if (fails) throw new Error('connect ECONNREFUSED 10.0.0.7:5432 as tcm_secret of 王某某');
  },
};
const nightlyOf = async () => (await getJobs(city))?.nightly.find(({ job }) => job === 'clear-exports');

it('shows a failed run by its cause, and runs the job again when the city asks', async () => {
  expect(await getJobs(city)).toMatchObject({ opened: false, runs: [] });
  running.push(
    runJobs([alsoWhenAsked(JOB)], { url: () => database.url, startAfterMs: 0, lookEveryMs: 30, graceMs: 5000 }),
  );
  await vi.waitFor(async () => expect((await getJobs(city))?.runs[0]?.state).toBe('again'), UNTIL);
  expect((await getJobs(city))?.runs).toMatchObject([{ job: 'clear-exports', tries: 1, cause: 'database' }]);
  const { rows } = await database.sql.query('SELECT * FROM pgboss.job');
  expect(JSON.stringify(rows), 'the queue keeps no text of errors').not.toMatch(/secret|王某某|10\.0\.0\.7/);
  expect(await nightlyOf()).toMatchObject({ last: null, open: true });
  expect(await requestJobRun(city, { job: 'clear-exports' })).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
  // its tries are used up
  await database.sql.query("UPDATE pgboss.job SET state = 'failed', completed_on = now() WHERE name = 'clear-exports'");
  expect(await nightlyOf()).toMatchObject({ last: { state: 'failed', cause: 'database' }, open: false });
  fails = false;
  const before = runs;
  const asked = await requestJobRun(city, { job: 'clear-exports' });
  expect(asked.ok).toBe(true);
  await vi.waitFor(async () => expect((await nightlyOf())?.last?.state).toBe('done'), UNTIL);
  expect(runs).toBe(before + 1);
  const [told] = await database.db.auditEvent.findMany({ where: { event: 'job.requested' } });
  expect(told).toMatchObject({ objectType: 'Job', objectId: 'clear-exports', accountId: city.accountId });
});

it('is for those who look after the portal, and runs only what is one of its jobs', async () => {
  const auditor = actorWith({ role: 'auditor' });
  expect(await getJobs(auditor)).not.toBeNull();
  expect(await requestJobRun(auditor, { job: 'clear-exports' })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await getJobs(actorWith({ role: 'district_officer', districtCode: '310101' }))).toBeNull();
  for (const job of ['constructor', 'exports', ''])
    expect(await requestJobRun(city, { job: job as 'clear-exports' })).toMatchObject({ error: { code: 'INVALID' } });
});
