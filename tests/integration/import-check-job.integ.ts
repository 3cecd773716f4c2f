import { spawn } from 'node:child_process';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { childEnvironment } from '@/lib/core/env';
import { runJobs } from '@/lib/jobs/runner';
import { cancelImport } from '@/lib/registry/imports/apply-commands';
import { CHECKED_AT_ONCE } from '@/lib/registry/imports/check-import';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { IMPORT_JOB, runImport } from '@/lib/registry/imports/import-job';
import { recheckImport } from '@/lib/registry/imports/match-commands';
import { applyOrStart, undoOrStart } from '@/lib/registry/imports/start-commands';
import { getImport, listImportRows } from '@/lib/registry/queries';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { useDatabase } from '@/tests/support/database';
import { uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

// Long files are checked by a job, as they are written and undone by one: begun, watched, stopped, and taken up again when the process
// was killed in the midst. A short import whose process died needs nobody either.

const database = useDatabase('demo');
const going = new AbortController().signal;
const ROWS = 2_000;
const UNTIL = { timeout: 60_000, interval: 20 };
const READER = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
let officer: Actor;
let made = 0;

beforeAll(async () => {
  const build = accountBuildersOn(database.db, 'import-check-job');
  officer = (await build.staff({ role: 'district_officer', districtCode: '310101' })).actor;
});

/** New stations, in two signs of every name unlike those of an earlier file. */
function stationsFile(rows: number): Buffer {
  made += 1;
  const entries = Array.from({ length: rows }, (_, at) => [
    ...[`station-310101-c${made}-${at}`, `第${made}批${made}次待查第${at}号社区卫生服务站`, '黄浦'],
    ...['centre-310101-01', at === 7 ? '没有的街道' : '外滩街道'],
  ]);
  return csvOf(['编号', '名称', '区', '所属中心', '街道'], entries);
}

async function sent(rows = CHECKED_AT_ONCE + 1): Promise<string> {
  const input = { list: 'stations', fileName: 'a.csv', file: stationsFile(rows), datum: 'wgs84' } as const;
  const done = await uploadList(officer, input, REGISTRY_WORDS);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value.importId;
}

const rowOf = async (id: string) => await database.db.listImport.findUniqueOrThrow({ where: { id } });
const runOf = async (id: string) => (await rowOf(id)).runId ?? '';
const quiet = { runSince: new Date(now().getTime() - 60_000) };
const stationsNow = async () => await database.db.serviceStation.count();

/** Lets another process work on an import and kills it when it is in the midst; then nobody has touched it for a while. */
async function killedInTheMidst(id: string): Promise<number> {
  const worker = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'tests/support/import-worker.ts', id],
    { env: childEnvironment({ DATABASE_URL: database.url }), stdio: 'inherit' },
  );
  const ended = new Promise((resolve) => worker.once('exit', (_, signal) => resolve(signal)));
  await vi.waitFor(async () => expect((await rowOf(id)).done).toBeGreaterThan(0), UNTIL);
  worker.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  const { done } = await rowOf(id);
  await database.db.listImport.update({ where: { id }, data: quiet });
  return done;
}

/** Lets this process look for work until an import is in a state. */
async function takenUp(id: string, status: 'checked' | 'applied' | 'undone'): Promise<void> {
  const settings = { url: () => database.url, startAfterMs: 0, lookEveryMs: 50, graceMs: 10_000 };
  const runner = runJobs([IMPORT_JOB], settings);
  await vi.waitFor(async () => expect((await rowOf(id)).status).toBe(status), { ...UNTIL, interval: 50 });
  await runner.stop();
}

describe('a long file', () => {
  it('survives the death of its process while it is checked, while it is written and while it is undone', async () => {
    const before = await stationsNow();
    const id = await sent(ROWS);
    expect(await getImport(officer, id)).toMatchObject({ status: 'checking', rows: ROWS, done: 0 });
    expect((await listImportRows(officer, { importId: id }, READER))?.rows, 'nothing is told before').toEqual([]);

    expect(await killedInTheMidst(id)).toBeLessThanOrEqual(ROWS);
    const rows = await database.db.listImportRow.groupBy({ by: ['outcome'], where: { importId: id }, _count: true });
    expect(rows, 'no row is half checked').toEqual([{ outcome: 'unchecked', _count: ROWS }]);
    await takenUp(id, 'checked');
    const checked = await getImport(officer, id);
    expect(checked).toMatchObject({ done: 0, failure: null, counts: { added: ROWS - 1, faulty: 1 } });

    const start = { importId: id, version: checked?.version ?? 0 };
    expect(await applyOrStart(officer, start)).toEqual({ ok: true, value: { started: true } });
    expect(await killedInTheMidst(id)).toBeLessThan(ROWS);
    expect(await stationsNow(), 'nothing is half written').toBe(before);
    await takenUp(id, 'applied');
    const written = before + ROWS - 1;
    expect(await stationsNow()).toBe(written);

    const undo = async () => await undoOrStart(officer, { importId: id, version: (await rowOf(id)).version });
    expect(await undo()).toEqual({ ok: true, value: { started: true } });
    expect(await getImport(officer, id)).toMatchObject({ status: 'undoing', done: 0, failure: null });
    expect(await killedInTheMidst(id)).toBeLessThan(ROWS);
    expect(await stationsNow(), 'nothing is half undone').toBe(written);
    const { version } = await rowOf(id);
    expect(await cancelImport(officer, { importId: id, version })).toEqual({ ok: true, value: null });
    expect(await getImport(officer, id)).toMatchObject({ status: 'applied', done: 0 });
    await undo();
    await takenUp(id, 'undone');
    expect(await stationsNow()).toBe(before);
    expect(await database.db.auditEvent.findMany({ where: { objectId: id }, select: { event: true } })).toEqual([
      { event: 'listImport.applied' },
      { event: 'listImport.undone' },
    ]);
  });

  it('names the entries that keep it from being undone, to whoever comes back for the answer', async () => {
    const id = await sent();
    await runImport({ id: await runOf(id), signal: going });
    await applyOrStart(officer, { importId: id, version: (await rowOf(id)).version });
    await runImport({ id: await runOf(id), signal: going });
    const label = `第${made}批${made}次待查第900号社区卫生服务站`;
    const change = { phone: '021-63230000', version: { increment: 1 } };
    await database.db.facility.update({ where: { id: `station-310101-c${made}-900` }, data: change });
    const before = await stationsNow();
    const undo = async () => await undoOrStart(officer, { importId: id, version: (await rowOf(id)).version });
    expect(await undo()).toMatchObject({ ok: true });
    await runImport({ id: await runOf(id), signal: going });
    expect(await getImport(officer, id)).toMatchObject({
      ...{ status: 'applied', failure: 'registry.refused.movedSince', failureValues: { names: label, count: 1 } },
    });
    expect(await stationsNow()).toBe(before);
    await undo();
    await database.db.listImport.update({ where: { id }, data: { runAttempts: 3 } });
    await runImport({ id: await runOf(id), signal: going });
    const failure = 'registry.refused.notUndone';
    expect(await getImport(officer, id)).toMatchObject({ status: 'applied', failure, failureValues: null });
  });

  it('is put aside when it is stopped before its first check ends', async () => {
    const id = await sent();
    const [run, { version }] = [await runOf(id), await rowOf(id)];
    expect(await cancelImport(officer, { importId: id, version })).toEqual({ ok: true, value: null });
    await runImport({ id: run, signal: going });
    expect(await getImport(officer, id)).toMatchObject({ status: 'discarded', counts: { added: 0, faulty: 0 } });
  });

  it('keeps its report until it is checked again, and when that is stopped or given up', async () => {
    const id = await sent();
    await runImport({ id: await runOf(id), signal: going });
    const counts = { added: CHECKED_AT_ONCE, faulty: 1 };
    const again = async () => {
      const { version } = await rowOf(id);
      expect(await recheckImport(officer, { importId: id, version }, REGISTRY_WORDS)).toEqual({
        ok: true,
        value: null,
      });
      expect(await getImport(officer, id)).toMatchObject({ status: 'checking', counts });
    };
    await again();
    const { version } = await rowOf(id);
    await cancelImport(officer, { importId: id, version });
    expect(await getImport(officer, id)).toMatchObject({ status: 'checked', counts });
    await again();
    await database.db.listImport.update({ where: { id }, data: { runAttempts: 3 } });
    await runImport({ id: await runOf(id), signal: going });
    const failure = 'registry.refused.notChecked';
    expect(await getImport(officer, id)).toMatchObject({ status: 'checked', counts, failure });
    await again();
    await runImport({ id: await runOf(id), signal: going });
    expect(await getImport(officer, id)).toMatchObject({ status: 'checked', counts, failure: null });
  });

  it('whose process ends is left as it was', async () => {
    const id = await sent();
    await expect(runImport({ id: await runOf(id), signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await rowOf(id)).toMatchObject({ status: 'checking', done: 0 });
  });
});

it('a short import that was broken off is written and undone by itself', async () => {
  const { id } = await uploaded(officer, 'stations', stationsFile(3));
  const [before, run] = [await stationsNow(), { runAccountId: officer.accountId, runGrantId: officer.grantId }];
  // as its process left it: begun, and nothing of its transaction
  await database.db.listImport.update({ where: { id }, data: { ...run, ...quiet, status: 'applying' } });
  await takenUp(id, 'applied');
  expect(await stationsNow()).toBe(before + 3);
  await database.db.listImport.update({ where: { id }, data: { ...quiet, status: 'undoing' } });
  await takenUp(id, 'undone');
  expect(await stationsNow()).toBe(before);
});
