import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import type { NotHeldReason } from '@/lib/clinic-sessions/schema';
import { addDays } from '@/lib/core/dates';
import { clinicSessionJson } from '@/lib/public-directory/api/present';
import type { Directory } from '@/lib/public-directory/directory-index';
import type { SessionView } from '@/lib/public-directory/schema';
import { ANYTHING } from '@/lib/public-directory/search/fixture';
import { nextSessionOfClinic, sessionsOfClinic } from '@/lib/public-directory/session-views';
import { buildSnapshot, type Snapshot } from '@/lib/public-directory/snapshot';
import { SnapshotHolder } from '@/lib/public-directory/snapshot-holder';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';
import { valueIn } from '@/tests/support/outcome';
import { heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

// What a centre logs as not held reaches the residents' pages of every replica while it can still help them.

const database = useDatabase('empty');
const NEVER_POLLS = { pollMs: 600_000, backoffMs: 50, longestBackoffMs: 200 };
const NOW = new Date(FIXED_NOW);
const WEEK = { from: SESSION_DAY, to: addDays(SESSION_DAY, 7) };

let worlds = 0;
let world: SessionWorld;
let replicas: SnapshotHolder<Snapshot>[];
let allowance: number;

const listening = async () => {
  const feeds = "application_name = 'tcm-directory-feed' AND datname = current_database()";
  return (await database.sql.query(`SELECT 1 FROM pg_stat_activity WHERE ${feeds} AND query NOT LIKE 'LISTEN%'`))
    .rowCount;
};

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `stop${worlds}`);
  replicas = [0, 1].map(() => new SnapshotHolder(() => database.url, buildSnapshot, NEVER_POLLS));
  const started = performance.now();
  for (const replica of replicas) await replica.current();
  // two seconds; more on a machine that is busy with other things
  allowance = 1000 + Math.max(1000, 3 * (performance.now() - started));
  await expect.poll(listening).toBe(2);
});
afterEach(async () => {
  for (const replica of replicas) await replica.stop();
});

function directoryOf(replica: SnapshotHolder<Snapshot>): Directory {
  const held = replica.peek();
  if (!held) throw new Error('The replica holds nothing');
  return held;
}

function sessionsIn(replica: SnapshotHolder<Snapshot>): SessionView[] {
  const directory = directoryOf(replica);
  const clinic = directory.index.clinics.get(world.clinicId);
  return clinic ? sessionsOfClinic(directory, clinic, WEEK, NOW) : [];
}

const causes = (replica: SnapshotHolder<Snapshot>) => sessionsIn(replica).map(({ cause, notHeld }) => notHeld ?? cause);
const called = async (reason: NotHeldReason) =>
  await world.sent({ held: false, reason, note: '专家家中有事，勿外传', explanation: null });

async function everywhere(expected: (string | null)[]) {
  for (const replica of replicas)
    await expect.poll(() => causes(replica), { timeout: allowance, interval: 20 }).toEqual(expected);
}

describe('a session of today that its centre logs as not held', () => {
  it('is told as stopped in every replica within two seconds, and taken back when it is withdrawn', async () => {
    await everywhere([null, null]);
    const { id, version } = await called('expert_absent');
    await everywhere(['expert_absent', null]);
    valueIn(await withdrawClinicSession(world.clerk, { id, version, reason: '登记有误' }));
    await everywhere([null, null]);
  });

  it('is taken back when the centre amends it to held', async () => {
    const { version } = await called('cancelled');
    await everywhere(['cancelled', null]);
    await world.sent(heldContent(), SESSION_DAY, version);
    await everywhere([null, null]);
  });

  it('is no next session for search, facility and clinic, and says its kind of reason and nothing of the note', async () => {
    await called('other');
    await everywhere(['other', null]);
    const [replica] = replicas;
    if (!replica) throw new Error('There is no replica');
    const directory = directoryOf(replica);
    const clinic = directory.index.clinics.get(world.clinicId);
    if (!clinic) throw new Error('The clinic is not published');
    expect(nextSessionOfClinic(directory, clinic, NOW)?.date).toBe(addDays(SESSION_DAY, 7));
    const found = replica
      .peek()
      ?.engine.search({ ...ANYTHING, q: directory.index.facilities.get(clinic.centreId)?.name ?? null }, NOW);
    const row = found?.rows.find(({ facility }) => facility.id === clinic.centreId);
    expect(row?.nextExpertSession?.date).toBe(addDays(SESSION_DAY, 7));
    const told = sessionsIn(replica).map((session) => clinicSessionJson(session));
    expect(told[0]).toMatchObject({ state: 'stopped', cause: 'not_held', notHeld: 'other', reason: null });
    expect(JSON.stringify([told, directory.records.clinics])).not.toContain('勿外传');
  });

  it('stays out of the residents’ pages when it was another day', async () => {
    const before = replicas.map((replica) => replica.peek()?.version);
    const past = { ...world.submission(heldContent(), addDays(SESSION_DAY, -7)) };
    const content = { held: false, reason: 'holiday', note: null, explanation: null } as const;
    valueIn(await submitClinicSession(world.clerk, { ...past, content }));
    const version = await database.sql.query<{ version: string }>('SELECT version FROM directory_version WHERE id = 1');
    expect(before).toEqual(replicas.map(() => Number(version.rows[0]?.version)));
  });
});
