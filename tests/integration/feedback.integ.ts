import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerReport, takeReport } from '@/lib/directory/report-commands';
import { getReport, listOpenReports, listReports } from '@/lib/directory/report-queries';
import { reportFilterSchema } from '@/lib/directory/report-schema';
import { useDatabase } from '@/tests/support/database';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

// Today is Wednesday, 18 November 2026.

const database = useDatabase('empty');
const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } };
const ANY = reportFilterSchema.parse({});
let world: ReviewWorld;

beforeAll(async () => {
  world = await reviewWorldOn(database);
});

type Part = Partial<{ facilityId: string | null; jointClinicId: string; createdAt: Date; contact: string }>;
const reported = async (part: Part = {}) =>
  await database.db.informationReport.create({
    data: {
      ...{ id: randomUUID(), facilityId: world.own.centreId, category: 'hours', message: '周六其实不开门' },
      ...{ contact: '李女士 13800000000', locale: 'zh-CN', createdAt: new Date('2026-11-17T01:00:00Z') },
      ...part,
    },
  });
const ended = (id: string, part: Record<string, unknown> = {}) => ({
  ...{ id, version: 1, outcome: 'answered' as const, answer: '已更正开放时间。' },
  ...part,
});

describe('the inbox', () => {
  it('holds what concerns the reader’s part of the network; reports of the portal itself are the city’s', async () => {
    const place = await reported();
    const clinic = await reported({ facilityId: null, jointClinicId: world.own.clinicId });
    const portal = await reported({ facilityId: null });
    const seen = async (actor: Parameters<typeof listReports>[0]) =>
      (await listReports(actor, ANY)).reports.map(({ id }) => id);
    for (const role of ['centre_clerk', 'alliance_officer', 'district_officer'] as const) {
      const ids = await seen(world.own.as(role));
      expect(ids).toEqual(expect.arrayContaining([place.id, clinic.id]));
      expect(ids).not.toContain(portal.id);
      expect(await seen(world.neighbour.as(role))).toEqual([]);
    }
    for (const role of ['city_officer', 'auditor'] as const)
      expect(await seen(world.own.as(role))).toEqual(expect.arrayContaining([place.id, clinic.id, portal.id]));
    for (const role of ['trainee', 'expert'] as const) expect(await seen(world.own.as(role))).toEqual([]);
  });

  it('tells only those who answer how to reach the resident', async () => {
    const { id } = await reported();
    expect(await getReport(world.own.as('district_officer'), id)).toMatchObject({
      ...{ contact: '李女士 13800000000', leftContact: true, mayAnswer: true },
    });
    for (const role of ['centre_clerk', 'alliance_officer', 'auditor'] as const)
      expect(await getReport(world.own.as(role), id)).toMatchObject({
        ...{ contact: null, leftContact: true, mayAnswer: false },
      });
    expect(await getReport(world.neighbour.as('district_officer'), id)).toBeNull();
  });

  it('counts what is open, the oldest first, and says what waits for more than seven days', async () => {
    const officer = world.own.as('district_officer');
    const before = (await listOpenReports(officer, 100)).count;
    const old = await reported({ createdAt: new Date('2026-11-11T01:00:00Z') });
    const { count, reports } = await listOpenReports(officer, 100);
    expect(count).toBe(before + 1);
    expect(reports[0]).toMatchObject({ id: old.id, overdue: true });
    expect(reports.slice(1).some(({ overdue }) => overdue)).toBe(false);
  });

  it('goes on from page to page without losing or repeating any', async () => {
    const officer = world.own.as('district_officer');
    for (let made = 0; made < 35; made += 1) await reported();
    const first = await listReports(officer, ANY);
    const second = await listReports(officer, reportFilterSchema.parse({ after: first.next }));
    const ids = [...first.reports, ...second.reports].map(({ id }) => id);
    expect(first.reports).toHaveLength(30);
    expect(second.next).toBeNull();
    expect(new Set(ids).size).toBe((await listOpenReports(officer, 1)).count);
  });
});

describe('takeReport', () => {
  it('names an owner, whom another may follow; the trail tells it', async () => {
    const { id } = await reported();
    expect(await takeReport(world.own.as('district_officer'), { id, version: 1 })).toEqual({
      ok: true,
      value: { version: 2 },
    });
    const mine = await getReport(world.own.as('district_officer'), id);
    expect(mine).toMatchObject({ isMine: true, ownerName: '测试 district_officer', status: 'open', version: 2 });
    expect(await takeReport(world.own.as('city_officer'), { id, version: 1 })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect(await takeReport(world.own.as('city_officer'), { id, version: 2 })).toMatchObject({ ok: true });
    expect(await world.events(id)).toEqual(['informationReport.taken', 'informationReport.taken']);
  });
});

describe('answerReport', () => {
  it.each(['answered', 'rejected'] as const)('ends a report as %s and deletes the contact', async (outcome) => {
    const { id } = await reported();
    expect(await answerReport(world.own.as('district_officer'), ended(id, { outcome }))).toMatchObject({ ok: true });
    expect(await getReport(world.own.as('district_officer'), id)).toMatchObject({
      ...{ status: outcome, answer: '已更正开放时间。', contact: null, leftContact: false, mayAnswer: false },
      answeredByName: '测试 district_officer',
      overdue: false,
    });
    const trail = await database.db.auditEvent.findMany({ where: { objectId: id } });
    expect(trail.map(({ event }) => event)).toEqual(['informationReport.answered']);
    expect(JSON.stringify(trail.map(({ before, after, objectLabel }) => [before, after, objectLabel]))).not.toContain(
      '13800000000',
    );
    expect(await answerReport(world.own.as('district_officer'), ended(id, { version: 2 }))).toMatchObject({
      error: { code: 'CONFLICT' },
    });
  });

  it('lets one of two officers at once end it', async () => {
    const { id } = await reported();
    const both = await Promise.all(
      (['district_officer', 'city_officer'] as const).map((role) => answerReport(world.own.as(role), ended(id))),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await world.events(id)).toEqual(['informationReport.answered']);
  });

  it('refuses what says nothing, and whoever does not answer here', async () => {
    const { id } = await reported();
    const officer = world.own.as('district_officer');
    for (const part of [
      { answer: ' ' },
      { answer: 'x'.repeat(1001) },
      { outcome: 'open' },
      { version: 0 },
      { id: 'x' },
    ])
      expect(await answerReport(officer, ended(id, part) as never)).toMatchObject({ error: { code: 'INVALID' } });
    expect(await answerReport(world.neighbour.as('district_officer'), ended(id))).toEqual(NOT_FOUND);
    for (const actor of world.others(['district_officer', 'city_officer'])) {
      expect(await answerReport(actor, ended(id))).toEqual(NOT_FOUND);
      expect(await takeReport(actor, { id, version: 1 })).toEqual(NOT_FOUND);
    }
    expect((await getReport(officer, id))?.status).toBe('open');
  });
});
