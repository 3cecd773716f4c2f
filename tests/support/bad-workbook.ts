import { zipStream } from '@/lib/core/zip-stream';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import { whole } from './list-files';

// A workbook of centres as nobody should send it: a merged title above the head, columns of its own and one twice, blank and
// hidden rows, formulas, and a mistake of its own in each row.

export const BAD_HEAD = [
  ...['序号', '编号', '机构名称*', '名称', '英文名称', '所属区', '所属街道', '联系电话', '纬度', '经度', '坐标系'],
  ...['门诊时间', '节假日是否开放', '运行状态', '便民服务', '中医馆', '中级以上中医师人数', '适宜技术', '病种', '备注'],
];
const GOOD: Record<string, string> = { 所属区: '黄浦区', 所属街道: '外滩街道' };
const SOUND = '黄浦区毫无问题社区卫生服务中心';
export type Mistake = { wrong: Record<string, string>; code: ProblemCode; column: string; suggestion?: string };

export const MISTAKES: readonly Mistake[] = [
  { wrong: { '机构名称*': '' }, code: 'required', column: 'name' },
  { wrong: { '机构名称*': '某' }, code: 'tooShort', column: 'name' },
  { wrong: { 英文名称: 'x'.repeat(161) }, code: 'tooLong', column: 'nameEn' },
  { wrong: { 所属区: '黄埔区' }, code: 'unknown', column: 'district', suggestion: '黄浦区' },
  { wrong: { 所属区: '徐汇区', 所属街道: '' }, code: 'outOfScope', column: 'district' },
  { wrong: { 所属街道: '徐家汇街道' }, code: 'subdistrictElsewhere', column: 'subdistrict' },
  { wrong: { 联系电话: '见官网' }, code: 'phone', column: 'phone' },
  { wrong: { 纬度: '121.4849', 经度: '31.2368' }, code: 'swapped', column: 'latitude', suggestion: '31.2368' },
  { wrong: { 纬度: '31.2368' }, code: 'pair', column: 'longitude' },
  { wrong: { 纬度: '31度14分', 经度: '121.4849' }, code: 'degrees', column: 'latitude' },
  { wrong: { 纬度: '0', 经度: '0' }, code: 'outsideChina', column: 'latitude' },
  { wrong: { 所属街道: '' }, code: 'noPosition', column: 'latitude' },
  { wrong: { 坐标系: '火星' }, code: 'choice', column: 'datum' },
  { wrong: { 门诊时间: '看情况' }, code: 'hours', column: 'hours' },
  {
    wrong: { 门诊时间: '工作日 8:00-17:00 11:30-13:00' },
    code: 'hoursOverlap',
    column: 'hours',
    suggestion: '周一至周五 08:00-11:30 13:00-17:00',
  },
  { wrong: { 门诊时间: '工作日 17:00-8:00' }, code: 'hoursBackwards', column: 'hours' },
  { wrong: { 门诊时间: '工作日 8:00-11:00（午休 11:30-13:00）' }, code: 'hoursBreak', column: 'hours' },
  { wrong: { 节假日是否开放: '看情况' }, code: 'yesNo', column: 'holidays' },
  { wrong: { 运行状态: '正常开' }, code: 'choice', column: 'status', suggestion: '正常开放' },
  { wrong: { 便民服务: '停机坪' }, code: 'choice', column: 'features' },
  { wrong: { 中级以上中医师人数: '三名' }, code: 'integer', column: 'physicians' },
  { wrong: { 中级以上中医师人数: '-1' }, code: 'range', column: 'physicians' },
  { wrong: { 适宜技术: '针刺；拔灌' }, code: 'unknown', column: 'techniques', suggestion: '拔罐' },
  { wrong: { 病种: '不寐病；相思病' }, code: 'unknown', column: 'conditions' },
  { wrong: { 联系电话: '#N/A' }, code: 'errorValue', column: 'phone' },
  { wrong: { 编号: '中心一' }, code: 'idForm', column: 'id' },
  { wrong: { 编号: 'centre-310104-01' }, code: 'idTaken', column: 'id' },
  { wrong: { '机构名称*': SOUND }, code: 'duplicate', column: 'name' },
];

/** What is only worth a look, or was put right. */
export const NOTES: readonly Mistake[] = [
  { wrong: { 纬度: '30.9', 经度: '121.9', 坐标系: 'WGS-84' }, code: 'outsideDistrict', column: 'latitude' },
  { wrong: { 联系电话: '６３２３１２３４' }, code: 'corrected', column: 'phone', suggestion: '021-63231234' },
  {
    wrong: { 门诊时间: '工作日 8:00-17:00（午休 11:30-13:00）' },
    code: 'corrected',
    column: 'hours',
    suggestion: '周一至周五 08:00-11:30 13:00-17:00',
  },
  { wrong: { 英文名称: 'Hidden\u200b row' }, code: 'corrected', column: 'nameEn', suggestion: 'Hidden row' },
];

/** The first row below the head, and the rows of mistakes and notes after it; three rows between them are blank. */
const FIRST_LINE = 3;
export const lineOfMistake = (at: number) => FIRST_LINE + 1 + at;
export const lineOfNote = (at: number) => lineOfMistake(MISTAKES.length) + 3 + at;

type Row = { line: number; cells: readonly string[]; hidden?: boolean };

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** Numbers are results of formulas, as when a column was filled by dragging. */
const cellXml = (text: string) =>
  /^\d+$/.test(text)
    ? `<c><f>1*${text}</f><v>${text}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** A workbook as other programs write it. */
export async function rawWorkbook(rows: readonly Row[], merged: readonly string[] = []): Promise<Buffer> {
  const body = rows.map(
    ({ line, cells, hidden }) => `<row r="${line}"${hidden ? ' hidden="1"' : ''}>${cells.map(cellXml).join('')}</row>`,
  );
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const files = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="甲" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${body.join('')}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`,
  };
  return await whole(zipStream(Object.entries(files).map(([name, text]) => ({ name, content: [text] }))));
}

const cellsFor = (wrong: Record<string, string>, at: number) =>
  BAD_HEAD.map(
    (head) => wrong[head] ?? GOOD[head] ?? (head === '机构名称*' ? `黄浦区${at}${at}${at}路社区卫生服务中心` : ''),
  );

/** That workbook. */
export async function badWorkbook(): Promise<Buffer> {
  return await rawWorkbook(
    [
      { line: 1, cells: ['黄浦区社区卫生服务中心一览表'] },
      { line: 2, cells: BAD_HEAD },
      { line: FIRST_LINE, cells: cellsFor({ '机构名称*': SOUND }, 0) },
      ...MISTAKES.map(({ wrong }, at) => ({ line: lineOfMistake(at), cells: cellsFor(wrong, at + 1) })),
      ...NOTES.map(({ wrong }, at) => ({
        line: lineOfNote(at),
        cells: cellsFor(wrong, MISTAKES.length + at + 1),
        hidden: at === NOTES.length - 1,
      })),
    ],
    ['A1:S1'],
  );
}
