import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { submitClinicSession } from '@/lib/clinic-sessions/commands';
import { getClinicSession, getRecordPlace, getRecordVersions } from '@/lib/clinic-sessions/record-queries';
import { addDays } from '@/lib/core/dates';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { valueIn } from '@/tests/support/outcome';
import { CATALOGUE, heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

const database = useDatabase('empty');
let world: SessionWorld;

beforeAll(async () => {
  world = await sessionWorldOn(database.db, 'page');
});

describe('getClinicSession', () => {
  it('tells the way down, the content with its names, and who has said what', async () => {
    const { traineeId, expertId, clinicId, centreId } = world;
    const content = heldContent({
      conditions: [{ ...CATALOGUE, visits: 12 }],
      techniques: [{ code: 'acupuncture', count: 7 }],
      trainees: [{ traineeId, part: 'leading' }],
    });
    const { id } = await world.sent(content);
    const record = await getClinicSession(world.clerk, id);
    expect(record).toMatchObject({
      ...{ id, date: SESSION_DAY, half: 'am', version: 1, alliance: 'east', demonstration: false },
      clinic: { id: clinicId },
      centre: { id: centreId },
      district: { id: '310101', name: '黄浦区' },
      hospital: { id: 'shuguang' },
      ...{ state: 'submitted', planned: true, plannedExpertId: expertId, late: false, sentAfterDays: 0 },
      content,
      submitted: { name: world.clerk.displayName },
      ...{ confirmed: null, accepted: null, dueOn: null, overdue: false, stopped: null, monthClosed: false },
      trainees: [{ id: traineeId, signedAt: null }],
    });
    expect(record?.names.conditions[`${CATALOGUE.catalogueId}/${CATALOGUE.code}`]?.name).toMatch(/./);
    expect(record?.names.techniques.acupuncture?.name).toMatch(/./);
    expect(record?.names.experts[expertId]?.name).toMatch(/^测试专家/);
  });

  it('names who stopped it and by when it is to be answered', async () => {
    const returned = await world.records.fullRecord(world.clinicId, addDays(SESSION_DAY, -14), { state: 'returned' });
    expect(await getClinicSession(world.clerk, returned.id)).toMatchObject({
      state: 'returned',
      stopped: { kind: 'returned', role: 'district_officer', name: '测试' },
      dueOn: addDays(SESSION_DAY, -7),
      overdue: true,
    });
  });

  it('says that its month is closed', async () => {
    const { id } = await world.records.record(world.clinicId, addDays(SESSION_DAY, -63));
    await database.db.monthClose.create({
      data: { districtCode: '310101', month: new Date('2026-09-01'), closedAt: new Date(), closedByName: '测试' },
    });
    expect(await getClinicSession(world.clerk, id)).toMatchObject({ monthClosed: true });
  });

  it('is not there for a neighbour, nor for what is no record', async () => {
    const { id } = await world.records.record(world.clinicId, addDays(SESSION_DAY, -21));
    const neighbour = actorWith({ role: 'district_officer', districtCode: '310104' });
    for (const read of [getClinicSession, getRecordVersions, getRecordPlace]) {
      expect(await read(neighbour, id)).toBeNull();
      for (const nothing of ['', 'x', '%00', randomUUID()]) expect(await read(world.clerk, nothing)).toBeNull();
    }
  });
});

describe('getRecordVersions', () => {
  it('keeps each version as it was sent, the latest first', async () => {
    const date = addDays(SESSION_DAY, -7);
    const first = await world.sent(heldContent({ note: '第一版' }), date);
    const content = heldContent({ visitsNew: 6, expert: { presence: 'substitute', expertId: world.substituteId } });
    const second = { ...world.submission(content, date), version: first.version };
    valueIn(await submitClinicSession(world.clerk, second));
    const record = await getRecordVersions(world.clerk, first.id);
    expect(record?.versions).toMatchObject([
      { version: 2, content, replacedAt: null, state: 'submitted' },
      { version: 1, content: heldContent({ note: '第一版' }), state: 'submitted', submitted: { name: '测试人员' } },
    ]);
    expect(record?.versions[1]?.replacedAt).toBeInstanceOf(Date);
    expect(Object.keys(record?.names.experts ?? {}).sort()).toEqual([world.expertId, world.substituteId].sort());
  });
});
