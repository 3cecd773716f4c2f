import { beforeAll, describe, expect, it } from 'vitest';
import { applyDueChanges } from '@/lib/registry/changes/apply-changes';
import { proposeChange, withdrawChange } from '@/lib/registry/changes/change-commands';
import { getChangeForm } from '@/lib/registry/changes/change-form-queries';
import { getChange, listWaitingChanges } from '@/lib/registry/changes/change-queries';
import { approveChange, returnChange } from '@/lib/registry/changes/decide-change-commands';
import { addEvidence, fetchEvidence } from '@/lib/registry/changes/evidence-commands';
import { useDatabase } from '@/tests/support/database';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';
import { type ReviewWorld, reviewWorldOn } from '@/tests/support/review-world';

// Today is Wednesday, 18 November 2026.

const TODAY = '2026-11-18';
const READER = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
const database = useDatabase('empty');
let world: ReviewWorld;

beforeAll(async () => {
  world = await reviewWorldOn(database);
});

const clerk = () => world.own.as('centre_clerk');
const officer = () => world.own.as('district_officer');
const facility = async () => await database.db.facility.findUniqueOrThrow({ where: { id: world.own.centreId } });
const version = async () =>
  Number((await database.db.directoryVersion.findUniqueOrThrow({ where: { id: 1 } })).version);

/** Proposes what the form shows, with some cells typed otherwise. */
async function proposed(
  typed: Record<string, string>,
  part: { effectiveOn?: string; request?: { id: string; version: number } } = {},
) {
  const facilityId = world.own.centreId;
  const form = await getChangeForm(clerk(), { facilityId }, READER);
  const values = { ...form?.values, ...typed };
  const { request = null, effectiveOn = TODAY } = part;
  return await proposeChange(clerk(), { request, facilityId, values, reason: '总机换号', effectiveOn }, REGISTRY_WORDS);
}

async function open(typed: Record<string, string>, effectiveOn = TODAY) {
  await database.db.changeRequest.deleteMany({ where: { state: { notIn: ['applied'] } } });
  const answer = await proposed(typed, { effectiveOn });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
}

const events = async (objectId: string) =>
  (await database.db.auditInbox.findMany({ where: { objectId }, orderBy: { id: 'asc' } })).map(({ event }) => event);

describe('a proposed change', () => {
  it('is shown before and after, waits for the district, and takes effect with its approval', async () => {
    const { id, version: seen } = await open({
      phone: '6323 1111',
      hours: '周一至周五 8:00-17:00',
      features: 'lift;parking',
    });
    expect((await listWaitingChanges(officer(), 9)).changes.map((one) => one.id)).toEqual([id]);
    const change = await getChange(officer(), id, READER);
    expect(change).toMatchObject({ keys: ['phone', 'hours', 'features'], mayDecide: true, mayEdit: false });
    expect(change?.cells[0]).toMatchObject({ key: 'phone', after: '021-63231111', present: null });
    const before = await version();
    expect((await facility()).phone).not.toBe('021-63231111');
    expect(await approveChange(officer(), { id, version: seen, effectiveOn: TODAY })).toMatchObject({
      ...{ ok: true, value: { applied: true } },
    });
    expect((await facility()).phone).toBe('021-63231111');
    const hours = await database.db.openingHours.findMany({ where: { facilityId: world.own.centreId } });
    expect(hours).toHaveLength(5);
    expect(await version()).toBeGreaterThan(before);
    // its place in the trail follows when the transaction commits
    const trail = await database.db.auditEvent.findMany({ where: { objectId: id }, orderBy: { seq: 'asc' } });
    const told = trail.length > 0 ? trail.map(({ event }) => event) : await events(id);
    expect(told).toEqual(['changeRequest.proposed', 'changeRequest.approved', 'changeRequest.applied']);
    expect((await listWaitingChanges(officer(), 9)).count).toBe(0);
  });

  it.each([
    ['phone', 'ask', 'registry.problem.phone'],
    ['name', ' ', 'registry.problem.required'],
    ['hours', 'always', 'registry.problem.hours'],
    ['latitude', '121.5', 'registry.problem.swapped'],
    ['conditions', '没有这个病', 'registry.problem.unknown'],
    ['features', 'helipad', 'registry.problem.choice'],
  ])('with a %s that cannot be is refused at its field', async (path, text, messageKey) => {
    await database.db.changeRequest.deleteMany({ where: { state: { notIn: ['applied'] } } });
    expect(await proposed({ [path]: text })).toMatchObject({
      ...{ ok: false, error: { code: 'INVALID', problems: [{ path, messageKey }] } },
    });
    expect(await database.db.changeRequest.count({ where: { state: 'proposed' } })).toBe(0);
  });

  it('needs a coming day, and something that changes', async () => {
    await database.db.changeRequest.deleteMany({ where: { state: { notIn: ['applied'] } } });
    const day = { ok: false, error: { problems: [{ path: 'effectiveOn', messageKey: 'changes.problem.day' }] } };
    for (const effectiveOn of ['2026-11-17', '2028-01-01', '2026-02-30', ''])
      expect(await proposed({ phone: '021-63232222' }, { effectiveOn })).toMatchObject(day);
    expect(await proposed({})).toMatchObject({ error: { messageKey: 'changes.problem.nothing' } });
  });

  it('keeps a position that was left alone, and converts one of another datum', async () => {
    const { latitude, longitude } = await facility();
    expect(await proposed({ datum: 'bd09' })).toMatchObject({ error: { messageKey: 'changes.problem.nothing' } });
    const moved = { latitude: (latitude.toNumber() + 0.001).toFixed(6), longitude: longitude.toFixed(6) };
    const { id, version: seen } = await open({ ...moved, datum: 'gcj02' });
    await approveChange(officer(), { id, version: seen, effectiveOn: TODAY });
    const now = await facility();
    expect(Math.abs(now.latitude.toNumber() - Number(moved.latitude))).toBeGreaterThan(0.0005);
    expect(Math.abs(now.longitude.toNumber() - Number(moved.longitude))).toBeGreaterThan(0.002);
    expect(now.exactness).toBe('building');
  });

  it('is the only open one of its facility, also when two are sent at once', async () => {
    await database.db.changeRequest.deleteMany({ where: { state: { notIn: ['applied'] } } });
    const sent = await Promise.all(['021-63233331', '021-63233332'].map((phone) => proposed({ phone })));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    expect(sent.find(({ ok }) => !ok)).toMatchObject({ error: { messageKey: 'changes.problem.openAlready' } });
  });
});

describe('a request that goes back', () => {
  it('is returned with a reason, sent again, and decided as it is then; whoever saw the old one is told', async () => {
    const { id, version: seen } = await open({ phone: '021-63234441' });
    const returned = await returnChange(officer(), { id, version: seen, reason: '请附证明' });
    if (!returned.ok) throw new Error('not returned');
    expect((await listWaitingChanges(clerk(), 9)).changes.map((one) => one.id)).toEqual([id]);
    const request = { id, version: returned.value.version };
    const again = await proposed({ phone: '021-63234442' }, { request });
    expect(again).toMatchObject({ ok: true, value: { id } });
    expect(await approveChange(officer(), { id, version: seen, effectiveOn: TODAY })).toMatchObject({
      ...{ ok: false, error: { code: 'CONFLICT', messageKey: 'changes.problem.stale' } },
    });
    const change = await getChange(clerk(), id, READER);
    expect(change?.steps.map(({ kind }) => kind)).toEqual(['proposed', 'returned', 'resubmitted']);
    expect(await withdrawChange(clerk(), { id, version: change?.version ?? 0 })).toMatchObject({ ok: true });
    expect((await facility()).phone).not.toMatch(/6323444/);
  });

  it('cannot be approved once the profile has moved, and nothing of it is written', async () => {
    const { id, version: seen } = await open({ phone: '021-63235551', shortName: '新简称' });
    await database.db.facility.update({ where: { id: world.own.centreId }, data: { phone: '021-63235559' } });
    const change = await getChange(officer(), id, READER);
    expect(change?.cells.find(({ key }) => key === 'phone')?.present).toBe('021-63235559');
    expect(await approveChange(officer(), { id, version: seen, effectiveOn: TODAY })).toMatchObject({
      ...{ ok: false, error: { code: 'CONFLICT', messageKey: 'changes.problem.moved' } },
    });
    expect(await facility()).toMatchObject({ phone: '021-63235559' });
    expect((await getChange(officer(), id, READER))?.state).toBe('proposed');
  });
});

describe('a change for a coming day', () => {
  const run = { id: 'test', signal: new AbortController().signal };
  const comeDue = async (id: string) =>
    await database.db.changeRequest.update({ where: { id }, data: { effectiveOn: new Date(TODAY) } });

  it('waits for its day, takes effect once, and a second run does nothing', async () => {
    const { id, version: seen } = await open({ phone: '021-63236661' }, '2026-12-01');
    expect(await approveChange(officer(), { id, version: seen, effectiveOn: '2026-12-01' })).toMatchObject({
      ...{ ok: true, value: { applied: false } },
    });
    expect(await applyDueChanges(run)).toEqual({ applied: 0, outdated: 0 });
    await comeDue(id);
    expect(await applyDueChanges(run)).toEqual({ applied: 1, outdated: 0 });
    expect((await facility()).phone).toBe('021-63236661');
    expect(await applyDueChanges(run)).toEqual({ applied: 0, outdated: 0 });
  });

  it('goes back to its centre when the profile has moved by then', async () => {
    const { id, version: seen } = await open({ phone: '021-63237771' }, '2026-12-01');
    await approveChange(officer(), { id, version: seen, effectiveOn: '2026-12-01' });
    await comeDue(id);
    await database.db.facility.update({ where: { id: world.own.centreId }, data: { phone: '021-63237779' } });
    expect(await applyDueChanges(run)).toEqual({ applied: 0, outdated: 1 });
    const change = await getChange(clerk(), id, READER);
    expect(change).toMatchObject({ state: 'returned', steps: [{}, {}, { kind: 'outdated', byName: null }] });
    expect((await facility()).phone).toBe('021-63237779');
  });
});

describe('evidence', () => {
  it('is kept whole and given out inside the scope only', async () => {
    const { id, version: seen } = await open({ phone: '021-63238881' });
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(700_000, 7)]);
    expect(await addEvidence(clerk(), { id, version: seen }, { name: '批复.pdf', bytes })).toMatchObject({ ok: true });
    const fetched = await fetchEvidence(officer(), id);
    if (!fetched.ok) throw new Error('not there');
    const parts: Uint8Array[] = [];
    for await (const part of fetched.value.body) parts.push(part);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    expect(fetched.value).toMatchObject({ fileName: '批复.pdf', contentType: 'application/pdf' });
    for (const role of ['centre_clerk', 'district_officer'] as const)
      expect(await fetchEvidence(world.neighbour.as(role), id)).toMatchObject({
        ok: false,
        error: { code: 'NOT_FOUND' },
      });
  });

  it.each([
    ['fileEmpty', Buffer.alloc(0)],
    ['fileKind', Buffer.from('<html>%PDF-')],
    ['fileTooLarge', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(5_000_000)])],
  ])('is refused: %s', async (key, bytes) => {
    const ref = await open({ phone: '021-63239991' });
    expect(await addEvidence(clerk(), ref, { name: 'a.pdf', bytes })).toMatchObject({
      ...{ ok: false, error: { problems: [{ path: 'file', messageKey: `changes.problem.${key}` }] } },
    });
  });
});
