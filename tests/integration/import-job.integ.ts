import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { runJobs } from '@/lib/jobs/runner';
import { cancelImport } from '@/lib/registry/imports/apply-commands';
import { IMPORT_JOB, runImport } from '@/lib/registry/imports/import-job';
import { applyOrStart } from '@/lib/registry/imports/start-commands';
import { getImport } from '@/lib/registry/queries';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';

// Long imports are written by a job: begun, watched, stopped, and taken up again when their process died.

const database = useDatabase('demo');
const going = new AbortController().signal;
const ROWS = 600;
const UNTIL = { timeout: 30_000, interval: 50 };
let build: ReturnType<typeof accountBuildersOn>;
let officer: Actor;
let made = 0;

beforeAll(async () => {
  build = accountBuildersOn(database.db, 'import-job');
  officer = (await build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
});

/** A checked file of new stations, in two signs of every name unlike the stations of an earlier file. */
async function longFile(actor = officer, rows = ROWS) {
  made += 1;
  const head = ['编号', '名称', '区', '所属中心', '街道'];
  const entries = Array.from({ length: rows }, (_, at) => [
    ...[
      `station-310101-m${made}-${at}`,
      `第${made}批${made}次新建第${at}号社区卫生服务站`,
      '黄浦',
      'centre-310101-01',
      '外滩街道',
    ],
  ]);
  const found = await uploaded(actor, 'stations', csvOf(head, entries));
  expect(found.counts).toMatchObject({ added: rows, faulty: 0, question: 0 });
  return found;
}

async function started(actor = officer) {
  const { id, version } = await longFile(actor);
  expect(await applyOrStart(actor, { importId: id, version })).toEqual({ ok: true, value: { started: true } });
  return id;
}

const stationsNow = async () => await database.db.serviceStation.count();
const rowOf = async (id: string) => await database.db.listImport.findUniqueOrThrow({ where: { id } });
const runOf = async (id: string) => (await rowOf(id)).runId ?? '';
const startRunner = () =>
  runJobs([IMPORT_JOB], { url: () => database.url, startAfterMs: 0, lookEveryMs: 50, graceMs: 10_000 });

describe('a long import', () => {
  it('is begun, and written once by several processes, for its officer', async () => {
    const before = await stationsNow();
    const id = await started();
    expect(await stationsNow()).toBe(before);
    expect(await getImport(officer, id)).toMatchObject({ status: 'applying', done: 0 });
    const runners = [startRunner(), startRunner()];
    await vi.waitFor(async () => expect((await rowOf(id)).status).toBe('applied'), UNTIL);
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(await stationsNow()).toBe(before + ROWS);
    expect(await getImport(officer, id)).toMatchObject({ status: 'applied', done: ROWS, failure: null });
    const told = await database.db.auditEvent.findFirstOrThrow({ where: { objectId: id } });
    expect(told).toMatchObject({
      event: 'listImport.applied',
      accountId: officer.accountId,
      requestId: `import-${id}`,
    });
  });

  it('is written at once when it is short', async () => {
    const { id, version } = await longFile(officer, 2);
    expect(await applyOrStart(officer, { importId: id, version })).toEqual({ ok: true, value: { rows: 2 } });
    expect((await rowOf(id)).status).toBe('applied');
  });

  it('that is stopped leaves nothing, also when its run comes later', async () => {
    const before = await stationsNow();
    const id = await started();
    const run = await runOf(id);
    const { version } = await rowOf(id);
    expect(await cancelImport(officer, { importId: id, version })).toEqual({ ok: true, value: null });
    await runImport({ id: run, signal: going });
    expect(await stationsNow()).toBe(before);
    expect(await rowOf(id)).toMatchObject({ status: 'checked', done: 0 });
  });

  it('is left as it was when the process ends, and written by the next', async () => {
    const before = await stationsNow();
    const id = await started();
    const run = await runOf(id);
    await expect(runImport({ id: run, signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await stationsNow()).toBe(before);
    expect((await rowOf(id)).status).toBe('applying');
    await runImport({ id: run, signal: going });
    expect(await stationsNow()).toBe(before + ROWS);
  });

  it('whose process died gets a new run, unless somebody is at work on it', async () => {
    const id = await started();
    const dead = await runOf(id);
    await IMPORT_JOB.asked?.();
    expect(await runOf(id), 'not before it has been quiet').toBe(dead);
    await database.db.listImport.update({ where: { id }, data: { runSince: new Date(now().getTime() - 60_000) } });
    await database.db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 6))`;
      await IMPORT_JOB.asked?.();
      expect(await runOf(id), 'while its lock is held').toBe(dead);
    });
    const waiting = (await IMPORT_JOB.asked?.()) ?? [];
    const taken = await runOf(id);
    expect(taken).not.toBe(dead);
    expect(waiting).toContain(taken);
    await runImport({ id: dead, signal: going });
    expect((await rowOf(id)).status, 'the dead run writes no more').toBe('applying');
    await runImport({ id: taken, signal: going });
    expect((await rowOf(id)).status).toBe('applied');
  });

  it('is given up after three tries, and for whoever may no longer write it', async () => {
    const tried = await started();
    await database.db.listImport.update({ where: { id: tried }, data: { runAttempts: 3 } });
    await runImport({ id: await runOf(tried), signal: going });
    expect(await rowOf(tried)).toMatchObject({ status: 'checked', failure: 'registry.refused.brokenOff' });
    const leaving = (await build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
    const id = await started(leaving);
    await database.db.account.update({
      where: { id: leaving.accountId },
      data: { status: 'suspended', statusReason: '测试' },
    });
    const before = await stationsNow();
    await runImport({ id: await runOf(id), signal: going });
    expect(await rowOf(id)).toMatchObject({ status: 'checked', failure: 'registry.refused.noLonger' });
    expect(await stationsNow()).toBe(before);
    await runImport({ id: randomUUID(), signal: going });
  });
});
