import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/access/actor';
import { readWorkbook } from '@/lib/core/xlsx-reader';
import { correctedCopy } from '@/lib/registry/files/export';
import { uploadList } from '@/lib/registry/imports/import-commands';
import { chooseMatches } from '@/lib/registry/imports/match-commands';
import { getImport, listImportRows } from '@/lib/registry/queries';
import { AS_NEW, type ImportRowView, type ListName } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import {
  BAD_HEAD,
  badWorkbook,
  lineOfMistake,
  lineOfNote,
  MISTAKES,
  type Mistake,
  NOTES,
} from '@/tests/support/bad-workbook';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { csvOf, whole, workbookOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

const database = useDatabase('demo');
const district = actorWith({ role: 'district_officer', districtCode: '310101' });
const city = actorWith({ role: 'city_officer' });
const COPY_WORDS = {
  heading: '检查结果',
  sheet: '检查',
  line: (column: string, { code }: { code: string }) => `${column}:${code}`,
};

let rows: ImportRowView[];
let importId: string;

beforeAll(async () => {
  const found = await uploaded(district, 'centres', await badWorkbook());
  importId = found.id;
  rows = await rowsOf(district, importId);
  expect(found.rows).toBe(1 + MISTAKES.length + NOTES.length);
  expect(found.columns.filter(({ key }) => key === null)).toEqual([
    { header: '序号', key: null },
    { header: '名称', key: null, twin: 'name' },
    { header: '备注', key: null },
  ]);
});

/** What a row should be told, and what it is. */
function toldOf(mistakes: readonly Mistake[], level: string, lineOf: (at: number) => number) {
  const compared = mistakes.map(({ code, column, suggestion }, at) => {
    const row = rows.find(({ line }) => line === lineOf(at));
    const told = row?.problems.find((problem) => level === 'note' || problem.level === level);
    return {
      wanted: { line: lineOf(at), code, column, ...(suggestion ? { suggestion } : {}) },
      found: {
        ...{ line: row?.line, code: told?.code, column: told?.column },
        ...(suggestion ? { suggestion: told?.suggestion } : {}),
      },
    };
  });
  return { wanted: compared.map(({ wanted }) => wanted), found: compared.map(({ found }) => found) };
}

it(`holds ${MISTAKES.length} kinds of mistakes, each told once, with its cell`, () => {
  const { wanted, found } = toldOf(MISTAKES, 'error', lineOfMistake);
  expect(found).toEqual(wanted);
  expect(rows.slice(1, 1 + MISTAKES.length).every(({ outcome }) => outcome === 'faulty')).toBe(true);
  expect(new Set(MISTAKES.map(({ code, column }) => `${code} ${column}`)).size).toBe(MISTAKES.length);
  expect(MISTAKES.length).toBeGreaterThanOrEqual(20);
});

it('says what it suggests and offers in the language of the reader', async () => {
  const page = await listImportRows(district, { importId }, { locale: 'en', words: REGISTRY_WORDS });
  const problemAt = (line: number) => page?.rows.find((row) => row.line === line)?.problems[0];
  const at = (code: string, column: string) =>
    problemAt(lineOfMistake(MISTAKES.findIndex((one) => one.code === code && one.column === column)));
  expect(at('unknown', 'district')?.suggestion).toBe('Huangpu District');
  expect(at('unknown', 'techniques')?.suggestion).toMatch(/cupping/i);
  expect(at('hoursOverlap', 'hours')?.suggestion).toBe('Mon-Fri 08:00-11:30 13:00-17:00');
  expect(at('choice', 'status')?.suggestion).toBe(REGISTRY_WORDS.en('option.status.operating'));
  expect(at('choice', 'features')?.values.offered).not.toMatch(/\p{Script=Han}/u);
});

it('brings in what is sound, with what was put right, and nothing else', async () => {
  const { wanted, found } = toldOf(NOTES, 'note', lineOfNote);
  expect(found).toEqual(wanted);
  expect(rows.slice(-NOTES.length).map(({ outcome }) => outcome)).toEqual(NOTES.map(() => 'added'));
  const before = await database.db.communityCentre.count();
  expect(await applied(district, importId)).toBe(1 + NOTES.length);
  expect(await database.db.communityCentre.count()).toBe(before + 1 + NOTES.length);
});

async function copyOf(actor: Actor, id: string): Promise<string[][]> {
  const made = await correctedCopy(actor, id, { locale: 'zh-CN', words: REGISTRY_WORDS }, COPY_WORDS);
  if (!made.ok) throw new Error(made.error.code);
  const read = await readWorkbook(await whole(made.value.body), { rows: 100, columns: 60, unpackedBytes: 1_000_000 });
  if (!read.ok) throw new Error(read.problem);
  return (read.sheets[0]?.rows ?? []).map(({ cells }) => cells);
}

it('can be had back with its problems in words, and brings in clean what is put right there', async () => {
  const copy = await copyOf(district, importId);
  const [head = [], ...body] = copy;
  expect(head).toEqual([...BAD_HEAD, '检查结果']);
  const last = body.slice(1, 1 + MISTAKES.length).map((cells) => cells.at(-1) ?? '');
  expect(last.map((text) => text.split('\n')[0]?.split(':')[1])).toEqual(MISTAKES.map(({ code }) => code));
  // what was put right stands right
  const corrected = NOTES.flatMap(({ code, suggestion }, at) =>
    code === 'corrected' && suggestion ? [{ at, suggestion }] : [],
  );
  for (const { at, suggestion } of corrected)
    expect(body.at(at - NOTES.length)).toEqual(expect.arrayContaining([suggestion]));

  // its reader takes what is suggested, and mends the rest
  const mended = MISTAKES.map(({ wrong, suggestion, column }, at) => {
    const cells = [...(body[1 + at] ?? [])];
    for (const [header, text] of Object.entries(wrong)) {
      const good: Record<string, string> = {
        所属区: '黄浦区',
        所属街道: '外滩街道',
        '机构名称*': `黄浦区${at}${at}${at}弄社区卫生服务中心`,
      };
      const place = head.indexOf(header);
      cells[place] =
        suggestion && ['hours', 'status'].includes(column) && text !== '' ? suggestion : (good[header] ?? '');
    }
    return cells.map((text) => text ?? '');
  });
  const again = await uploaded(district, 'centres', await workbookOf(head, mended));
  expect(again.counts).toMatchObject({ added: MISTAKES.length, faulty: 0, question: 0 });
});

describe('in other lists', () => {
  type Case = { list: ListName; head: string[]; row: string[]; told: Record<string, unknown> };
  const TRAINEE = ['姓名', '中心', '入学年度', '双聘医院', '双聘起始日期'];
  const STATION = ['名称', '区', '所属中心', '街道'];
  it.each<Case>([
    {
      ...{ list: 'trainees', head: TRAINEE, row: ['甲某', 'centre-310101-01', '2026', '龙华医院', '46266'] },
      told: { column: 'dualFrom', code: 'date', suggestion: '2026-09-01' },
    },
    {
      ...{ list: 'trainees', head: TRAINEE, row: ['甲某', 'centre-310101-01', '2026', '龙华医院', '2026-2-30'] },
      told: { column: 'dualFrom', code: 'date', suggestion: '2026-02-28' },
    },
    {
      ...{
        list: 'trainees',
        head: TRAINEE,
        row: ['甲某', 'centre-310101-01', '2026', '龙华医院', '２０２６年９月１日'],
      },
      told: { column: 'dualFrom', code: 'corrected', suggestion: '2026-09-01' },
    },
    {
      ...{ list: 'stations', head: STATION, row: ['某某卫生服务站', '黄浦区', '外滩街道社区卫生服务中新', '外滩街道'] },
      told: { column: 'centre', code: 'unknown' },
    },
  ])('$list: $told.code of $told.column', async ({ list, head, row, told }) => {
    const { id } = await uploaded(city, list, csvOf(head, [row]));
    const [found] = await rowsOf(city, id);
    expect(found?.problems[0]).toMatchObject(told);
  });

  it('a name that sounds like one that is there is a question', async () => {
    const { name } = await database.db.facility.findUniqueOrThrow({ where: { id: 'centre-310101-01' } });
    expect(name).toContain('打浦桥');
    const sounds = name.replace('打浦桥', '大浦桥');
    const { id } = await uploaded(district, 'centres', csvOf(['名称', '区', '街道'], [[sounds, '黄浦', '打浦桥街道']]));
    const [found] = await rowsOf(district, id);
    expect(found).toMatchObject({ outcome: 'question' });
    expect(found?.candidates.find((one) => one.id === 'centre-310101-01')?.reasons).toContain('reading');
  });

  it('an entry under an id of another system is a question, and written as what it is', async () => {
    const { name } = await database.db.facility.findUniqueOrThrow({ where: { id: 'centre-310101-01' } });
    const head = ['编号', '名称', '区', '街道', '英文名称'];
    const { id, version } = await uploaded(
      city,
      'centres',
      csvOf(head, [['hosp-0001', name, '黄浦', '打浦桥街道', 'Other']]),
    );
    expect((await rowsOf(city, id))[0]).toMatchObject({
      outcome: 'question',
      candidates: [{ id: 'centre-310101-01' }],
    });
    const choose = async (choice: string, at: number) =>
      await chooseMatches(city, { importId: id, version: at, choices: { '2': choice } }, REGISTRY_WORDS);
    expect(await choose(AS_NEW, version)).toMatchObject({ ok: true });
    expect((await rowsOf(city, id))[0]).toMatchObject({
      ...{ outcome: 'question', chosen: null },
      problems: [{ column: 'id', code: 'keyTaken', level: 'warning', suggestion: 'centre-310101-01' }],
    });
    await choose('centre-310101-01', (await getImport(city, id))?.version ?? 0);
    expect((await rowsOf(city, id))[0]).toMatchObject({ outcome: 'changed', problems: [] });
    expect(await applied(city, id)).toBe(1);
    expect(await database.db.facility.count({ where: { name } })).toBe(1);
  });

  it('a name that another entry has is told before it is written', async () => {
    const { name } = await database.db.facility.findUniqueOrThrow({ where: { id: 'centre-310101-01' } });
    const { id } = await uploaded(
      city,
      'centres',
      csvOf(['编号', '名称', '区'], [['centre-310101-02', name, '黄浦区']]),
    );
    expect((await rowsOf(city, id))[0]).toMatchObject({ outcome: 'faulty', problems: [{ code: 'keyTaken' }] });
  });

  it('a file of other columns, without a needed one, or in a wrong encoding is refused as a whole', async () => {
    const refusal = async (file: Buffer) => {
      const done = await uploadList(city, { list: 'centres', fileName: 'a.csv', file, datum: 'wgs84' }, REGISTRY_WORDS);
      return done.ok ? null : done.error.problems?.[0];
    };
    expect(await refusal(csvOf(['甲', '乙'], [['1', '2']]))).toMatchObject({ messageKey: 'registry.file.noHead' });
    const missing = { messageKey: 'registry.file.missingColumns', values: { columns: 'district' } };
    expect(await refusal(csvOf(['名称', '电话'], [['某某', '1']]))).toMatchObject(missing);
    const garbled = Buffer.from(csvOf(['名称', '区'], [['某某', '黄浦']]).toString('latin1'));
    expect(await refusal(garbled)).toMatchObject({ messageKey: 'registry.file.noHead' });
    expect(await getImport(city, 'none')).toBeNull();
  });
});
