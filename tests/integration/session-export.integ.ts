import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportClinicSessions } from '@/lib/clinic-sessions/list-export';
import { listClinicSessions } from '@/lib/clinic-sessions/list-queries';
import { cellValue, columnShape, columnsOf } from '@/lib/clinic-sessions/list-rules';
import { CHOICE_COLUMNS, type SessionListRequest } from '@/lib/clinic-sessions/list-schema';
import { addDays, civilDate } from '@/lib/core/dates';
import { buildersOn } from '@/prisma/seed/builders';
import { sessionBuildersOn } from '@/prisma/seed/session-builders';
import { actorWith } from '@/tests/support/actors';
import { useDatabase } from '@/tests/support/database';
import { PLAIN_WORDS } from '@/tests/support/list-words';

const database = useDatabase('empty');
const city = actorWith({ role: 'city_officer' }, { displayName: '王芳' });
const FIRST = civilDate('2025-01-06');
const RECORDS = 620;
const EVERYTHING: SessionListRequest = { filter: {}, columns: CHOICE_COLUMNS };

let clinicId: string;

beforeAll(async () => {
  const build = buildersOn(database.db, 'export');
  const centre = await build.centre();
  const clinic = await build.clinic(centre.id, { name: '=HYPERLINK("http://x")专病门诊' });
  const expert = await build.expert();
  await build.schedule(clinic.id, expert.id);
  await build.trainee(clinic.id);
  const { record, fullRecord } = sessionBuildersOn(database.db);
  for (let n = 0; n < RECORDS - 2; n++) await record(clinic.id, addDays(FIRST, n), { half: n % 2 ? 'am' : 'pm' });
  await fullRecord(clinic.id, civilDate('2026-11-10'), { note: '+86 来电\n第二行 "引号"', state: 'accepted' });
  await record(clinic.id, civilDate('2026-11-11'), {
    held: false,
    notHeldReason: 'holiday',
    state: 'returned',
    origin: 'imported',
  });
  clinicId = clinic.id;
}, 120_000);

async function fileOf(request: SessionListRequest, format: 'xlsx' | 'csv', actor = city): Promise<Buffer> {
  const made = await exportClinicSessions(actor, { ...request, format }, PLAIN_WORDS);
  if (!made.ok) throw new Error(made.error.code);
  const parts: Uint8Array[] = [];
  for await (const part of made.value.body) parts.push(part);
  return Buffer.concat(parts);
}

/** What the pages of the list show, cell by cell, as a spreadsheet holds it. */
async function shown(request: SessionListRequest) {
  const columns = columnsOf(request);
  const rows = [];
  for (let cursor: Parameters<typeof listClinicSessions>[2]; ; ) {
    const page = await listClinicSessions(city, request.filter, cursor);
    rows.push(...page.rows);
    if (!page.next) break;
    cursor = { cursor: page.next };
  }
  return rows.map((row) => [
    ...columns.map((column) => {
      const value = cellValue(column, row, PLAIN_WORDS);
      if (value instanceof Date) return Math.round(value.getTime() / 60_000) + 8 * 60;
      return columnShape(column).kind === 'date' && value ? Date.parse(`${value}T00:00:00Z`) / 60_000 : value;
    }),
    row.demonstration ? 'demonstration' : null,
  ]);
}

const inMinutes = (value: unknown) => (value instanceof Date ? Math.round(value.getTime() / 60_000) : value);

describe('exportClinicSessions', () => {
  it('holds exactly what the list shows: rows, columns, order and types', async () => {
    const [rows, about] = await readXlsxFile(await fileOf(EVERYTHING, 'xlsx'), { trim: false });
    expect(rows?.data[0]).toEqual([...columnsOf(EVERYTHING), 'origin']);
    const expected = await shown(EVERYTHING);
    expect(expected).toHaveLength(RECORDS);
    expect(rows?.data.slice(1).map((row) => row.map(inMinutes))).toEqual(expected);
    expect(about?.data.slice(1)).toEqual([
      ['rows', String(RECORDS)],
      ['demonstration', String(RECORDS - 1)],
      ['cut', 'false'],
      ['madeBy', '王芳'],
    ]);
  });

  it('follows filter and columns', async () => {
    const request: SessionListRequest = {
      filter: { from: civilDate('2026-09-01'), held: 'holiday' },
      columns: ['held', 'visits'],
    };
    const [rows] = await readXlsxFile(await fileOf(request, 'xlsx'));
    expect(rows?.data.map((row) => row.map(inMinutes))).toEqual([
      ['date', 'half', 'clinic', 'held', 'visits', 'origin'],
      [
        Date.parse('2026-11-11T00:00:00Z') / 60_000,
        'am',
        '=HYPERLINK("http://x")专病门诊',
        'not held: holiday',
        null,
        null,
      ],
    ]);
  });

  it('writes the same as CSV, with texts that would run made harmless', async () => {
    const request: SessionListRequest = {
      filter: { from: civilDate('2026-11-01') },
      columns: ['visits', 'note', 'acceptedAt'],
    };
    expect((await fileOf(request, 'csv')).toString()).toBe(
      [
        '\uFEFFdate,half,clinic,visits,note,acceptedAt,origin',
        `2026-11-11,am,"'=HYPERLINK(""http://x"")专病门诊",,,,`,
        `2026-11-10,am,"'=HYPERLINK(""http://x"")专病门诊",12,"'+86 来电\n第二行 ""引号""",2026-11-10 16:00,demonstration`,
        '',
      ].join('\r\n'),
    );
  });

  it('is a file with only its head where nothing fits', async () => {
    const [rows, about] = await readXlsxFile(await fileOf({ filter: { text: '没有' }, columns: [] }, 'xlsx'));
    expect(rows?.data).toEqual([['date', 'half', 'clinic', 'origin']]);
    expect(about?.data.slice(1, 3)).toEqual([
      ['rows', '0'],
      ['demonstration', '0'],
    ]);
  });

  it('is recorded before it is read: who, what was asked, in which format', async () => {
    const filter = { clinic: clinicId, late: true };
    const made = await exportClinicSessions(city, { filter, columns: ['note'], format: 'csv' }, PLAIN_WORDS);
    expect(made).toMatchObject({ ok: true, value: { fileName: 'clinic-sessions-2026-11-18.csv' } });
    const entry = await database.db.auditEvent.findFirst({ orderBy: { seq: 'desc' } });
    expect(entry).toMatchObject({
      event: 'export.made',
      objectType: 'Export',
      objectLabel: 'ClinicSession',
      actorName: '王芳',
      after: { filter: { clinic: clinicId, late: true }, columns: ['note'], format: 'csv' },
    });
  });

  it('is nothing for those who only read their own records, and nothing is recorded', async () => {
    const before = await database.db.auditEvent.count();
    for (const scope of [
      { role: 'expert', expertId: 'export-expert-3' },
      { role: 'trainee', traineeId: 'export-trainee-4' },
    ] as const) {
      const refused = await exportClinicSessions(actorWith(scope), { ...EVERYTHING, format: 'xlsx' }, PLAIN_WORDS);
      expect(refused).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    expect(await database.db.auditEvent.count()).toBe(before);
  });
});
