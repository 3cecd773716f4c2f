import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { EXPORT_MAKERS as ALL_MAKERS } from '@/app/[locale]/(workspace)/exports/export-kinds';
import type { Actor } from '@/lib/access/actor';
import { listClinicSessions } from '@/lib/clinic-sessions/list-queries';
import { now } from '@/lib/core/clock';
import { civilDate } from '@/lib/core/dates';
import { clearExports } from '@/lib/exports/clear-exports';
import { type ExportMaker, exportJob, makeExport } from '@/lib/exports/export-job';
import { cancelExport, fetchExport, requestExport } from '@/lib/exports/file-commands';
import { listExports } from '@/lib/exports/file-queries';
import type { ExportKind } from '@/lib/exports/file-schema';
import { workReportsMaker } from '@/lib/exports/work-reports';
import { runJobs } from '@/lib/jobs/runner';
import { accountBuildersOn } from '@/prisma/seed/account-builders';
import { archivedBytes, archivedNames } from '@/tests/support/archive';
import { useDatabase } from '@/tests/support/database';
import { wordText } from '@/tests/support/word-text';

// Files that are made beside the requests: asked for, made, taken back, fetched, cleared.

const database = useDatabase('demo');
const REPORTS = 'level=district&code=310109&period=2026-Q3';
const DAY_MS = 86_400_000;
/** Without charts, which take long and have a test of their own. */
const EXPORT_MAKERS = { ...ALL_MAKERS, work_reports: workReportsMaker(async () => []) };
const going = new AbortController().signal;
let officer: Actor;
let colleague: Actor;
let build: ReturnType<typeof accountBuildersOn>;

beforeAll(async () => {
  build = accountBuildersOn(database.db, 'export-files');
  officer = (await build.staff({ role: 'district_officer', districtCode: '310109' })).actor;
  colleague = (await build.staff({ role: 'district_officer', districtCode: '310109' })).actor;
});

async function asked(kind: ExportKind, query: string, actor = officer): Promise<string> {
  const made = await requestExport(actor, { kind, query, label: '测试', locale: 'zh-CN' });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return made.value.id;
}

const stateOf = async (id: string) => await database.db.exportFile.findUniqueOrThrow({ where: { id } });
const piecesOf = async (id: string) => await database.db.exportFilePart.count({ where: { exportId: id } });
const eventsOf = async (id: string) =>
  (await database.db.auditEvent.findMany({ where: { objectId: id }, orderBy: { seq: 'asc' } })).map(
    ({ event }) => event,
  );

async function bytesOf(id: string, actor = officer): Promise<Buffer | null> {
  const file = await fetchExport(actor, id);
  if (!file.ok) return null;
  const parts: Uint8Array[] = [];
  for await (const part of file.value.body) parts.push(part);
  return Buffer.concat(parts);
}

/** Makers of which one kind is another. */
const makersWith = (maker: ExportMaker) => ({ ...EXPORT_MAKERS, work_reports: maker });
const fileOf = (body: AsyncIterable<Uint8Array>) => ({
  ...{ fileName: '文件.bin', plainName: 'file.bin', contentType: 'application/octet-stream' },
  body,
});

describe('a file in the background', () => {
  it('packs the work report of a unit and of each of its parts', async () => {
    const id = await asked('work_reports', REPORTS);
    expect((await stateOf(id)).state).toBe('queued');
    expect(await bytesOf(id), 'not before it is done').toBeNull();
    await makeExport({ id, signal: going }, EXPORT_MAKERS);
    const archive = (await bytesOf(id)) ?? Buffer.alloc(0);
    const names = archivedNames(archive);
    const centres = await database.db.communityCentre.findMany({
      where: { districtCode: '310109' },
      select: { facility: { select: { name: true } } },
      orderBy: { facilityId: 'asc' },
    });
    expect(names.map((name) => name.replace(/^\d+-|\.docx$/g, ''))).toEqual([
      '虹口区',
      ...centres.map(({ facility }) => facility.name),
    ]);
    for (const name of names) {
      const title = wordText(archivedBytes(archive, name)).paragraphs.find(({ style }) => style === 'Title');
      expect(title?.text).toBe(`${name.replace(/^\d+-|\.docx$/g, '')}中医医联体工作汇报`);
    }
    const { state, size, progress, total, fileName } = await stateOf(id);
    expect({ state, size, progress, total }).toEqual({
      ...{ state: 'done', size: archive.length, progress: names.length, total: names.length },
    });
    expect(fileName).toBe('虹口区-工作汇报合集-2026-Q3.zip');
    expect(await eventsOf(id)).toEqual(['export.requested', 'export.downloaded']);
  });

  it('writes every record of the scope, as the list shows them', async () => {
    const id = await asked('clinic_sessions', 'from=2026-07-01&to=2026-09-30');
    await makeExport({ id, signal: going }, EXPORT_MAKERS);
    const [sheet] = await readXlsxFile((await bytesOf(id)) ?? Buffer.alloc(0));
    const page = await listClinicSessions(
      officer,
      { from: civilDate('2026-07-01'), to: civilDate('2026-09-30') },
      { limit: 500 },
    );
    expect(page.next).toBeNull();
    expect(sheet?.data).toHaveLength(page.rows.length + 1);
    const { progress, total } = await stateOf(id);
    expect({ progress, total }).toEqual({ progress: page.rows.length, total: null });
  });

  it('is made by one of several processes, and given out by each', async () => {
    const id = await asked('work_reports', 'level=centre&code=centre-310109-01&period=2026-10');
    const settings = { url: () => database.url, startAfterMs: 0, lookEveryMs: 50, graceMs: 10_000 };
    let made = 0;
    const counting: ExportMaker = async (...given) => {
      made += 1;
      return await EXPORT_MAKERS.work_reports(...given);
    };
    const runners = [1, 2].map(() => runJobs([exportJob(makersWith(counting))], settings));
    await vi.waitFor(async () => expect((await stateOf(id)).state).toBe('done'), { timeout: 20_000, interval: 50 });
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(made).toBe(1);
    expect(archivedNames((await bytesOf(id)) ?? Buffer.alloc(0)).length).toBeGreaterThan(1);
  });

  it('is looked for at once when somebody asks, long before the next turn', async () => {
    const settings = { url: () => database.url, startAfterMs: 0, lookEveryMs: 600_000, graceMs: 10_000 };
    const runner = runJobs([exportJob(EXPORT_MAKERS)], settings);
    const id = await asked('work_reports', 'level=centre&code=centre-310109-01&period=2026-09');
    const until = { timeout: 20_000, interval: 100 };
    await vi.waitFor(async () => {
      runner.wake();
      expect((await stateOf(id)).state).toBe('done');
    }, until);
    await runner.stop();
  });

  it('keeps large files whole, in pieces', async () => {
    const id = await asked('work_reports', REPORTS);
    const content = Buffer.alloc(3_500_000, 'abcdefg');
    async function* body() {
      yield content.subarray(0, 10);
      yield content.subarray(10);
    }
    await makeExport(
      { id, signal: going },
      makersWith(async () => fileOf(body())),
    );
    expect(await piecesOf(id)).toBeGreaterThanOrEqual(4);
    expect((await bytesOf(id))?.equals(content)).toBe(true);
  });
});

describe('what goes otherwise', () => {
  it('is taken back while it waits, or while it is made', async () => {
    const waiting = await asked('work_reports', REPORTS);
    expect((await cancelExport(officer, waiting)).ok).toBe(true);
    await makeExport({ id: waiting, signal: going }, EXPORT_MAKERS);
    expect((await stateOf(waiting)).state).toBe('cancelled');
    expect(await eventsOf(waiting)).toEqual(['export.requested', 'export.cancelled']);

    const id = await asked('work_reports', REPORTS);
    async function* body() {
      yield Buffer.alloc(1_200_000);
      await cancelExport(officer, id);
      yield Buffer.alloc(1_200_000);
      throw new Error('the rest is not read any more');
    }
    await makeExport(
      { id, signal: going },
      makersWith(async () => fileOf(body())),
    );
    expect((await stateOf(id)).state).toBe('cancelled');
    expect(await piecesOf(id)).toBe(0);
    expect(await bytesOf(id)).toBeNull();
  });

  it('is begun again when the process ends, and holds nothing twice', async () => {
    const id = await asked('work_reports', REPORTS);
    const ending = new AbortController();
    async function* broken() {
      yield Buffer.alloc(1_500_000, 'x');
      ending.abort();
      yield Buffer.alloc(10, 'x');
    }
    const run = makeExport(
      { id, signal: ending.signal },
      makersWith(async () => fileOf(broken())),
    );
    await expect(run).rejects.toThrow();
    expect((await stateOf(id)).state).toBe('running');
    async function* whole() {
      yield Buffer.from('whole');
    }
    await makeExport(
      { id, signal: going },
      makersWith(async () => fileOf(whole())),
    );
    expect((await bytesOf(id))?.toString()).toBe('whole');
    expect(await piecesOf(id)).toBe(1);
  });

  it('is given up after three tries, and says so', async () => {
    const id = await asked('work_reports', REPORTS);
    const failing = makersWith(async () => {
      throw new Error('on purpose');
    });
    for (let tries = 0; tries < 2; tries++)
      await expect(makeExport({ id, signal: going }, failing)).rejects.toThrow('on purpose');
    await makeExport({ id, signal: going }, failing);
    expect((await stateOf(id)).state).toBe('failed');
  });

  it('fails when the role has ended meanwhile, or the unit is out of its scope', async () => {
    const { actor, grantId } = await build.staff({ role: 'district_officer', districtCode: '310109' });
    const ended = await asked('work_reports', REPORTS, actor);
    await database.db.roleGrant.update({ where: { id: grantId }, data: { state: 'ended', endedAt: now() } });
    await makeExport({ id: ended, signal: going }, EXPORT_MAKERS);
    expect((await stateOf(ended)).state).toBe('failed');

    const elsewhere = await asked('work_reports', 'level=district&code=310104&period=2026-Q3');
    await makeExport({ id: elsewhere, signal: going }, EXPORT_MAKERS);
    expect((await stateOf(elsewhere)).state).toBe('failed');
  });

  it('refuses a fourth while three are under way, also when all are asked for at once', async () => {
    const { actor } = await build.staff({ role: 'city_officer' });
    const request = { kind: 'clinic_sessions', query: '', label: '测试', locale: 'zh-CN' } as const;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => requestExport(actor, request)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('is not asked for by who may take nothing out', async () => {
    const { actor } = await build.staff({ role: 'expert', expertId: (await database.db.expert.findFirstOrThrow()).id });
    const request = { kind: 'clinic_sessions', query: '', label: '测试', locale: 'zh-CN' } as const;
    expect(await requestExport(actor, request)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('who may fetch it', () => {
  it('is whoever asked, in that role, as long as all of it lies in its scope', async () => {
    const { actor } = await build.staff({ role: 'alliance_officer', allianceCode: 'north' });
    const id = await asked('work_reports', 'level=alliance&code=north&period=2026-10', actor);
    await makeExport({ id, signal: going }, EXPORT_MAKERS);
    expect(await bytesOf(id, actor)).not.toBeNull();
    expect((await listExports(actor)).map((file) => file.id)).toEqual([id]);
    expect(await bytesOf(id, colleague), 'a colleague').toBeNull();
    expect((await listExports(colleague)).map((file) => file.id)).not.toContain(id);
    expect(await cancelExport(colleague, id)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await bytesOf(id, { ...actor, grantId: colleague.grantId }), 'another role').toBeNull();
    expect(await bytesOf('not-an-id', actor)).toBeNull();
    // a district leaves the alliance: its figures are the officer's no longer
    await database.db.exportFile.update({ where: { id }, data: { districts: { push: '310104' } } });
    expect(await bytesOf(id, actor), 'a scope that has lost a district').toBeNull();
  });

  it('is nobody after a week; at night it is cleared, and what nobody finished is given up', async () => {
    const { actor } = await build.staff({ role: 'auditor' });
    const old = await asked('work_reports', 'level=district&code=310109&period=2026-10', actor);
    await makeExport({ id: old, signal: going }, EXPORT_MAKERS);
    const stuck = await asked('work_reports', REPORTS, actor);
    await database.db.exportFile.update({
      where: { id: old },
      data: { requestedAt: new Date(now().getTime() - 8 * DAY_MS), expiresAt: new Date(now().getTime() - DAY_MS) },
    });
    await database.db.exportFile.update({
      where: { id: stuck },
      data: { requestedAt: new Date(now().getTime() - 2 * DAY_MS) },
    });
    expect(await bytesOf(old, actor)).toBeNull();
    expect((await listExports(actor)).map(({ id }) => id)).toEqual([stuck]);
    expect(await clearExports({ id: 'run-of-test' })).toEqual({ cleared: 1, givenUp: 1 });
    expect(await database.db.exportFile.findUnique({ where: { id: old } })).toBeNull();
    expect(await piecesOf(old)).toBe(0);
    expect((await stateOf(stuck)).state).toBe('failed');
    expect(await clearExports({ id: 'run-of-test' })).toEqual({ cleared: 0, givenUp: 0 });
    const event = await database.db.auditEvent.findFirst({ where: { event: 'housekeeping.done' } });
    expect(event).toMatchObject({ objectId: 'clear-exports', after: { cleared: 1, givenUp: 1 } });
  });
});
