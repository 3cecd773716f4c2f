import { expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { applyImport, undoImport } from '@/lib/registry/imports/apply-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import type { ListName } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const today = () => dateInShanghai(now());

const stateOf = async (list: ListName) => JSON.stringify(await LISTS[list].read(database.db, city, 'export'));
const found = async (importId: string) =>
  (await rowsOf(city, importId)).map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)]);
async function undone(importId: string) {
  const version = (await getImport(city, importId))?.version ?? 0;
  return await undoImport(city, { importId, version });
}

const SLOTS = ['门诊', '星期', '午别', '开始时间', '结束时间', '出诊专家', '起始日期'];

/** A clinic without plan or record, open since a day with an expert, or as it says of its past. */
async function newClinic(since: string, earlier = '') {
  const { id: expert, hospitalId } = await database.db.expert.findFirstOrThrow({ where: { active: true } });
  const head = ['门诊名称', '中心', '医院', '科室', '门诊病种', '开诊日期', '此前状态', '门诊专家'];
  const row = ['某某联合门诊', 'centre-310101-01', hospitalId, '骨伤科', '膝痹', since, earlier, expert];
  const { id } = await uploaded(city, 'clinics', csvOf(head, [row]));
  await applied(city, id);
  const clinic = await database.db.jointClinic.findFirstOrThrow({ where: { name: '某某联合门诊' } });
  return { clinic: clinic.id, expert, importId: id };
}

it('brings the first plan of a clinic back to its beginning, for one day to be undone, and no second one', async () => {
  const before = [await stateOf('clinics'), await stateOf('schedules')];
  const expectedBefore = await database.db.expectedMonth.count();
  const { clinic, expert, importId } = await newClinic('2026-03-02');
  const slot = (weekday: string, from: string) => [clinic, weekday, '上午', '8:30', '11:00', expert, from];
  const file = csvOf(SLOTS, [slot('周日', '2026-04-01'), slot('周六', '2025-01-01')]);
  const plan = await uploaded(city, 'schedules', file);
  expect(await found(plan.id)).toEqual([
    ['added', expect.any(String), 'begunBefore'],
    ['added', expect.any(String), 'fromThen', 'begunBefore'],
  ]);
  expect(await applied(city, plan.id)).toBe(2);
  const lines = await database.db.clinicSchedule.findMany({
    where: { clinicId: clinic },
    orderBy: { validFrom: 'asc' },
  });
  expect(lines.map(({ validFrom }) => fromDbDate(validFrom))).toEqual(['2026-03-02', '2026-04-01']);
  // months to which the plan reaches are computed anew
  const kept = await database.db.expectedMonth.findMany({ where: { month: { gte: new Date('2026-03-01') } } });
  expect([kept, expectedBefore > 0]).toEqual([[], true]);
  expect((await uploaded(city, 'schedules', file)).counts).toMatchObject({ same: 2, added: 0, changed: 0 });
  const second = await uploaded(city, 'schedules', csvOf(SLOTS, [slot('周五', '2026-04-01')]));
  expect((await found(second.id)).flat()).toContain('fromToday');
  expect(await undone(plan.id)).toMatchObject({ ok: true });
  expect(await undone(importId)).toMatchObject({ ok: true });
  expect([await stateOf('clinics'), await stateOf('schedules')]).toEqual(before);
});

it('brings what a clinic was before and what changed about its past days, with its first plan only', async () => {
  const before = [await stateOf('clinics'), await stateOf('exceptions')];
  const { clinic, expert, importId } = await newClinic(
    '2026-06-01',
    '筹备 2025-12-01 布置诊室；开诊 2026-03-02；暂停 2026-05-04 装修 // Works',
  );
  const periods = await database.db.jointClinicStatus.findMany({
    where: { clinicId: clinic },
    orderBy: { validFrom: 'asc' },
  });
  expect(periods.map(({ status, validTo, reasonEn }) => [status, validTo && fromDbDate(validTo), reasonEn])).toEqual([
    ['preparing', '2026-03-02', null],
    ['operating', '2026-05-04', null],
    ['suspended', '2026-06-01', 'Works'],
    ['operating', null, null],
  ]);
  const head = ['门诊', '哪一天', '午别', '停诊或加诊', '停加诊原因'];
  const changes = csvOf(head, [
    [clinic, '2026-04-12', '上午', '停诊', '专家外出'],
    [clinic, '2026-05-10', '上午', '停诊', '专家外出'],
  ]);
  const tooEarly = await uploaded(city, 'exceptions', changes);
  expect(await found(tooEarly.id)).toEqual([
    ['faulty', 'past'],
    ['faulty', 'past'],
  ]);
  const plan = await uploaded(
    city,
    'schedules',
    csvOf(SLOTS, [[clinic, '周日', '上午', '8:30', '11:00', expert, '2026-03-02']]),
  );
  await applied(city, plan.id);
  const { id } = await uploaded(city, 'exceptions', changes);
  // the clinic was suspended later on
  expect(await found(id)).toEqual([['added'], ['added', 'notOperating']]);
  await applied(city, id);
  expect((await uploaded(city, 'exceptions', changes)).counts).toMatchObject({ same: 2 });
  expect(await undone(plan.id)).toMatchObject({ ok: false });
  expect(await undone(id)).toMatchObject({ ok: true });
  const again = await uploaded(city, 'exceptions', changes);
  await database.db.listImport.update({ where: { id: plan.id }, data: { appliedAt: toDbDate(addDays(today(), -3)) } });
  // by now the plan is past like any other
  expect(await applyImport(city, { importId: again.id, version: again.version })).toMatchObject({
    error: { problems: [{ messageKey: 'registry.refused.past' }] },
  });
  await database.db.listImport.update({ where: { id: plan.id }, data: { appliedAt: now() } });
  expect(await undone(plan.id)).toMatchObject({ ok: true });
  expect(await undone(importId)).toMatchObject({ ok: true });
  expect([await stateOf('clinics'), await stateOf('exceptions')]).toEqual(before);
});

it('writes no first plan into the past of a clinic that has got another one meanwhile', async () => {
  const { clinic, expert } = await newClinic('2026-03-02');
  const slot = (weekday: string) => csvOf(SLOTS, [[clinic, weekday, '上午', '8:30', '11:00', expert, '2026-04-01']]);
  const [one, other] = [
    await uploaded(city, 'schedules', slot('周日')),
    await uploaded(city, 'schedules', slot('周六')),
  ];
  await applied(city, one.id);
  expect(await applyImport(city, { importId: other.id, version: other.version })).toMatchObject({
    ok: false,
    error: { problems: [{ messageKey: 'registry.refused.past' }] },
  });
  // what was brought another day was planned by then
  await database.db.listImport.update({ where: { id: one.id }, data: { appliedAt: toDbDate(addDays(today(), -3)) } });
  expect(await undone(one.id)).toMatchObject({ ok: false });
});

it('leaves single sessions out and adds others, and takes both back', async () => {
  const before = await stateOf('exceptions');
  const line = await database.db.clinicSchedule.findFirstOrThrow({
    where: {
      recurrence: 'weekly',
      validTo: null,
      clinic: { exceptions: { none: {} }, statuses: { some: { status: 'operating', validTo: null } } },
    },
  });
  const day = Array.from({ length: 7 }, (_, at) => addDays(today(), 28 + at)).find(
    (date) => (toDbDate(date).getUTCDay() || 7) === line.weekday,
  );
  const head = ['门诊', '哪一天', '午别', '停诊或加诊', '加诊开始时间', '加诊结束时间', '加诊专家', '停加诊原因'];
  const { clinicId, half, expertId } = line;
  const row = (kind: string, ...rest: string[]) => [clinicId, day ?? '', half, kind, ...rest, '某某原因'];
  const free = half === 'evening' ? 'am' : 'evening';
  const wrong = await uploaded(
    city,
    'exceptions',
    csvOf(head, [
      [clinicId, day ?? '', free, '停诊', '', '', '', '某某原因'],
      [clinicId, '2026-11-01', half, '停诊', '', '', '', '某某原因'],
      [clinicId, addDays(today(), 29), free, '加诊', '', '', expertId, '某某原因'],
    ]),
  );
  expect(await found(wrong.id)).toEqual([
    ['faulty', 'notScheduled'],
    ['faulty', 'past'],
    ['faulty', 'required', 'required'],
  ]);
  const { id } = await uploaded(city, 'exceptions', csvOf(head, [row('停诊', '8:00', '', '')]));
  expect(await applied(city, id)).toBe(1);
  const at = { clinicId_date_half: { clinicId, date: toDbDate(day ?? today()), half } };
  expect(await database.db.scheduleException.findUniqueOrThrow({ where: at })).toMatchObject({
    ...{ kind: 'removed', startsMinute: null, reason: '某某原因', origin: 'imported' },
  });
  const times = { am: ['9:00', '11:00'], pm: ['14:00', '16:00'], evening: ['18:00', '20:00'] }[half];
  const turned = await uploaded(city, 'exceptions', csvOf(head, [row('加诊', ...times, expertId)]));
  expect(turned.counts).toMatchObject({ changed: 1 });
  await applied(city, turned.id);
  expect(await database.db.scheduleException.findUniqueOrThrow({ where: at })).toMatchObject({
    kind: 'added',
    expertId,
  });
  expect(await undone(turned.id)).toMatchObject({ ok: true });
  expect(await undone(id)).toMatchObject({ ok: true });
  expect(await stateOf('exceptions')).toBe(before);
});
