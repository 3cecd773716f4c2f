import { openDatabase } from '@/lib/db/client';
import { VISITED_IMPORT } from './samples';

// A file of centres that the browser tests look at: something new, something changed, a question and mistakes.

const BASE = {
  district: '310101',
  status: 'operating',
  holidays: 'no',
  origin: 'imported',
  tcmArea: 'hall',
  datum: 'wgs84',
  latitude: '31.236800',
  longitude: '121.484900',
  exactness: 'building',
};
const HEADERS = [
  { header: '名称', key: 'name' },
  { header: '所属区', key: 'district' },
  { header: '联系电话', key: 'phone' },
  { header: '备注', key: null },
];

/** Makes that import in the demonstration's database. */
export async function makeVisitedImport(url: string): Promise<void> {
  const db = openDatabase(url);
  try {
    const centre = await db.facility.findUniqueOrThrow({ where: { id: 'centre-310101-01' } });
    const known = { ...BASE, id: centre.id, name: centre.name, phone: '021-63231234' };
    const row = { problems: [], candidates: [], raw: ['', '', '', ''] };
    const wrong = (column: string, code: string, found: string, suggestion: string | null = null, values = {}) => ({
      ...{ column, code, level: 'error', found, suggestion, values },
    });
    await db.listImport.create({
      data: {
        ...{ id: VISITED_IMPORT, list: 'centres', fileName: '黄浦区社区卫生服务中心.xlsx', fileHash: '0'.repeat(64) },
        ...{
          datum: 'wgs84',
          columns: HEADERS,
          rowCount: 5,
          unmentioned: 245,
          accountId: 'x',
          madeBy: '演示·市级管理员',
        },
        checkedAt: new Date('2026-11-17T02:00:00Z'),
        rows: {
          create: [
            {
              ...{
                ...row,
                line: 3,
                outcome: 'added',
                label: '黄浦区示例社区卫生服务中心',
                objectId: 'centre-310101-sample',
              },
              after: { ...BASE, id: 'centre-310101-sample', name: '黄浦区示例社区卫生服务中心' },
              problems: [{ ...wrong('phone', 'corrected', '63231234', '021-63231234'), level: 'corrected' }],
            },
            {
              ...{ ...row, line: 4, outcome: 'changed', label: centre.name, objectId: centre.id },
              before: { ...known, phone: '021-0550-0101' },
              after: known,
            },
            {
              ...{ ...row, line: 5, outcome: 'question', label: '黄浦外滩卫生服务中心', objectId: 'centre-310101-new' },
              after: { ...BASE, id: 'centre-310101-new', name: '黄浦外滩卫生服务中心', phone: '021-63231234' },
              candidates: [{ id: centre.id, reasons: ['name', 'near'], metres: 85 }],
            },
            {
              ...{ ...row, line: 6, outcome: 'faulty', label: '老西门中心', raw: ['老西门中心', '黄埔区', '暂无', ''] },
              problems: [
                wrong('district', 'unknown', '黄埔区', '黄浦区', { text: '黄埔区' }),
                wrong('phone', 'phone', '暂无'),
              ],
            },
            {
              ...row,
              line: 7,
              outcome: 'faulty',
              label: '重复的中心',
              problems: [wrong('name', 'duplicate', '重复的中心', null, { line: 3 })],
            },
          ],
        },
      },
    });
  } finally {
    await db.$disconnect();
  }
}
