import { beforeAll, expect, it } from 'vitest';
import { readWorkbook } from '@/lib/core/xlsx-reader';
import { correctedCopy } from '@/lib/registry/export';
import type { ImportRowView, ProblemCode } from '@/lib/registry/schema';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { applied, rowsOf, uploaded } from '@/tests/support/imported';
import { whole, workbookOf } from '@/tests/support/list-files';
import { REGISTRY_WORDS } from '@/tests/support/registry-words';

// A workbook as nobody should send it: a title above the head, columns of its own, and a mistake of its own in each row.

const database = useDatabase('demo');
const district = actorWith({ role: 'district_officer', districtCode: '310101' });

const HEAD = [
  '序号',
  '编号',
  '机构名称*',
  '英文名称',
  '所属区',
  '所属街道',
  '联系电话',
  '纬度',
  '经度',
  '坐标系',
  '门诊时间',
  '节假日是否开放',
  '运行状态',
  '便民服务',
  '中医馆',
  '中级以上中医师人数',
  '病种',
  '备注',
];
const GOOD: Record<string, string> = { 所属区: '黄浦区', 所属街道: '外滩街道' };
type Mistake = { wrong: Record<string, string>; code: ProblemCode; column: string; suggestion?: string };

const MISTAKES: Mistake[] = [
  { wrong: { '机构名称*': '' }, code: 'required', column: 'name' },
  { wrong: { '机构名称*': '某' }, code: 'tooShort', column: 'name' },
  { wrong: { 英文名称: 'x'.repeat(161) }, code: 'tooLong', column: 'nameEn' },
  { wrong: { 所属区: '黄埔区' }, code: 'unknown', column: 'district', suggestion: '黄浦区' },
  { wrong: { 所属区: '徐汇区', 所属街道: '' }, code: 'outOfScope', column: 'district' },
  { wrong: { 所属街道: '徐家汇街道' }, code: 'subdistrictElsewhere', column: 'subdistrict' },
  { wrong: { 联系电话: '见官网' }, code: 'phone', column: 'phone' },
  { wrong: { 纬度: '121.4849', 经度: '31.2368' }, code: 'swapped', column: 'latitude' },
  { wrong: { 纬度: '31.2368' }, code: 'pair', column: 'longitude' },
  { wrong: { 纬度: '31度14分', 经度: '121.4849' }, code: 'degrees', column: 'latitude' },
  { wrong: { 纬度: '0', 经度: '0' }, code: 'outsideChina', column: 'latitude' },
  { wrong: { 所属街道: '' }, code: 'noPosition', column: 'latitude' },
  { wrong: { 坐标系: '火星' }, code: 'choice', column: 'datum' },
  { wrong: { 门诊时间: '工作日' }, code: 'hours', column: 'hours' },
  { wrong: { 节假日是否开放: '看情况' }, code: 'yesNo', column: 'holidays' },
  { wrong: { 运行状态: '正常开' }, code: 'choice', column: 'status', suggestion: '正常开放' },
  { wrong: { 便民服务: '停机坪' }, code: 'choice', column: 'features' },
  { wrong: { 中级以上中医师人数: '三名' }, code: 'integer', column: 'physicians' },
  { wrong: { 中级以上中医师人数: '-1' }, code: 'range', column: 'physicians' },
  { wrong: { 病种: '不寐病；相思病' }, code: 'unknown', column: 'conditions' },
  { wrong: { 联系电话: '#N/A' }, code: 'errorValue', column: 'phone' },
  { wrong: { 编号: '中心一' }, code: 'idForm', column: 'id' },
  { wrong: { 编号: 'centre-310104-01' }, code: 'idTaken', column: 'id' },
  { wrong: { '机构名称*': '黄浦区毫无问题社区卫生服务中心' }, code: 'duplicate', column: 'name' },
];

/** What is only worth a look, or was put right. */
const NOTES: Mistake[] = [
  { wrong: { 纬度: '30.9', 经度: '121.9', 坐标系: 'WGS-84' }, code: 'outsideDistrict', column: 'latitude' },
  { wrong: { 联系电话: '６３２３１２３４' }, code: 'corrected', column: 'phone', suggestion: '021-63231234' },
];

const rowFor = (wrong: Record<string, string>, at: number) =>
  HEAD.map((head) => wrong[head] ?? GOOD[head] ?? (head === '机构名称*' ? `黄浦区第${at}千号社区卫生服务中心` : ''));

let rows: ImportRowView[];
let importId: string;

beforeAll(async () => {
  const data = [
    rowFor({ '机构名称*': '黄浦区毫无问题社区卫生服务中心' }, 0),
    ...[...MISTAKES, ...NOTES].map(({ wrong }, at) => rowFor(wrong, at + 1)),
  ];
  const title = ['黄浦区社区卫生服务中心一览表', ...HEAD.slice(1).map(() => '')];
  const found = await uploaded(district, 'centres', await workbookOf(title, [HEAD, ...data]));
  importId = found.id;
  rows = await rowsOf(district, importId);
  expect(found.rows).toBe(data.length);
  expect(found.columns.filter(({ key }) => key === null).map(({ header }) => header)).toEqual(['序号', '备注']);
});

it(`holds ${MISTAKES.length} kinds of mistakes, each told once, with its cell`, () => {
  const told = MISTAKES.map(({ code, column, suggestion }, at) => {
    const row = rows[at + 1];
    const errors = row?.problems.filter(({ level }) => level === 'error') ?? [];
    return {
      wanted: { line: at + 4, outcome: 'faulty', code, column, ...(suggestion ? { suggestion } : {}) },
      found: {
        line: row?.line,
        outcome: row?.outcome,
        code: errors[0]?.code,
        column: errors[0]?.column,
        ...(suggestion ? { suggestion: errors[0]?.suggestion } : {}),
      },
    };
  });
  expect(told.map(({ found }) => found)).toEqual(told.map(({ wanted }) => wanted));
  expect(new Set(MISTAKES.map(({ code, column }) => `${code} ${column}`)).size).toBe(MISTAKES.length);
  expect(MISTAKES.length).toBeGreaterThanOrEqual(20);
});

it('brings in what is sound, with what was put right, and nothing else', async () => {
  const notes = rows
    .slice(-NOTES.length)
    .map(({ outcome, problems }) => [outcome, problems.map(({ code }) => code).join()]);
  expect(notes).toEqual(NOTES.map(({ code }) => ['added', code]));
  const before = await database.db.communityCentre.count();
  expect(await applied(district, importId)).toBe(1 + NOTES.length);
  expect(await database.db.communityCentre.count()).toBe(before + 1 + NOTES.length);
});

it('can be had back with its problems in words', async () => {
  const say = {
    heading: '检查结果',
    sheet: '检查',
    line: (column: string, { code }: { code: string }) => `${column}:${code}`,
  };
  const made = await correctedCopy(district, importId, { locale: 'zh-CN', words: REGISTRY_WORDS }, say);
  if (!made.ok) throw new Error(made.error.code);
  const read = await readWorkbook(await whole(made.value.body), { rows: 100, columns: 60, unpackedBytes: 1_000_000 });
  if (!read.ok) throw new Error(read.problem);
  const copy = read.sheets[0]?.rows ?? [];
  expect(copy[0]?.cells).toEqual([...HEAD, '检查结果']);
  const last = copy.slice(2, 2 + MISTAKES.length).map(({ cells }) => cells.at(-1) ?? '');
  expect(last.map((text) => text.split('\n')[0]?.split(':')[1])).toEqual(MISTAKES.map(({ code }) => code));
  // what was put right stands right
  expect(copy.at(-1)?.cells[HEAD.indexOf('联系电话')]).toBe('021-63231234');
});
