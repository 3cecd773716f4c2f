import pg from 'pg';
import { z } from 'zod';
import { listDueSessions } from '@/lib/clinic-sessions/due-queries';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';
import { compareActivity } from '@/lib/clinic-sessions/reconcile';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai } from '@/lib/core/dates';
import { databaseUrl, db } from '@/lib/db/client';
import { actorWith } from '@/tests/support/actors';

// A process of its own that reads what clerks work with, one after the other, and prints how long each took: the form of
// a session and the list of what waits; then it compares all sums with all records, as `npm run reconcile` does.

const CLERKS = 40;
/** So many clerks find nothing prepared and nothing in memory. */
const WARM_UP = 4;

const clinicSchema = z.object({ clinicId: z.string(), centreId: z.string() });

async function someClinics(client: pg.Client): Promise<z.output<typeof clinicSchema>[]> {
  const { rows } = await client.query(
    'SELECT id AS "clinicId", centre_id AS "centreId" FROM joint_clinic ORDER BY md5(id) LIMIT $1',
    [CLERKS + WARM_UP],
  );
  return z.array(clinicSchema).parse(rows);
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

const client = new pg.Client({ connectionString: databaseUrl() });
await client.connect();
const today = dateInShanghai(now());
const forms: number[] = [];
const due: number[] = [];
for (const [at, { clinicId, centreId }] of (await someClinics(client)).entries()) {
  const clerk = actorWith({ role: 'centre_clerk', centreId });
  const times = [];
  for (const days of [0, 3, 30]) {
    const date = addDays(today, -days);
    times.push(await timed(() => getSessionForm(clerk, { clinicId, date, half: 'am' })));
  }
  const list = await timed(() => listDueSessions(clerk, today));
  if (at < WARM_UP) continue;
  forms.push(...times);
  due.push(list);
}

let records = 0;
const reconcile = await timed(async () => {
  const compared = await compareActivity(db());
  records = compared.records;
  if (compared.differences.length > 0)
    throw new Error(`${compared.differences.length} months differ from their records`);
});
// the least that anything which reads every record must do
const bare = await timed(() => client.query('SELECT clinic_id, sum(visits_new) FROM clinic_session GROUP BY 1'));
console.log(JSON.stringify({ forms, due, records, reconcile, bare }));
process.exit(0);
