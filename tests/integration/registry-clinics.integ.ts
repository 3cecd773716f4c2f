import { expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { undoImport } from '@/lib/registry/imports/apply-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const today = () => dateInShanghai(now());

const state = async () => JSON.stringify(await LISTS.clinics.read(database.db, city, 'export'));
const codesOf = async (importId: string) =>
  (await rowsOf(city, importId, 'faulty')).flatMap(({ problems }) => problems.map(({ code }) => code));

async function undone(importId: string) {
  const version = (await getImport(city, importId))?.version ?? 0;
  return await undoImport(city, { importId, version });
}

async function operating() {
  return await database.db.jointClinic.findFirstOrThrow({
    where: { statuses: { some: { status: 'operating', validTo: null, validFrom: { lt: toDbDate(today()) } } } },
    include: { experts: { where: { validTo: null } }, schedules: { where: { validTo: null } } },
    orderBy: { id: 'asc' },
  });
}

const HEAD = ['编号', '门诊名称', '中心', '医院', '科室', '门诊病种', '门诊状态', '状态起始日期', '状态原因'];
type Facts = { id: string; name: string; centreId: string; hospitalId: string; department: string };
const rowOf = (one: Facts, status: string, from: string, reason = '') => [
  ...[one.id, one.name, one.centreId, one.hospitalId, one.department, '膝痹', status, from, reason],
];

it('opens a clinic that has been open for long and announces a suspension, and takes both back', async () => {
  const before = await state();
  const clinic = await operating();
  const from = addDays(today(), 10);
  const file = csvOf(HEAD, [
    ['', '测试专病联合门诊', 'centre-310101-01', 'shuguang', '骨伤科', '膝痹；腰痹', '', '2024-03-01', ''],
    rowOf(clinic, '暂停', from, '中心装修'),
  ]);
  const { id, counts } = await uploaded(city, 'clinics', file);
  expect(await codesOf(id)).toEqual([]);
  expect(counts).toMatchObject({ added: 1, changed: 1 });
  expect(await applied(city, id)).toBe(2);
  const opened = await database.db.jointClinic.findFirstOrThrow({
    where: { name: '测试专病联合门诊' },
    include: { statuses: true },
  });
  expect(opened).toMatchObject({ bookingMethod: 'centre_desk', origin: 'imported', nameEn: '测试专病联合门诊' });
  expect(opened.statuses.map((one) => [one.status, fromDbDate(one.validFrom)])).toEqual([['operating', '2024-03-01']]);
  const history = await database.db.jointClinicStatus.findMany({
    where: { clinicId: clinic.id },
    orderBy: { validFrom: 'asc' },
  });
  expect(history.slice(-2).map((one) => [one.status, one.validTo && fromDbDate(one.validTo)])).toEqual([
    ['operating', from],
    ['suspended', null],
  ]);
  const again = await uploaded(city, 'clinics', file);
  expect(again.counts).toMatchObject({ same: 2, changed: 0, added: 0, faulty: 0 });
  expect(await undone(id)).toMatchObject({ ok: true });
  expect(await state()).toBe(before);
});

it('rewrites no past: neither the day of a status, nor one of today, nor what cannot follow', async () => {
  const clinic = await operating();
  const cases = [
    ['开诊', '2020-01-01', 'statusKept'],
    ['暂停', today(), 'fromTomorrow'],
    ['暂停', '2020-01-01', 'fromTomorrow'],
    ['筹备', addDays(today(), 3), 'follow'],
  ] as const;
  for (const [status, from, code] of cases) {
    const { id } = await uploaded(city, 'clinics', csvOf(HEAD, [rowOf(clinic, status, from, '测试')]));
    expect(await codesOf(id), `${status} ${from}`).toEqual([code]);
  }
});

it('takes the past of a new clinic as it can have been, and never another one of a known clinic', async () => {
  const clinic = await operating();
  const head = [...HEAD, '此前状态'];
  const fresh = { ...clinic, id: '', name: '某某新专病联合门诊' };
  const cases = [
    [rowOf(clinic, '', ''), '筹备 2011-01-01', 'earlierKept'],
    [rowOf(fresh, '开诊', '2026-03-01'), '开诊 2026-02-01', 'statusOrder'],
    [rowOf(fresh, '开诊', '2026-03-01'), '筹备 2026-03-01', 'statusOrder'],
    [rowOf(fresh, '开诊', '2026-03-01'), '开诊 2025-01-01；暂停 2026-01-01', 'statusReason'],
    [rowOf(fresh, '开诊', '2026-03-01'), '那时候开着', 'statuses'],
  ] as const;
  for (const [row, earlier, code] of cases) {
    const { id } = await uploaded(city, 'clinics', csvOf(head, [[...row, earlier]]));
    expect(await codesOf(id), earlier).toEqual([code]);
  }
});

it('lets no expert go who is planned, and takes none of another hospital', async () => {
  const clinic = await operating();
  const head = ['编号', '门诊名称', '中心', '医院', '科室', '门诊病种', '门诊专家'];
  const stranger = await database.db.expert.findFirstOrThrow({
    where: { hospitalId: { not: clinic.hospitalId }, active: true },
  });
  const row = [clinic.id, clinic.name, clinic.centreId, clinic.hospitalId, clinic.department, '膝痹', stranger.id];
  expect(clinic.schedules.length).toBeGreaterThan(0);
  const { id } = await uploaded(city, 'clinics', csvOf(head, [row]));
  expect(new Set(await codesOf(id))).toEqual(new Set(['personElsewhere', 'stillPlanned']));
});

it('keeps what began since: an import whose status holds by now is not taken back', async () => {
  const clinic = await operating();
  const file = csvOf(HEAD, [rowOf(clinic, '暂停', addDays(today(), 1), '测试')]);
  const { id } = await uploaded(city, 'clinics', file);
  await applied(city, id);
  const { id: periodId } = await database.db.jointClinicStatus.findFirstOrThrow({
    where: { clinicId: clinic.id, status: 'suspended', validTo: null },
  });
  // as it stands a day later
  await database.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.loading_history', 'on', true)`;
    const [day, tomorrow] = [toDbDate(today()), toDbDate(addDays(today(), 1))];
    await tx.jointClinicStatus.updateMany({
      where: { clinicId: clinic.id, validTo: tomorrow },
      data: { validTo: day },
    });
    await tx.jointClinicStatus.update({ where: { id: periodId }, data: { validFrom: day } });
    await tx.$executeRaw`UPDATE list_import_row SET after = after || jsonb_build_object('statusFrom', ${today()}::text)
      WHERE import_id = ${id}`;
  });
  expect(await undone(id)).toMatchObject({ ok: false, error: { problems: [{ messageKey: 'registry.refused.past' }] } });
});
