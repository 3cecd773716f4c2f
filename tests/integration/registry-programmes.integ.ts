import { expect, it } from 'vitest';
import { fromDbDate } from '@/lib/core/dates';
import { undoImport } from '@/lib/registry/imports/apply-commands';
import { LISTS } from '@/lib/registry/lists/lists';
import { getImport } from '@/lib/registry/queries';
import type { ListName } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const HUANGPU = '310101';

const stateOf = async (list: ListName) => JSON.stringify(await LISTS[list].read(database.db, city, 'export'));

async function undone(importId: string) {
  const version = (await getImport(city, importId))?.version ?? 0;
  expect(await undoImport(city, { importId, version })).toMatchObject({ ok: true });
}

const errorsOf = async (importId: string) =>
  (await rowsOf(city, importId, 'faulty')).map(({ problems }) =>
    problems.filter(({ level }) => level === 'error').map(({ column, code }) => `${column} ${code}`),
  );

it('takes a demonstration station through its stages in their order, and back', async () => {
  const before = await stateOf('demonstrations');
  const head = ['区', '示范站点', '申报日期', '区验收日期', '市验收日期', '撤销日期'];
  const stations = await database.db.serviceStation.findMany({
    where: { facility: { districtCode: HUANGPU }, demonstration: null },
    select: { facilityId: true },
    orderBy: { facilityId: 'asc' },
    take: 4,
  });
  const [first, second, third, fourth] = stations.map(({ facilityId }) => facilityId);
  const rows = [
    ['黄浦', first ?? '', '2025年3月1日', '2025/6/20', '', ''],
    ['黄浦', second ?? '', '2025-03-01', '2025-02-01', '', ''],
    ['黄浦', third ?? '', '2025-03-01', '', '2025-09-01', ''],
    ['徐汇', fourth ?? '', '2025-03-01', '', '', ''],
  ];
  const wrong = await uploaded(city, 'demonstrations', csvOf(head, rows));
  expect(await errorsOf(wrong.id)).toEqual([
    ['districtAcceptedOn stageOrder'],
    ['districtAcceptedOn required'],
    ['station stationElsewhere'],
  ]);
  const { id } = await uploaded(city, 'demonstrations', csvOf(head, rows.slice(0, 1)));
  expect(await applied(city, id)).toBe(1);
  const { appliedOn, districtAcceptedOn, origin } = await database.db.demonstrationStation.findUniqueOrThrow({
    where: { stationId: first },
  });
  expect([fromDbDate(appliedOn), districtAcceptedOn && fromDbDate(districtAcceptedOn), origin]).toEqual([
    ...['2025-03-01', '2025-06-20', 'imported'],
  ]);
  await undone(id);
  expect(await stateOf('demonstrations')).toBe(before);
});

it('brings a team and then its workstation; a team with a workstation stays', async () => {
  const before = [await stateOf('teams'), await stateOf('workstations')];
  const hospital = await database.db.leadHospital.findFirstOrThrow({ select: { facilityId: true } });
  const teams = await uploaded(city, 'teams', csvOf(['团队名称', '医院'], [['某某名中医工作室', hospital.facilityId]]));
  expect(await applied(city, teams.id)).toBe(1);
  const head = ['名中医团队', '区', '中心', '设站日期', '撤站日期'];
  const row = (to: string) => csvOf(head, [['某某名中医工作室', '黄浦', 'centre-310101-01', '2025-09-01', to]]);
  const wrong = await uploaded(city, 'workstations', row('2025-09-01'));
  expect(await errorsOf(wrong.id)).toEqual([['stationedTo period']]);
  const stations = await uploaded(city, 'workstations', row(''));
  expect(await applied(city, stations.id)).toBe(1);
  const version = (await getImport(city, teams.id))?.version ?? 0;
  expect(await undoImport(city, { importId: teams.id, version })).toMatchObject({ ok: false });
  await undone(stations.id);
  await undone(teams.id);
  expect([await stateOf('teams'), await stateOf('workstations')]).toEqual(before);
});

it('brings a preparation with its conditions and where it is dispensed, and takes both back', async () => {
  const before = [await stateOf('preparations'), await stateOf('dispensing')];
  const hospital = await database.db.leadHospital.findFirstOrThrow({ select: { facilityId: true } });
  const row = ['某某外用膏', hospital.facilityId, '用于膝关节疼痛', '膝痹；没有的病'];
  const head = ['制剂名称', '医院', '适应证', '对应病种'];
  const wrong = await uploaded(city, 'preparations', csvOf(head, [row]));
  expect(await errorsOf(wrong.id)).toEqual([['preparedFor unknown']]);
  const prepared = await uploaded(city, 'preparations', csvOf(head, [[...row.slice(0, 3), '膝痹']]));
  expect(await applied(city, prepared.id)).toBe(1);
  const { id, conditions } = await database.db.hospitalPreparation.findFirstOrThrow({
    where: { name: '某某外用膏' },
    include: { conditions: true },
  });
  expect(conditions.map(({ conditionCode }) => conditionCode)).toEqual(['A07.06.19']);
  const places = ['院内制剂', '区', '中心', '调剂开始日期', '调剂结束日期'];
  const place = (to: string) => csvOf(places, [['某某外用膏', '黄浦', 'centre-310101-01', '2025-09-01', to]]);
  const late = await uploaded(city, 'dispensing', place('2025-08-01'));
  expect(await errorsOf(late.id)).toEqual([['dispensedTo period']]);
  const dispensed = await uploaded(city, 'dispensing', place(''));
  expect(await applied(city, dispensed.id)).toBe(1);
  expect(await database.db.preparationDispensing.count({ where: { preparationId: id } })).toBe(1);
  const ended = await uploaded(city, 'dispensing', place('2026-03-01'));
  expect(ended.counts).toMatchObject({ changed: 1, added: 0 });
  await undone(dispensed.id);
  await undone(prepared.id);
  expect([await stateOf('preparations'), await stateOf('dispensing')]).toEqual(before);
});

it('brings the stage of a station with its day and its reason, of a project and of a title, and takes all back', async () => {
  const before = [await stateOf('stations'), await stateOf('projects'), await stateOf('demonstrations')];
  const working = { stage: 'operating', since: { lt: new Date('2026-03-01') } } as const;
  const idOf = async (kind: 'station' | 'project' | 'demonstration') => {
    const row = await database.db.stageRecord.findFirstOrThrow({ where: { kind, ...working }, orderBy: { id: 'asc' } });
    return { record: row.id, id: row.projectId ?? row.stationId ?? '' };
  };
  const [station, project, title] = [await idOf('station'), await idOf('project'), await idOf('demonstration')];
  /** A file of one entry: some columns as they stand, then its stage. */
  const fileOf = async (list: ListName, id: string, columns: Record<string, string>, stage: Record<string, string>) => {
    const cells = (await LISTS[list].read(database.db, city, 'export', [id]))[0]?.cells ?? {};
    const row = [...Object.values(columns).map((key) => cells[key] ?? ''), ...Object.values(stage)];
    return csvOf([...Object.keys(columns), ...Object.keys(stage)], [row]);
  };
  const files = {
    stations: await fileOf(
      ...(['stations', station.id, { 编号: 'id', 名称: 'name', 区: 'district', 所属中心: 'centre' }] as const),
      { 状态: '暂停服务', 阶段起始日期: '2026-05-06', 状态原因: '房屋修缮' },
    ),
    projects: await fileOf(
      ...([
        'projects',
        project.id,
        { 编号: 'id', 项目名称: 'projectTitle', 区: 'district', 中心: 'centre', 项目病种: 'condition', 批次: 'batch' },
      ] as const),
      { 所处阶段: '暂停', 阶段起始日期: '2026-05-07' },
    ),
    demonstrations: await fileOf(
      ...(['demonstrations', title.id, { 区: 'district', 示范站点: 'station', 申报日期: 'appliedOn' }] as const),
      { 所处阶段: '暂停', 阶段起始日期: '2026-05-08' },
    ),
  };
  const brought: string[] = [];
  for (const [list, file] of Object.entries(files) as [ListName, (typeof files)['stations']][]) {
    const { id, counts } = await uploaded(city, list, file);
    expect({ list, faulty: await rowsOf(city, id, 'faulty'), changed: counts.changed }).toEqual({
      ...{ list, faulty: [], changed: 1 },
    });
    await applied(city, id);
    brought.unshift(id);
    expect((await uploaded(city, list, file)).counts).toMatchObject({ same: 1, changed: 0 });
  }
  const steps = await database.db.stageStep.findMany({
    where: { recordId: { in: [station.record, project.record, title.record] }, stage: 'suspended' },
    orderBy: { beganOn: 'asc' },
  });
  expect(steps.map(({ recordId, beganOn, reason }) => [recordId, fromDbDate(beganOn), reason])).toEqual([
    [station.record, '2026-05-06', '房屋修缮'],
    [project.record, '2026-05-07', null],
    [title.record, '2026-05-08', null],
  ]);
  expect((await database.db.facility.findUniqueOrThrow({ where: { id: station.id } })).status).toBe('suspended');
  for (const id of brought) await undone(id);
  expect([await stateOf('stations'), await stateOf('projects'), await stateOf('demonstrations')]).toEqual(before);
});
