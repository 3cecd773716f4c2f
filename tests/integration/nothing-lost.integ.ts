import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyAuditTrail } from '@/lib/audit/verify';
import { sealToken, staffCookie } from '@/lib/auth/staff-cookie';
import { startStaffSession } from '@/lib/auth/staff-sessions';
import { compareActivity } from '@/lib/clinic-sessions/reconcile';
import { addDays } from '@/lib/core/dates';
import { type Database, openDatabase } from '@/lib/db/client';
import { applyMigrations } from '@/lib/db/migrate';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { buildersOn } from '@/prisma/seed/builders';
import { loadPreset } from '@/prisma/seed/presets';
import { FIXED_NOW } from '@/tests/support/fixed-clock';
import { type MortalSystem, startMortalSystem } from '@/tests/support/mortal-system';
import { heldContent, SESSION_DAY } from '@/tests/support/session-world';
import { type Acknowledged, type Submission, sendUntilStored, type Tally } from '@/tests/support/submitting-client';

// Nothing lost, nothing doubled: eight clients submit to the production build while it is killed, then its database
// server, then both at once. The database is durable; nothing of ours is stood in for.

const CLIENTS = 8;
const RECORDS = 30;
/** After every so many records a client sends a new version of the one before. */
const AMEND_EVERY = 3;
const START_MS = 600_000;

let system: MortalSystem;
let cookie = '';
let clinicIds: string[] = [];

async function fill(url: string): Promise<void> {
  await applyMigrations(url);
  await loadPreset(url, 'empty');
  const db = openDatabase(url);
  const build = buildersOn(db, 'mortal');
  const centre = await build.centre();
  const clinics = [];
  for (let client = 0; client < CLIENTS; client++) {
    const clinic = await build.clinic(centre.id);
    await build.schedule(clinic.id, (await build.expert()).id);
    clinics.push(clinic.id);
  }
  clinicIds = clinics;
  const { account, grantId } = await accountBuildersOn(db, 'mortal').staff({
    role: 'centre_clerk',
    centreId: centre.id,
  });
  const facts = { address: '10.3.3.3', userAgent: 'test', requestId: 'request-of-test', instant: new Date(FIXED_NOW) };
  const started = await db.$transaction((tx) => startStaffSession(tx, { accountId: account.id, grantId }, facts));
  cookie = `${staffCookie().name}=${await sealToken(started.token)}`;
  await db.$disconnect();
}

beforeAll(async () => {
  // up to date already when all tests run; the build is made in a process of its own
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'lib/cli/build.ts']);
  system = await startMortalSystem(fill);
}, START_MS);

afterAll(async () => {
  await system?.stop();
}, START_MS);

/** The Wednesdays before today, the latest first, as a clerk who catches up enters them. */
function recordOf(clinicId: string, week: number, version: number | null): Submission {
  // some of these days are holidays, on which nobody is planned
  const expert = { presence: 'absent' } as const;
  const content = heldContent({ expert, visitsNew: week % 7, explanation: '补登（演示数据）' });
  const date = addDays(SESSION_DAY, -7 * week);
  return { submissionId: randomUUID(), clinicId, date, half: 'am', version, content };
}

async function client(
  clinicId: string,
  tally: Tally,
  acknowledge: (given: Submission, stored: Acknowledged) => void,
): Promise<void> {
  for (let week = 0; week < RECORDS; week++) {
    const first = recordOf(clinicId, week, null);
    const stored = await sendUntilStored(system, cookie, first, tally);
    acknowledge(first, stored);
    if (week % AMEND_EVERY !== 0) continue;
    const amendment = recordOf(clinicId, week, stored.version);
    acknowledge(amendment, await sendUntilStored(system, cookie, amendment, tally));
  }
}

/** How often each submission stands in the database, as the present version or as one before. */
async function storedTimes(db: Database): Promise<Map<string, number>> {
  const [present, before] = await Promise.all([
    db.clinicSession.findMany({ select: { submissionId: true } }),
    db.clinicSessionVersion.findMany({ select: { submissionId: true } }),
  ]);
  const times = new Map<string, number>();
  for (const { submissionId } of [...present, ...before]) times.set(submissionId, (times.get(submissionId) ?? 0) + 1);
  return times;
}

/** How many of the acknowledged are in the database at this moment. */
async function found(acknowledged: readonly Acknowledged[]): Promise<number> {
  const db = openDatabase(system.databaseUrl);
  try {
    const times = await storedTimes(db);
    return acknowledged.filter(({ submissionId }) => times.get(submissionId) === 1).length;
  } finally {
    await db.$disconnect();
  }
}

it(
  'keeps every acknowledged submission exactly once, whatever is killed',
  async () => {
    const acknowledged: Acknowledged[] = [];
    const sent = new Map<string, Submission>();
    const tally: Tally = { failures: new Map(), storedUnheard: 0 };
    const expected = CLIENTS * (RECORDS + Math.ceil(RECORDS / AMEND_EVERY));
    const faults = [
      { name: 'the application', kill: () => system.killPortal() },
      { name: 'the database server', kill: () => system.killDatabase() },
      { name: 'both at once', kill: () => system.killBoth() },
    ];
    const killed: Promise<string>[] = [];
    const strike = async ({ name, kill }: (typeof faults)[number]): Promise<string> => {
      const before = [...acknowledged];
      await kill();
      const after = await found(before);
      expect(after, name).toBe(before.length);
      return `  ${name} killed: ${before.length} acknowledged before, ${after} of them found after the restart`;
    };
    const acknowledge = (given: Submission, stored: Acknowledged) => {
      acknowledged.push(stored);
      sent.set(given.submissionId, given);
      const next = faults[killed.length];
      if (next && acknowledged.length >= ((killed.length + 1) * expected) / 4) killed.push(strike(next));
    };
    await Promise.all(clinicIds.map((clinicId) => client(clinicId, tally, acknowledge)));
    const told = await Promise.all(killed);
    expect(told).toHaveLength(faults.length);
    expect(acknowledged).toHaveLength(expected);
    // a test in which nobody noticed anything would prove nothing; and a database that is away is no mistake of ours
    expect(tally.failures.size).toBeGreaterThan(0);
    expect([...tally.failures.keys()].filter((kind) => kind !== 'no answer' && kind !== 503)).toEqual([]);
    const failures = [...tally.failures].map(([kind, count]) => `${count} × ${kind}`).join(', ');

    // sending all of it again changes nothing
    for (const { submissionId, id, version } of acknowledged) {
      const again = sent.get(submissionId);
      if (!again) throw new Error('A submission that was never sent was acknowledged');
      const { submissionId: _, ...answer } = await sendUntilStored(system, cookie, again, tally);
      expect(answer).toEqual({ id, version, repeated: true });
    }

    const db = openDatabase(system.databaseUrl);
    const times = await storedTimes(db);
    const submissions = acknowledged.map(({ submissionId }) => submissionId).sort();
    expect([...times.keys()].sort()).toEqual(submissions);
    expect(new Set(times.values())).toEqual(new Set([1]));
    expect(await db.clinicSession.count()).toBe(CLIENTS * RECORDS);
    const { records, differences, districts } = await compareActivity(db);
    expect({ records, differences, districts }).toEqual({ records: CLIENTS * RECORDS, differences: [], districts: [] });
    const events = await db.auditEvent.count({ where: { objectType: 'ClinicSession' } });
    expect(events).toBe(expected);
    await db.$disconnect();
    const { finding, rows } = await verifyAuditTrail(system.databaseUrl);
    expect(finding).toBeNull();

    console.log(
      [
        `Nothing lost, nothing doubled: ${CLIENTS} clients sent ${expected} versions of ${CLIENTS * RECORDS} records.`,
        ...told,
        `  failed attempts: ${failures}; ${tally.storedUnheard} of them had been stored, and are stored once`,
        `  in the end ${acknowledged.length} acknowledged, ${times.size} stored, each once; sums equal their records;`,
        `  ${events} events of records, the trail of ${rows} rows whole`,
      ].join('\n'),
    );
  },
  START_MS,
);
