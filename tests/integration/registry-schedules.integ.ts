import { expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai, fromDbDate, mondayOf, toDbDate } from '@/lib/core/dates';
import { applyImport, undoImport } from '@/lib/registry/imports/apply-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const today = () => dateInShanghai(now());
const HEAD = ['编号', '门诊', '星期', '午别', '开始时间', '结束时间', '出诊专家', '周期', '起始日期', '截止日期'];

const state = async () => JSON.stringify(await LISTS.schedules.read(database.db, city, 'export'));
const problemsOf = async (importId: string) =>
  (await rowsOf(city, importId)).flatMap(({ problems }) => problems.map(({ column, code }) => `${column} ${code}`));

/** A slot that has begun and has no end, of a clinic that operates. */
async function begun() {
  return await database.db.clinicSchedule.findFirstOrThrow({
    where: {
      validTo: null,
      validFrom: { lt: toDbDate(today()) },
      clinic: {
        statuses: { some: { status: 'operating', validTo: null } },
        schedules: { every: { half: { not: 'evening' } } },
      },
      expert: { active: true, clinics: { some: { validTo: null } } },
    },
    orderBy: { id: 'asc' },
  });
}

it('plans a slot from today on that a list says began long ago, ends one, and takes both back', async () => {
  const before = await state();
  const line = await begun();
  const last = addDays(today(), 30);
  const time = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  const [weekday, hours] = [String(line.weekday), [time(line.startsMinute), time(line.endsMinute)]];
  const rhythm = line.recurrence === 'weekly' ? '每周' : '隔周';
  const file = csvOf(HEAD, [
    ['', line.clinicId, '周日', '晚上', '18点半', '20:30', line.expertId, '隔周', '2023-02-01', ''],
    [line.id, line.clinicId, weekday, line.half, ...hours, line.expertId, rhythm, fromDbDate(line.validFrom), last],
  ]);
  const { id, counts } = await uploaded(city, 'schedules', file);
  expect(await problemsOf(id)).toContain('slotFrom fromToday');
  expect(counts).toMatchObject({ added: 1, changed: 1, faulty: 0 });
  expect(await applied(city, id)).toBe(2);
  const added = await database.db.clinicSchedule.findFirstOrThrow({
    where: { clinicId: line.clinicId, half: 'evening' },
  });
  expect(added).toMatchObject({ weekday: 7, startsMinute: 1110, endsMinute: 1230, origin: 'imported' });
  // the weeks count from the day that the list says
  const first = new Date('2023-02-01T00:00:00Z').toISOString().slice(0, 10) as Parameters<typeof mondayOf>[0];
  expect([fromDbDate(added.validFrom), fromDbDate(added.anchorDate)]).toEqual([today(), mondayOf(first)]);
  const ended = await database.db.clinicSchedule.findUniqueOrThrow({ where: { id: line.id } });
  expect(ended.validTo && fromDbDate(ended.validTo)).toBe(last);
  expect((await uploaded(city, 'schedules', file)).counts).toMatchObject({ same: 2, changed: 0, added: 0 });
  const version = (await getImport(city, id))?.version ?? 0;
  expect(await undoImport(city, { importId: id, version })).toMatchObject({ ok: true });
  expect(await state()).toBe(before);
});

it('rewrites no past, plans no expert who is not there and no half-day twice', async () => {
  const line = await begun();
  const from = fromDbDate(line.validFrom);
  const other = await database.db.expert.findFirstOrThrow({
    where: { clinics: { none: { clinicId: line.clinicId } } },
  });
  const half = line.half === 'am' ? ['am', '09:00', '11:00'] : ['pm', '13:30', '16:00'];
  const weekday = String(line.weekday);
  const rows = [
    [line.id, line.clinicId, weekday, ...half, other.id, '', from, ''],
    ['', line.clinicId, weekday, ...half, line.expertId, '', addDays(today(), 7), ''],
    ['', line.clinicId, '7', '上午', '5:00', '11:00', line.expertId, '', '', ''],
    ['', line.clinicId, '7', '下午', '13:00', '16:00', other.id, '', '', ''],
    ['', line.clinicId, '7', '晚上', '25:00', '26:00', line.expertId, '', '', addDays(today(), 20)],
  ];
  const { id } = await uploaded(city, 'schedules', csvOf(HEAD, rows));
  const found = (await rowsOf(city, id)).map(({ outcome, problems }) => [
    outcome,
    problems.filter(({ level }) => level === 'error').map(({ code }) => code),
  ]);
  expect(found[0]?.[1]).toContain('begun');
  expect(found.slice(1)).toEqual([
    ['faulty', ['slotTaken']],
    ['faulty', ['outsideHalf']],
    ['faulty', ['notAssigned']],
    ['faulty', ['time', 'time']],
  ]);
});

it('writes nothing when two rows of a file fall on one half-day', async () => {
  const before = await state();
  const line = await begun();
  const slot = (start: string, from: string, rhythm: string) => [
    ...['', line.clinicId, '周日', '晚上', start, '20:30', line.expertId, rhythm, from, ''],
  ];
  const [near, far] = [addDays(mondayOf(today()), 14), addDays(mondayOf(today()), 28)];
  const file = csvOf(HEAD, [slot('18:00', near, '隔周'), slot('18:30', far, '隔周')]);
  const { id, version, counts } = await uploaded(city, 'schedules', file);
  expect(counts).toMatchObject({ added: 2 });
  expect(await applyImport(city, { importId: id, version })).toMatchObject({
    ok: false,
    error: { problems: [{ messageKey: 'registry.refused.overlap' }] },
  });
  expect(await state()).toBe(before);
});
