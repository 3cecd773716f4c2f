import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import type { PlainRequest } from '@/lib/core/direct-answers';
import { closeConnection, openConnection } from '@/lib/db/connection';
import { getFacility } from '@/lib/public-directory/api/facility-handlers';
import { facilityDetailSchema } from '@/lib/public-directory/api/response-schemas';
import { clinicDetail } from '@/lib/public-directory/clinic-views';
import { facilityDetail } from '@/lib/public-directory/facility-views';
import { readRecords } from '@/lib/public-directory/records/read-records';
import { ANYTHING } from '@/lib/public-directory/search/fixture';
import { sitemapPages } from '@/lib/public-directory/sitemap';
import { buildSnapshot, type Snapshot } from '@/lib/public-directory/snapshot';
import { survivorOf } from '@/lib/public-directory/survivor-rules';
import { applyDueChanges } from '@/lib/registry/changes/apply-changes';
import { getChange } from '@/lib/registry/changes/change-queries';
import { proposeClosing } from '@/lib/registry/changes/closing-commands';
import { getClosingForm } from '@/lib/registry/changes/closing-queries';
import type { Closing, ClosingKind } from '@/lib/registry/changes/closing-schema';
import { approveChange, returnChange } from '@/lib/registry/changes/decide-change-commands';
import { planStage } from '@/lib/registry/stages/plan-commands';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { clinicLives, pastFigures, pastStructures, plannedSlots, sumsOn } from '@/tests/support/district-figures';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';
import { backdated } from '@/tests/support/stage-days';

// The end of places, on the demonstration network. Today is Wednesday, 18 November 2026; requests are approved for a
// coming day, which then becomes today, as it does in the night.

const [TODAY, COMING] = [civilDate('2026-11-18'), civilDate('2026-12-01')];
const NOW = new Date('2026-11-18T02:00:00Z');
const DISTRICT = '310101';
const READER = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
const database = useDatabase('demo');
const officer = (accountId = 'officer') =>
  actorWith({ role: 'district_officer', districtCode: DISTRICT }, { accountId });
const clerkOf = (centreId: string) => actorWith({ role: 'centre_clerk', centreId }, { accountId: 'clerk' });

let centres: string[];

beforeAll(async () => {
  // those that host a clinic first
  const { rows } = await database.sql.query<{ id: string }>(
    `SELECT c.facility_id AS id FROM community_centre c WHERE c.district_code = $1
      ORDER BY NOT EXISTS (SELECT FROM joint_clinic j WHERE j.centre_id = c.facility_id), 1`,
    [DISTRICT],
  );
  centres = rows.map(({ id }) => id);
});

async function snapshot(): Promise<Snapshot> {
  const connection = await openConnection(database.url, 'test');
  try {
    return buildSnapshot(await readRecords(connection));
  } finally {
    await closeConnection(connection);
  }
}

const nameOf = async (id: string) => (await database.db.facility.findUniqueOrThrow({ where: { id } })).name;

async function approved(centreId: string, kind: ClosingKind, closing: Closing, facilityId = centreId): Promise<string> {
  const asked = { request: null, facilityId, kind, closing, reason: '区域规划调整', effectiveOn: COMING };
  const sent = await proposeClosing(clerkOf(centreId), asked);
  if (!sent.ok) throw new Error(JSON.stringify(sent.error));
  const done = await approveChange(officer(), { ...sent.value, effectiveOn: COMING });
  expect(done).toMatchObject({ ok: true, value: { applied: false } });
  return sent.value.id;
}

/** The day of a request comes. */
async function comes(id: string) {
  await database.db.changeRequest.update({ where: { id }, data: { effectiveOn: new Date(TODAY) } });
  return await applyDueChanges({ id: 'test', signal: new AbortController().signal });
}

describe('two centres that become one', () => {
  let [gone, stays, id] = ['', '', ''];
  let before: {
    figures: Map<string, number>;
    lives: string;
    planned: string[];
    structures: string;
    sums: Record<string, number>;
    clinics: string[];
    stations: string[];
  };

  beforeAll(async () => {
    [gone = '', stays = ''] = centres;
    const { db } = database;
    before = {
      figures: await pastFigures(DISTRICT, [gone, stays]),
      lives: JSON.stringify(await clinicLives(DISTRICT)),
      planned: await plannedSlots(DISTRICT),
      structures: await pastStructures(db),
      sums: await sumsOn(db, DISTRICT, TODAY),
      clinics: (await db.jointClinic.findMany({ where: { centreId: gone } })).map((one) => one.id),
      stations: (await db.serviceStation.findMany({ where: { centreId: gone } })).map(({ facilityId }) => facilityId),
    };
    id = await approved(gone, 'merge', { successors: [stays], answers: [] });
  });

  it('says beforehand what goes where', async () => {
    const change = await getChange(officer(), id, READER);
    expect(change?.closing?.successors.map((one) => one.id)).toEqual([stays]);
    expect(change?.closing?.rows).toHaveLength(before.clinics.length + before.stations.length);
    expect(before.clinics.length).toBeGreaterThan(0);
    expect(await comes(id)).toEqual({ applied: 1, outdated: 0 });
  });

  it('keeps every past figure of both and of their district', async () => {
    expect(before.figures.size).toBeGreaterThan(300);
    const now = await pastFigures(DISTRICT, [gone, stays]);
    for (const [what, value] of now) expect({ what, value }).toEqual({ what, value: before.figures.get(what) ?? 0 });
    // a clinic that moves has not ended
    expect(JSON.stringify(await clinicLives(DISTRICT))).toBe(before.lives);
    expect(await pastStructures(database.db)).toBe(before.structures);
  });

  it('moves stations, people and preparations to the one that remains', async () => {
    const { db } = database;
    const there = { facilityId: { in: before.stations }, centreId: stays };
    expect(await db.serviceStation.count({ where: there })).toBe(before.stations.length);
    expect(await db.traineeDoctor.count({ where: { centreId: gone } })).toBe(0);
    const open = { facilityId: gone, OR: [{ validTo: null }, { validTo: { gt: new Date(TODAY) } }] };
    expect(await db.preparationDispensing.count({ where: open })).toBe(0);
    expect(await db.specialtyProject.count({ where: { centreId: gone } })).toBe(0);
    expect(await db.famousPhysicianWorkstation.count({ where: { centreId: gone, closedOn: null } })).toBe(0);
  });

  it('lets clinics go on without losing or doubling a session', async () => {
    expect(await plannedSlots(DISTRICT)).toEqual(before.planned);
    const next = await database.db.jointClinic.findMany({ where: { continuesId: { in: before.clinics } } });
    expect(next.map(({ centreId }) => centreId)).toEqual(before.clinics.map(() => stays));
    expect(await database.db.clinicSession.count({ where: { clinicId: { in: next.map((one) => one.id) } } })).toBe(0);
    const learners = await database.db.jointClinicTrainee.findMany({ where: { clinicId: next[0]?.id, validTo: null } });
    expect(learners.length).toBeGreaterThan(0);
  });

  it('loses nothing of what the district has from the day on, but one centre', async () => {
    expect(await sumsOn(database.db, DISTRICT, TODAY)).toEqual({
      ...before.sums,
      centres: (before.sums.centres ?? 0) - 1,
    });
  });

  it('is found under the old name and link, by people and programs', async () => {
    const directory = await snapshot();
    const [row] = directory.engine.search({ ...ANYTHING, q: await nameOf(gone) }, NOW).rows;
    expect(row?.facility.id).toBe(stays);
    expect(row?.matches).toContainEqual(expect.objectContaining({ type: 'facility', via: await nameOf(gone) }));
    const detail = facilityDetail(directory, gone, NOW);
    expect(detail && survivorOf(detail)).toBe(stays);
    const request: PlainRequest = { method: 'GET', url: `/api/v1/facilities/${gone}`, headers: new Headers() };
    const answer = getFacility(directory, request, NOW, gone);
    const body = facilityDetailSchema.parse(JSON.parse(String(answer.body)));
    expect(body).toMatchObject({
      ...{ id: gone, status: 'closed', jointClinics: [], stations: [] },
      closing: { on: TODAY, replacedBy: { id: stays }, successors: [{ id: stays }] },
    });
    const [old = ''] = before.clinics;
    expect(clinicDetail(directory, old, NOW)).toMatchObject({
      status: 'closed',
      continuedBy: { centre: { id: stays } },
    });
    expect(sitemapPages(directory).map(({ path }) => path)).not.toContain(`/facilities/${gone}`);
  });

  it('is told in the trail, and asked for no more', async () => {
    const told = await database.db.auditEvent.findMany({ where: { objectId: gone }, orderBy: { seq: 'asc' } });
    expect(told.map(({ event, system }) => [event, system])).toEqual([['facility.merged', 'job']]);
    const asked = await database.db.auditEvent.findMany({ where: { objectId: id }, orderBy: { seq: 'asc' } });
    const words = ['proposed', 'approved', 'applied'].map((word) => `mergeRequest.${word}`);
    expect(asked.map(({ event }) => event)).toEqual(words);
    expect(await getClosingForm(clerkOf(gone), { facilityId: gone, kind: 'closing' })).toBeNull();
    expect(await getClosingForm(clerkOf(stays), { facilityId: stays, kind: 'merge' })).toMatchObject({
      facts: { candidates: expect.not.arrayContaining([expect.objectContaining({ id: gone })]) },
    });
  });
});

describe('a centre that closes', () => {
  it('sends each clinic and station where it was said, and its visitors to its successors', async () => {
    const [, , gone = '', first = '', second = ''] = centres;
    const form = await getClosingForm(clerkOf(gone), { facilityId: gone, kind: 'closing' });
    if (!form) throw new Error('no form');
    const { clinics, stations, trainees } = form.facts;
    const [leaving, ...going] = trainees;
    if (!leaving || going.length === 0) throw new Error('too few trainees');
    const [kept, ...ended] = stations;
    if (!kept) throw new Error('no station');
    const answers: Closing['answers'] = [
      ...clinics.map((one) => ({ kind: 'clinic' as const, id: one.id, to: second })),
      { kind: 'station', id: kept.id, to: first },
      ...ended.map((one) => ({ kind: 'station' as const, id: one.id, to: null })),
      { kind: 'trainee', id: leaving.id, to: null },
      ...going.map((one) => ({ kind: 'trainee' as const, id: one.id, to: second })),
    ];
    const half = { request: null, facilityId: gone, kind: 'closing', reason: '动迁', effectiveOn: COMING } as const;
    const unanswered = { successors: [first], answers: [] };
    expect(await proposeClosing(clerkOf(gone), { ...half, closing: unanswered })).toMatchObject({
      ...{
        ok: false,
        error: {
          problems: expect.arrayContaining([
            expect.objectContaining({ path: `station:${kept.id}`, messageKey: 'changes.problem.answer' }),
            expect.objectContaining({ path: `trainee:${leaving.id}`, messageKey: 'changes.problem.answer' }),
          ]),
        },
      },
    });
    const plan = { kind: 'station', submissionId: randomUUID(), centreId: gone, name: '动迁前规划的站' } as const;
    const planned = await planStage(clerkOf(gone), { ...plan, stationKind: 'community_station' });
    if (!planned.ok) throw new Error(JSON.stringify(planned.error));
    await backdated(database, planned.value.id, 30);
    const id = await approved(gone, 'closing', { successors: [first, second], answers });
    expect(await comes(id)).toEqual({ applied: 1, outdated: 0 });
    const { db } = database;
    expect(await db.traineeDoctor.count({ where: { centreId: gone, active: true } }), 'nobody is left behind').toBe(0);
    expect(await db.traineeDoctor.findUnique({ where: { id: leaving.id } })).toMatchObject({ active: false });
    const moved = { id: { in: going.map((one) => one.id) }, centreId: second };
    expect(await db.traineeDoctor.count({ where: moved })).toBe(going.length);
    const directory = await snapshot();
    const detail = facilityDetail(directory, gone, NOW);
    expect(detail && survivorOf(detail)).toBeNull();
    expect(detail?.successors.map((one) => one.id).sort()).toEqual([first, second].sort());
    expect(directory.index.facilities.get(kept.id)).toMatchObject({ status: 'operating', centreId: first });
    for (const one of ended) expect(directory.index.facilities.get(one.id)?.closing?.on).toBe(TODAY);
    // stations that end, and what was only planned, say why and by whom
    const { displayName } = officer();
    for (const recordId of [...ended.map((one) => `s-${one.id}`), planned.value.id])
      expect(
        await database.db.stageStep.findFirst({ where: { recordId }, orderBy: { beganOn: 'desc' } }),
        recordId,
      ).toMatchObject({ stage: 'closed', beganOn: new Date(TODAY), reason: '区域规划调整', byName: displayName });
    expect(ended.length).toBeGreaterThan(0);
    const found = directory.engine.search({ ...ANYTHING, q: await nameOf(gone) }, NOW);
    expect(found.rows.map(({ facility }) => facility.id).sort()).toEqual([first, second].sort());
  });

  it('waits for the next day at the earliest', async () => {
    const [, , , , , one = ''] = centres;
    const asked = { request: null, facilityId: one, reason: '动迁', effectiveOn: TODAY } as const;
    expect(
      await proposeClosing(clerkOf(one), { ...asked, kind: 'merge', closing: { successors: [], answers: [] } }),
    ).toMatchObject({
      ...{ ok: false, error: { problems: [{ path: 'effectiveOn', messageKey: 'changes.problem.tomorrow' }] } },
    });
  });

  it('goes back where something depends on it that nobody gave an answer for', async () => {
    const [, , , , , one = '', other = ''] = centres;
    const id = await approved(one, 'merge', { successors: [other], answers: [] });
    await database.db.facility.update({ where: { id: other }, data: { status: 'closed' } });
    expect(await comes(id)).toEqual({ applied: 0, outdated: 1 });
    expect((await database.db.facility.findUniqueOrThrow({ where: { id: one } })).status).toBe('operating');
    await database.db.facility.update({ where: { id: other }, data: { status: 'operating' } });
  });

  it('that opens again has not closed', async () => {
    const [gone = ''] = centres;
    const reopened = database.db.$transaction(async (tx) => {
      await tx.facility.update({ where: { id: gone }, data: { status: 'operating' } });
      throw new Error(`${await tx.facilityClosing.count({ where: { facilityId: gone } })} left`);
    });
    await expect(reopened).rejects.toThrow('0 left');
    expect(await database.db.facilityClosing.count({ where: { facilityId: gone } })).toBe(1);
  });
});

describe('two officers of a district who decide at once', () => {
  it('make one decision, and the other is told', async () => {
    const [, , , , , , one = '', other = ''] = centres;
    const asked = { request: null, facilityId: one, kind: 'merge', reason: '合并', effectiveOn: COMING } as const;
    const sent = await proposeClosing(clerkOf(one), { ...asked, closing: { successors: [other], answers: [] } });
    if (!sent.ok) throw new Error(JSON.stringify(sent.error));
    // not by whoever asked, in another role of the same person
    expect(await approveChange(officer('clerk'), { ...sent.value, effectiveOn: COMING })).toMatchObject({
      ...{ ok: false, error: { code: 'NOT_FOUND' } },
    });
    const decided = await Promise.all([
      approveChange(officer('first'), { ...sent.value, effectiveOn: COMING }),
      returnChange(officer('second'), { ...sent.value, reason: '材料不全' }),
      approveChange(officer('third'), { ...sent.value, effectiveOn: COMING }),
    ]);
    expect(decided.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of decided)
      if (!answer.ok) expect(answer.error).toMatchObject({ code: 'CONFLICT', messageKey: 'changes.problem.stale' });
    expect(await database.db.changeStep.count({ where: { requestId: sent.value.id } })).toBe(2);
  });
});
