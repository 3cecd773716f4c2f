import { beforeAll, describe, expect, it } from 'vitest';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { closeConnection, openConnection } from '@/lib/db/connection';
import { readRecords } from '@/lib/public-directory/records/read-records';
import { ANYTHING } from '@/lib/public-directory/search/fixture';
import { buildSnapshot } from '@/lib/public-directory/snapshot';
import { undoImport } from '@/lib/registry/imports/apply-commands';
import { getImport, listImportRows } from '@/lib/registry/queries';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

// What a file does to the past of places: names that it takes away, and closed places that it opens again.

const database = useDatabase('demo');
const city = actorWith({ role: 'city_officer' });
const [RENAMED, MERGED, SURVIVOR, HEIR] = ['01', '02', '03', '04'].map((at) => `centre-310101-${at}`) as [
  string,
  string,
  string,
  string,
];
const today = dateInShanghai(now());
let name: string;
let closedName: string;

const placeOf = async (id: string) => await database.db.facility.findUniqueOrThrow({ where: { id } });
const aliasesOf = async (facilityId: string) =>
  await database.db.facilityAlias.findMany({ where: { facilityId }, select: { name: true, usedUntil: true } });

beforeAll(async () => {
  name = (await placeOf(RENAMED)).name;
  const closed = { status: 'closed', version: { increment: 1 } } as const;
  closedName = (await database.db.facility.update({ where: { id: MERGED }, data: closed })).name;
  await database.db.facilityClosing.create({
    data: {
      ...{ facilityId: MERGED, closedOn: toDbDate(today), mergedInto: SURVIVOR },
      successors: { create: [{ successorId: HEIR }] },
    },
  });
});

async function undone(importId: string): Promise<void> {
  const { version = 0 } = (await getImport(city, importId)) ?? {};
  expect(await undoImport(city, { importId, version })).toMatchObject({ ok: true });
}

async function firstFound(q: string) {
  const connection = await openConnection(database.url, 'test');
  try {
    const { engine } = buildSnapshot(await readRecords(connection));
    return engine.search({ ...ANYTHING, q }, now()).rows[0];
  } finally {
    await closeConnection(connection);
  }
}

describe('a name that a file takes away', () => {
  const next = '黄浦区秋水长天社区卫生服务中心';
  let id: string;

  beforeAll(async () => {
    const found = await uploaded(city, 'centres', csvOf(['编号', '名称', '所属区'], [[RENAMED, next, '黄浦区']]));
    expect(found.counts).toMatchObject({ changed: 1 });
    id = found.id;
    await applied(city, id);
  });

  it('is found by search and by later files, and leads to the same page', async () => {
    expect(await aliasesOf(RENAMED)).toEqual([{ name, usedUntil: toDbDate(today) }]);
    const row = await firstFound(name);
    expect(row?.facility).toMatchObject({ id: RENAMED, name: next });
    expect(row?.matches).toContainEqual(expect.objectContaining({ type: 'facility', via: name }));
    const later = await uploaded(
      city,
      'centres',
      csvOf(['名称', '所属区', '电话'], [[name, '黄浦区', '021-63230001']]),
    );
    const [read] = await rowsOf(city, later.id);
    expect(read).toMatchObject({ objectId: RENAMED, label: next, outcome: 'changed' });
  });

  it('is no former name once the import is undone', async () => {
    await undone(id);
    expect(await aliasesOf(RENAMED)).toEqual([]);
    expect((await placeOf(RENAMED)).name).toBe(name);
    expect((await firstFound(name))?.facility).toMatchObject({ id: RENAMED, name });
  });
});

describe('a closed place that a file opens again', () => {
  const closing = { mergedInto: SURVIVOR, closedOn: toDbDate(today), successors: [{ successorId: HEIR }] };
  const closingOf = async () =>
    await database.db.facilityClosing.findUnique({
      where: { facilityId: MERGED },
      select: { mergedInto: true, closedOn: true, successors: { select: { successorId: true } } },
    });
  const head = ['编号', '名称', '所属区', '状态'];

  it('is told with its cell and what it should be, before anything is written', async () => {
    const { id } = await uploaded(city, 'centres', csvOf(head, [[MERGED, closedName, '黄浦区', '正常开放']]));
    const [row] = await rowsOf(city, id);
    const told = { column: 'status', code: 'reopens', level: 'warning', suggestion: '已关闭' };
    expect(row).toMatchObject({ outcome: 'changed', problems: [told] });
    const reader = { locale: 'en', words: REGISTRY_WORDS } as const;
    const page = await listImportRows(city, { importId: id, problem: 'reopens' }, reader);
    expect(page?.rows).toMatchObject([{ label: closedName, problems: [{ suggestion: 'Closed' }] }]);
    await applied(city, id);
    expect(await closingOf()).toBeNull();
    await undone(id);
    expect(await placeOf(MERGED)).toMatchObject({ status: 'closed' });
    expect(await closingOf(), 'who took over is known again').toEqual(closing);
  });

  it('is not told where the file leaves it closed', async () => {
    const rows = [[MERGED, closedName, '黄浦区', '已关闭']];
    const same = await uploaded(city, 'centres', csvOf(head, rows));
    const silent = await uploaded(city, 'centres', csvOf([...head, '电话'], [[...(rows[0] ?? []), '021-63230002']]));
    for (const { id } of [same, silent]) {
      const [row] = await rowsOf(city, id);
      expect(row?.problems).toEqual([]);
    }
    expect(silent.counts).toMatchObject({ changed: 1 });
  });
});
