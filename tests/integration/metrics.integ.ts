import { afterAll, expect, it, vi } from 'vitest';
import { GET } from '@/app/api/metrics/route';
import { db } from '@/lib/db/client';
import { metrics } from '@/lib/log/metrics';
import { currentSnapshot, stopSnapshot } from '@/lib/public-directory/snapshot';
import { useDatabase } from '@/tests/support/database';

// The environment is read once, at first use: the token must stand there before.
const TOKEN = 'token-of-the-metrics-test';
vi.hoisted(() => {
  process.env.METRICS_TOKEN = 'token-of-the-metrics-test';
});

useDatabase('empty');
afterAll(stopSnapshot);

const ask = async (authorization?: string) =>
  await GET(new Request('http://portal/api/metrics', { headers: authorization ? { authorization } : {} }));

function sample(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? Number.NaN : Number(line.slice(name.length + 1));
}

it('does not exist for whoever does not know the token', async () => {
  for (const wrong of [undefined, 'Bearer x', `Bearer ${TOKEN}x`, TOKEN]) {
    const answer = await ask(wrong);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('portal_');
  }
});

it('tells what the process counts, in the text format', async () => {
  const snapshot = await currentSnapshot();
  await db().$queryRaw`SELECT 1`;
  metrics()?.requests.inc({ route: 'workspace', status: 200 });
  metrics()?.jobRuns.inc({ job: 'clear-expired', outcome: 'failed' });
  metrics()?.sessionsStored.inc({ kind: 'first' });
  const answer = await ask(`Bearer ${TOKEN}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const text = await answer.text();
  expect(sample(text, 'portal_http_requests_total{route="workspace",status="200"}')).toBe(1);
  expect(sample(text, 'portal_job_runs_total{job="clear-expired",outcome="failed"}')).toBe(1);
  expect(sample(text, 'portal_clinic_sessions_stored_total{kind="first"}')).toBe(1);
  expect(sample(text, 'portal_directory_snapshot_version')).toBe(snapshot.version);
  expect(sample(text, 'portal_directory_snapshot_ready')).toBe(1);
  const connections =
    sample(text, 'portal_database_pool_connections{state="idle"}') +
    sample(text, 'portal_database_pool_connections{state="busy"}');
  expect(connections).toBeGreaterThan(0);
  expect(sample(text, 'process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(sample(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  // every line is a comment or a name with labels and a number
  const odd = text
    .split('\n')
    .filter((line) => line !== '' && !/^(# (HELP|TYPE) |[a-z_0-9]+(\{[^}]*\})? [-+\dNe.a]+$)/.test(line));
  expect(odd).toEqual([]);
});
