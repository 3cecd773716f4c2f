import { beforeEach, expect, it } from 'vitest';
import { confirmClinicSessions } from '@/lib/clinic-sessions/confirm-commands';
import { closeMonth } from '@/lib/clinic-sessions/month-commands';
import { compareActivity } from '@/lib/clinic-sessions/reconcile';
import { addDays, civilDate, toDbDate } from '@/lib/core/dates';
import { applyImport, undoImport } from '@/lib/registry/imports/apply-commands';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { getImport } from '@/lib/registry/queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { exported } from '@/tests/support/exported-list';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';
import { SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

const database = useDatabase('empty');
const city = actorWith({ role: 'city_officer' });
let worlds = 0;
let world: SessionWorld;

beforeEach(async () => {
  worlds += 1;
  world = await sessionWorldOn(database.db, `past${worlds}`);
});

const weeks = (back: number) => addDays(SESSION_DAY, -7 * back);
const HEAD = [
  ...['门诊', '出诊日期', '午别', '是否出诊', '未出诊原因', '到诊专家', '初诊人次', '复诊人次', '按病种人次'],
  ...['在场学员', '备注', '情况说明', '登记日期', '上转人次'],
];
type Row = Partial<Record<string, string>>;

/** A row of a held session as planned, with what is told otherwise. */
const rowOf = (date: string, row: Row = {}) =>
  HEAD.map(
    (name) =>
      ({
        ...{ 门诊: world.clinicId, 出诊日期: date, 午别: '上午', 是否出诊: '是', 到诊专家: world.expertId },
        ...{ 初诊人次: '4', 复诊人次: '8', 情况说明: '摘自门诊登记本' },
        ...row,
      })[name] ?? '',
  );
const fileOf = (...rows: string[][]) => csvOf(HEAD, rows);
const problemsOf = async (id: string) =>
  (await rowsOf(city, id)).map(({ problems }) =>
    problems.flatMap(({ column, code, level }) => (level === 'error' ? [`${column} ${code}`] : [])),
  );
const versionOf = async (id: string) => (await getImport(city, id))?.version ?? 0;
const nothingDiffers = async () => {
  const { differences, districts } = await compareActivity(database.db);
  expect([differences, districts]).toEqual([[], []]);
};

it('brings past sessions in with their sums, and takes them back while nobody has acted on them', async () => {
  const file = fileOf(
    rowOf(weeks(1), {
      按病种人次: 'A07.06.19×5',
      在场学员: `${world.traineeId}（协助诊治）`,
      登记日期: addDays(weeks(1), 2),
    }),
    rowOf(weeks(2), { 到诊专家: world.substituteId }),
    rowOf(weeks(3), { 是否出诊: '否', 未出诊原因: '停诊取消', 到诊专家: '', 初诊人次: '', 复诊人次: '' }),
  );
  const { id, counts } = await uploaded(city, 'records', file);
  expect(await problemsOf(id)).toEqual([[], [], []]);
  expect(counts).toMatchObject({ added: 3, faulty: 0 });
  await applied(city, id);
  const records = await database.db.clinicSession.findMany({
    where: { clinicId: world.clinicId },
    include: { conditions: true, trainees: true },
    orderBy: { date: 'desc' },
  });
  expect(records).toMatchObject([
    {
      ...{ state: 'submitted', planned: true, held: true, expertPresence: 'planned', expertId: world.expertId },
      ...{ visitsNew: 4, visitsReturn: 8, late: false, submittedById: city.accountId, origin: 'imported' },
      conditions: [{ conditionCode: 'A07.06.19', visits: 5 }],
      trainees: [{ traineeId: world.traineeId, part: 'assisting', signedAt: null }],
    },
    { expertPresence: 'substitute', expertId: world.substituteId, plannedExpertId: world.expertId, late: true },
    { held: false, notHeldReason: 'cancelled', planned: true, visitsNew: 0 },
  ]);
  expect(await world.november()).toMatchObject({ logged: 2, held: 2, onTime: 1, visitsReturn: 16, attendances: 1 });
  await nothingDiffers();
  expect(await world.eventsOf(records[0]?.id ?? '')).toEqual(['listEntry.added']);
  expect((await uploaded(city, 'records', file)).counts).toMatchObject({ same: 3, added: 0, faulty: 0 });
  const again = await uploaded(city, 'records', await exported(city, 'records', 'csv', 'en'));
  expect(again.counts).toEqual({ added: 0, changed: 0, same: again.rows, question: 0, faulty: 0 });
  const undone = await undoImport(city, { importId: id, version: await versionOf(id) });
  expect(undone).toMatchObject({ ok: true });
  expect(await database.db.clinicSession.count({ where: { clinicId: world.clinicId } })).toBe(0);
  await nothingDiffers();
});

it('holds every row against the rules of records, and the rows of a file against each other', async () => {
  const other = await world.build.clinic(world.centreId);
  await world.build.schedule(other.id, world.expertId);
  const standing = await world.sent(undefined, weeks(4));
  const cases: [string[], string][] = [
    [rowOf(addDays(SESSION_DAY, 7)), 'recordDate sessions.problem.future'],
    [rowOf('2019-01-02'), 'recordDate sessions.problem.clinicNotOpen'],
    [rowOf(weeks(5), { 按病种人次: 'A07.06.19×13' }), 'visitsByCondition sessions.problem.conditionSum'],
    [rowOf(weeks(6), { 初诊人次: '1000' }), 'visitsNew range'],
    [rowOf(weeks(7), { 到诊专家: '' }), 'recordExpert sessions.problem.expert'],
    [rowOf(weeks(8), { 情况说明: '' }), 'explanation sessions.check.veryLate'],
    [
      rowOf(addDays(weeks(1), 1), { 是否出诊: '否', 未出诊原因: '节假日', 到诊专家: '', 初诊人次: '', 复诊人次: '' }),
      'recordHeld sessions.problem.notHeldUnplanned',
    ],
    [rowOf(weeks(9), { 是否出诊: '否', 未出诊原因: '停诊取消', 到诊专家: '', 复诊人次: '' }), 'visitsNew onlyHeld'],
    [rowOf(weeks(4)), 'explanation recorded'],
    [rowOf(weeks(10), { 登记日期: weeks(11) }), 'recordedOn recordedOn'],
    [rowOf(weeks(12), { 在场学员: '张某' }), 'recordTrainees withPart'],
    [rowOf(weeks(13)), ''],
    [rowOf(weeks(13), { 门诊: other.id }), 'recordExpert sessions.problem.expertElsewhereAt'],
    [rowOf(weeks(13)), 'clinic duplicate'],
  ];
  const { id } = await uploaded(city, 'records', fileOf(...cases.map(([row]) => row)));
  const found = await problemsOf(id);
  for (const [at, [, problem]] of cases.entries()) expect(found[at]?.[0] ?? '', `row ${at}`).toBe(problem);
  // what a cell says is told in words, not as it is kept
  expect((await rowsOf(city, id))[2]?.problems[0]?.found).toMatch(/^\p{Script=Han}+×13$/u);
  expect(await applied(city, id)).toBe(1);
  // what stood before stands as its centre has sent it
  expect(await world.recordOf(standing.id)).toMatchObject({ version: 1, submittedById: world.clerk.accountId });
  await nothingDiffers();
});

it('writes nothing when the plan, the half-day or the month is another by then', async () => {
  const district = actorWith({ role: 'district_officer', districtCode: world.districtCode });
  const month = civilDate('2026-10-01');
  const { id } = await uploaded(city, 'records', fileOf(rowOf(weeks(5)), rowOf(weeks(2))));
  await world.sent(undefined, weeks(2));
  expect(await applyImport(city, { importId: id, version: await versionOf(id) })).toMatchObject({
    error: { problems: [{ messageKey: 'registry.refused.moved' }] },
  });
  expect(await database.db.clinicSession.count({ where: { clinicId: world.clinicId } })).toBe(1);
  await nothingDiffers();
  const later = await uploaded(city, 'records', fileOf(rowOf(weeks(5))));
  await applied(city, later.id);
  const open = await closeMonth(district, { districtCode: world.districtCode, month, openSeen: null });
  expect(open).toMatchObject({ ok: false });
  await database.db.monthClose.create({
    data: {
      ...{ districtCode: world.districtCode, month: toDbDate(month), closedAt: new Date(), closedByName: '测试' },
    },
  });
  expect(await undoImport(city, { importId: later.id, version: await versionOf(later.id) })).toMatchObject({
    error: { problems: [{ messageKey: 'registry.refused.monthClosed' }] },
  });
  const closed = await uploaded(city, 'records', fileOf(rowOf(weeks(4))));
  expect(await problemsOf(closed.id)).toEqual([['recordDate sessions.problem.monthClosed']]);
  await database.db.monthClose.deleteMany({ where: { districtCode: world.districtCode } });
});

it('keeps what others have acted on, and is the city’s to bring', async () => {
  const { id } = await uploaded(city, 'records', fileOf(rowOf(weeks(1))));
  await applied(city, id);
  const record = await database.db.clinicSession.findFirstOrThrow({ where: { clinicId: world.clinicId } });
  const expert = actorWith({ role: 'expert', expertId: world.expertId });
  await confirmClinicSessions(expert, { records: [{ id: record.id, version: 1 }] });
  expect(await undoImport(city, { importId: id, version: await versionOf(id) })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
  expect(await database.db.clinicSession.count({ where: { clinicId: world.clinicId } })).toBe(1);
  const asked = { list: 'records', fileName: 'a.csv', file: fileOf(rowOf(weeks(2))), datum: 'wgs84' } as const;
  for (const actor of [world.clerk, actorWith({ role: 'district_officer', districtCode: world.districtCode })])
    expect(await uploadList(actor, asked, REGISTRY_WORDS)).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
});
