import { describe, expect, it } from 'vitest';
import { applyImport, cancelImport, undoImport } from '@/lib/registry/imports/apply-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import type { Cells, ListName } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });

type Case = {
  list: ListName;
  head: string[];
  /** a new entry, and one that is there with something changed */
  added: string[];
  changed: string[];
  expected: { added: Cells; changed: Cells };
};

const CASES: Case[] = [
  {
    list: 'stations',
    head: ['编号', '名称', '区', '所属中心', '街道', '类别', '有中医师', '适宜技术', '开放时间'],
    added: [
      '',
      '外滩街道某某社区卫生服务站',
      '黄浦',
      'centre-310101-01',
      '外滩街道',
      '社区卫生服务站',
      '有',
      '针刺、拔罐',
      '工作日 8:00-16:00',
    ],
    changed: ['', '', '黄浦区', 'centre-310101-02', '', '', '否', '', ''],
    expected: {
      added: {
        centre: 'centre-310101-01',
        tcmPhysician: 'yes',
        techniques: 'acupuncture;cupping',
        hours: '1-5 08:00-16:00',
        exactness: 'subdistrict_point',
      },
      changed: { centre: 'centre-310101-02', tcmPhysician: 'no', techniques: null, hours: null },
    },
  },
  {
    list: 'experts',
    head: ['编号', '姓名', '职称', '医院', '科室', '擅长', '在岗'],
    added: ['', '测试某', '主任医师', '曙光医院', '骨伤科', '膝痹', ''],
    changed: ['', '', '副主任医师', '', '', '', '否'],
    expected: {
      added: { title: 'chief', hospital: 'shuguang', active: 'yes', origin: 'imported', personNameEn: '测试某' },
      changed: { title: 'associate_chief', active: 'no' },
    },
  },
  {
    list: 'trainees',
    head: ['编号', '姓名', '中心', '导师', '入学年度', '双聘医院', '双聘起始日期', '目标次数', '培养目标'],
    added: ['', '测试某', 'centre-310101-01', '', '2026', '龙华医院', '2026/9/1', '80次', '能独立诊治膝痹'],
    changed: ['', '', '', '', '2024', '', '', '', ''],
    expected: {
      added: {
        centre: 'centre-310101-01',
        cohort: '2026',
        dualHospital: 'longhua',
        dualFrom: '2026-09-01',
        mentor: null,
        goalSessions: '80',
        goal: '能独立诊治膝痹',
      },
      changed: { cohort: '2024', dualHospital: null, dualFrom: null },
    },
  },
  {
    list: 'holidays',
    head: ['日期', '类别', '节日名称', '补哪一天', '来源'],
    added: ['2027年5月8日', '调休上班', '劳动节调休上班', '周四', '国办发明电〔2026〕某号'],
    changed: ['', '', '', '', ''],
    expected: { added: { date: '2027-05-08', dayKind: 'makeup_workday', follows: '4' }, changed: {} },
  },
  {
    list: 'conditions',
    head: ['病种代码', '病种名称', '科室', '俗称', '西医病名', '超出国家目录'],
    added: ['a99.01', '某某病', '中医内科', '某某；老某某', '', '是'],
    changed: ['', '', '', '', '', ''],
    expected: {
      added: { code: 'A99.01', everydayZh: '某某;老某某', beyondNational: 'yes', conditionNameEn: '某某病' },
      changed: {},
    },
  },
];

CASES.push({
  list: 'projects',
  head: ['编号', '项目名称', '区', '中心', '项目病种', '批次', '项目状态', '立项日期'],
  added: ['', '某某专病建设', '黄浦', 'centre-310101-01', '膝痹', '第2批', '已立项', '2026-3-15'],
  changed: ['', '', '', '', '', '', '已撤回', ' '],
  expected: {
    added: { centre: 'centre-310101-01', condition: 'A07.06.19', batch: '2', approvedOn: '2026-03-15' },
    changed: { projectStatus: 'withdrawn', approvedOn: null },
  },
});

const stateOf = async (list: ListName) => JSON.stringify(await LISTS[list].read(database.db, city, 'export'));

/** A row about an entry that is there: what the case leaves out is as it stands. */
async function changedRow({ list, head, changed }: Case): Promise<{ id: string; row: string[] } | null> {
  if (!changed.some((text) => text !== '')) return null;
  const entries = await LISTS[list].read(database.db, city, 'export');
  const entry = entries.find(({ id }) => id === changed[0]) ?? entries[0];
  if (!entry) throw new Error('the list is empty');
  const keys: Record<string, string> = {
    编号: 'id',
    姓名: 'personName',
    名称: 'name',
    医院: 'hospital',
    科室: 'department',
    中心: 'centre',
    职称: 'title',
    入学年度: 'cohort',
    项目名称: 'projectTitle',
    区: 'district',
    项目病种: 'condition',
    批次: 'batch',
  };
  return { id: entry.id, row: head.map((name, at) => changed[at] || (entry.cells[keys[name] ?? ''] ?? '')) };
}

describe.each(CASES)('$list', (one) => {
  it('brings a new entry and changes one, and takes both back', async () => {
    const { list, head, added, expected } = one;
    const before = await stateOf(list);
    const known = await changedRow(one);
    const file = csvOf(head, [added, ...(known ? [known.row] : [])]);
    const found = await uploaded(city, list, file);
    const faulty = await rowsOf(city, found.id, 'faulty');
    expect(faulty.map(({ problems }) => problems)).toEqual([]);
    expect(found.counts).toMatchObject({ added: 1, changed: known ? 1 : 0 });
    const rows = await rowsOf(city, found.id);
    expect(await applied(city, found.id)).toBe(known ? 2 : 1);
    const ids = rows.map(({ objectId }) => objectId ?? '');
    const written = new Map(
      (await LISTS[list].read(database.db, city, 'export', ids)).map(({ id, cells }) => [id, cells]),
    );
    expect(written.get(ids[0] ?? '')).toMatchObject(expected.added);
    if (known) expect(written.get(known.id)).toMatchObject(expected.changed);
    // the same file again changes nothing
    const again = await uploaded(city, list, file);
    expect(again.counts).toEqual({ added: 0, changed: 0, same: known ? 2 : 1, question: 0, faulty: 0 });
    const now = await getImport(city, found.id);
    const rowsTaken = known ? 2 : 1;
    expect(await undoImport(city, { importId: found.id, version: now?.version ?? 0 })).toEqual({
      ok: true,
      value: { rows: rowsTaken },
    });
    expect(await stateOf(list)).toBe(before);
  });
});

it('leaves the days of the past as they were', async () => {
  const file = csvOf(['日期', '类别', '节日名称', '来源'], [['2026-06-03', '放假', '某某节', '某文件']]);
  const { id, counts } = await uploaded(city, 'holidays', file);
  expect(counts).toMatchObject({ faulty: 1, added: 0 });
  expect((await rowsOf(city, id))[0]?.problems.map(({ code }) => code)).toEqual(['past']);
});

it('takes back what an older portal wrote, and leaves the columns that it did not have', async () => {
  const {
    id: expertId,
    name,
    hospitalId,
  } = await database.db.expert.findFirstOrThrow({ where: { title: 'attending' } });
  const head = ['编号', '姓名', '职称', '医院', '科室'];
  const found = await uploaded(city, 'experts', csvOf(head, [[expertId, name, '主任医师', hospitalId, '针灸科']]));
  await applied(city, found.id);
  // as a portal kept it that had no such column yet
  await database.db
    .$executeRaw`UPDATE list_import_row SET before = before - 'departmentEn', after = after - 'departmentEn' WHERE import_id = ${found.id}`;
  await database.db.expert.update({ where: { id: expertId }, data: { departmentEn: 'Said since' } });
  const version = (await getImport(city, found.id))?.version ?? 0;
  expect(await undoImport(city, { importId: found.id, version })).toEqual({ ok: true, value: { rows: 1 } });
  expect(await database.db.expert.findUniqueOrThrow({ where: { id: expertId } })).toMatchObject({
    title: 'attending',
    departmentEn: 'Said since',
  });
});

it('does not take back what is in use by now', async () => {
  const file = csvOf(['姓名', '职称', '医院', '科室'], [['测试带教', '主治医师', 'longhua', '针灸科']]);
  const { id } = await uploaded(city, 'experts', file);
  await applied(city, id);
  const [row] = await rowsOf(city, id);
  const trainee = await database.db.traineeDoctor.findFirstOrThrow();
  await database.db.traineeDoctor.update({ where: { id: trainee.id }, data: { mentorId: row?.objectId } });
  const now = await getImport(city, id);
  const undone = await undoImport(city, { importId: id, version: now?.version ?? 0 });
  expect(undone).toMatchObject({
    ok: false,
    error: { code: 'CONFLICT', problems: [{ messageKey: 'registry.refused.inUse' }] },
  });
  expect((await getImport(city, id))?.status).toBe('applied');
});

it('does not write over what has changed since the check', async () => {
  const {
    id: expertId,
    name,
    hospitalId,
    department,
  } = await database.db.expert.findFirstOrThrow({ where: { title: 'chief' } });
  const file = csvOf(['编号', '姓名', '职称', '医院', '科室'], [[expertId, name, '主治医师', hospitalId, department]]);
  const { id, version } = await uploaded(city, 'experts', file);
  await database.db.expert.update({ where: { id: expertId }, data: { nameEn: 'Changed Meanwhile' } });
  const done = await applyImport(city, { importId: id, version });
  expect(done).toMatchObject({ ok: false, error: { problems: [{ messageKey: 'registry.refused.moved' }] } });
  expect(await getImport(city, id)).toMatchObject({ status: 'checked', failure: 'registry.refused.moved' });
});

it('goes on with an import that was broken off, and stops one that is not wanted any more', async () => {
  const file = (name: string) => csvOf(['姓名', '职称', '医院', '科室'], [[name, '主治医师', 'longhua', '针灸科']]);
  const broken = await uploaded(city, 'experts', file('测试甲乙'));
  // as a process leaves it that dies while it writes: its transaction is gone
  await database.db.listImport.update({ where: { id: broken.id }, data: { status: 'applying', done: 1 } });
  expect(await applyImport(city, { importId: broken.id, version: broken.version })).toEqual({
    ok: true,
    value: { rows: 1 },
  });
  expect(await database.db.expert.count({ where: { name: '测试甲乙' } })).toBe(1);

  const unwanted = await uploaded(city, 'experts', file('测试丙丁'));
  await database.db.listImport.update({ where: { id: unwanted.id }, data: { status: 'applying' } });
  expect((await cancelImport(city, { importId: unwanted.id, version: unwanted.version })).ok).toBe(true);
  expect((await getImport(city, unwanted.id))?.status).toBe('checked');
  expect((await applyImport(city, { importId: unwanted.id, version: unwanted.version })).ok).toBe(false);
  expect(await database.db.expert.count({ where: { name: '测试丙丁' } })).toBe(0);
});
