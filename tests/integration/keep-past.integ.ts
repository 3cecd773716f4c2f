import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildersOn } from '@/prisma/seed/builders';
import { LOADING_HISTORY } from '@/prisma/seed/load';
import { useDatabase } from '@/tests/support/database';

// The database itself keeps what was planned for past days, whoever writes. Today is 18 November 2026.

const database = useDatabase('empty');
let ids: Record<'$clinic' | '$new' | '$expert' | '$centre', string>;

beforeAll(async () => {
  const build = buildersOn(database.db, 'past');
  const centre = await build.centre();
  const [clinic, fresh, expert] = [await build.clinic(centre.id), await build.clinic(centre.id), await build.expert()];
  ids = { $clinic: clinic.id, $new: fresh.id, $expert: expert.id, $centre: centre.id };
  await build.schedule(clinic.id, expert.id, { id: 'running' });
  await build.schedule(clinic.id, expert.id, {
    id: 'ended',
    weekday: 1,
    validTo: new Date('2026-11-16'),
  });
  await build.schedule(clinic.id, expert.id, { id: 'coming', weekday: 2, validFrom: new Date('2026-11-24') });
  await build.loadingHistory(async (tx) => {
    const exception = {
      clinicId: clinic.id,
      half: 'am',
      kind: 'removed',
      reason: '停',
      origin: 'demonstration',
    } as const;
    await tx.scheduleException.create({ data: { id: 'was', ...exception, date: new Date('2026-11-11') } });
    await tx.scheduleException.create({ data: { id: 'comes', ...exception, date: new Date('2026-11-25') } });
    await tx.jointClinicStatus.updateMany({
      where: { clinicId: clinic.id },
      data: { id: 'status', validFrom: new Date('2024-01-01') },
    });
    await tx.holidayChange.create({
      data: {
        id: 'day',
        date: new Date('2026-12-24'),
        version: 1,
        kind: 'ordinary_day',
        reason: '通知',
        source: '文号',
        accountId: 'a',
        madeBy: '甲',
        createdAt: new Date(),
      },
    });
  });
});

/** Runs a statement in a transaction that is rolled back; answers the rows it reached, or why it was refused. */
async function attempt(statement: string, before = 'SELECT 1'): Promise<number | string> {
  const client = await database.sql.connect();
  const text = statement.replace(/\$\w+/g, (name) => `'${Object.entries(ids).find(([key]) => key === name)?.[1]}'`);
  try {
    await client.query('BEGIN');
    await client.query(before);
    return (await client.query(text)).rowCount ?? 0;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint) return error.constraint;
    throw error;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const LINE = `INSERT INTO clinic_schedule (id, clinic_id, weekday, half, starts_minute, ends_minute, recurrence,
  anchor_date, valid_from, expert_id, origin) SELECT 'x', $clinic, 5, 'am', 510, 690, 'weekly', '2024-01-01'`;
const EXCEPTION = `INSERT INTO schedule_exception (id, clinic_id, half, kind, reason, origin, date)
  SELECT 'x', $clinic, 'am', 'removed', '停', 'demonstration'`;
const STATUS = 'INSERT INTO joint_clinic_status (id, clinic_id, status, origin, valid_from, valid_to)';
const HOLIDAY = `INSERT INTO holiday (kind, name, name_en, origin, source, date) SELECT 'holiday', '节', 'Day', 'fact', 's'`;
const DAY = `INSERT INTO holiday_change SELECT 'x', $day, 1, 'ordinary_day', NULL, NULL, NULL, '通知', '文号', 'a', '甲', now()`;

const REFUSED: [string, string][] = [
  ['a line that begins before today', `${LINE}, '2026-11-17'::date, $expert, 'demonstration'`],
  ['a running line on another weekday', "UPDATE clinic_schedule SET weekday = 4 WHERE id = 'running'"],
  ['a running line at other hours', "UPDATE clinic_schedule SET ends_minute = 700 WHERE id = 'running'"],
  [
    'a running line every second week',
    "UPDATE clinic_schedule SET recurrence = 'alternate_weeks' WHERE id = 'running'",
  ],
  ['a running line that began later', "UPDATE clinic_schedule SET valid_from = '2025-01-01' WHERE id = 'running'"],
  ['a running line that ended in the past', "UPDATE clinic_schedule SET valid_to = '2026-11-16' WHERE id = 'running'"],
  ['a running line deleted', "DELETE FROM clinic_schedule WHERE id = 'running'"],
  ['an ended line that goes on', "UPDATE clinic_schedule SET valid_to = NULL WHERE id = 'ended'"],
  ['a coming line moved into the past', "UPDATE clinic_schedule SET valid_from = '2026-11-17' WHERE id = 'coming'"],
  ['an exception on a past day', `${EXCEPTION}, '2026-11-17'::date`],
  ['another reason for a past exception', "UPDATE schedule_exception SET reason = '别的' WHERE id = 'was'"],
  ['a coming exception moved into the past', "UPDATE schedule_exception SET date = '2026-11-12' WHERE id = 'comes'"],
  ['a past exception deleted', "DELETE FROM schedule_exception WHERE id = 'was'"],
  ['another status in the past', "UPDATE joint_clinic_status SET status = 'preparing' WHERE id = 'status'"],
  ['a status that ended before today', "UPDATE joint_clinic_status SET valid_to = '2026-11-17' WHERE id = 'status'"],
  ['a status that began earlier', "UPDATE joint_clinic_status SET valid_from = '2023-01-01' WHERE id = 'status'"],
  ['another reason of a past status', "UPDATE joint_clinic_status SET reason = '别的' WHERE id = 'status'"],
  ['a status deleted', "DELETE FROM joint_clinic_status WHERE id = 'status'"],
  [
    'a status before today where sessions were planned',
    `${STATUS} SELECT 'x', $clinic, 'operating', 'fact', '2023-01-01', '2023-02-01'`,
  ],
  ['a clinic deleted with its past', 'DELETE FROM joint_clinic WHERE id = $clinic'],
  ['a past holiday added', `${HOLIDAY}, '2026-11-17'::date`],
  ['a past holiday renamed', "UPDATE holiday SET name = '别的' WHERE date = '2026-10-01'"],
  ['a past holiday deleted', "DELETE FROM holiday WHERE date = '2026-10-01'"],
  ['a version of a past day', DAY.replace('$day', "'2026-11-17'::date")],
  ['a version rewritten', "UPDATE holiday_change SET kind = 'as_published' WHERE id = 'day'"],
  ['a version deleted', "DELETE FROM holiday_change WHERE id = 'day'"],
];

const ALLOWED: [string, string][] = [
  ['a line from today on', `${LINE}, '2026-11-18'::date, $expert, 'demonstration'`],
  ['a running line that ends yesterday', "UPDATE clinic_schedule SET valid_to = '2026-11-17' WHERE id = 'running'"],
  ['a running line that ends later', "UPDATE clinic_schedule SET valid_to = '2027-03-01' WHERE id = 'running'"],
  ['a coming line changed', "UPDATE clinic_schedule SET weekday = 6, valid_from = '2026-11-18' WHERE id = 'coming'"],
  ['a coming line deleted', "DELETE FROM clinic_schedule WHERE id = 'coming'"],
  ['an exception today', `${EXCEPTION}, '2026-11-18'::date`],
  ['a coming exception deleted', "DELETE FROM schedule_exception WHERE id = 'comes'"],
  ['a status that ends today', "UPDATE joint_clinic_status SET valid_to = '2026-11-18' WHERE id = 'status'"],
  [
    'a new clinic that has operated for a while',
    `${STATUS} SELECT 'x', $new, 'preparing', 'fact', '2023-01-01', '2023-02-01'`,
  ],
  ['a version of a day to come', DAY.replace('$day', "'2026-11-18'::date")],
];

describe('the past', () => {
  it.each(REFUSED)('refuses %s', async (_, statement) => {
    expect(await attempt(statement)).toMatch(/_keeps_past$/);
    expect(await attempt(statement, LOADING_HISTORY), 'loading a history').toBeGreaterThan(0);
  });

  it.each(ALLOWED)('allows %s', async (_, statement) => {
    expect(await attempt(statement)).toBe(1);
  });

  it('ends with the day in Shanghai where nobody tells another', async () => {
    const answer = await database.sql.query<{ same: boolean }>(
      `SELECT today_in_shanghai() = (now() AT TIME ZONE 'Asia/Shanghai')::date AS same FROM set_config('app.today', '', false)`,
    );
    expect(answer.rows).toEqual([{ same: true }]);
  });
});
