import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { submitInformationReport } from '@/lib/directory/commands';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('demo');

const valid = () => ({
  id: randomUUID(),
  facilityId: 'centre-310101-02',
  clinicId: '',
  category: 'hours' as const,
  message: '周六上午其实不开门。\r\n已经跑了两趟。',
  contact: '',
  locale: 'zh-CN' as const,
  website: '',
});

let clients = 0;
const someone = () => `10.1.0.${++clients}`;

async function stored(id: string) {
  return await database.db.informationReport.findMany({ where: { id } });
}

describe('submitInformationReport', () => {
  it('stores a report about a place', async () => {
    const input = valid();
    expect(await submitInformationReport(input, someone())).toEqual({ ok: true, value: { id: input.id } });
    expect(await stored(input.id)).toMatchObject([
      {
        facilityId: 'centre-310101-02',
        jointClinicId: null,
        category: 'hours',
        message: '周六上午其实不开门。\n已经跑了两趟。',
        contact: null,
        locale: 'zh-CN',
        status: 'open',
      },
    ]);
  });

  it('stores a report about a clinic, and one about neither', async () => {
    const clinic = await database.db.jointClinic.findFirstOrThrow();
    const about = { ...valid(), facilityId: undefined, clinicId: clinic.id, contact: ' 李女士 13800000000 ' };
    expect(await submitInformationReport(about, someone())).toMatchObject({ ok: true });
    expect(await stored(about.id)).toMatchObject([{ jointClinicId: clinic.id, contact: '李女士 13800000000' }]);
    const neither = { ...valid(), facilityId: '', clinicId: null };
    expect(await submitInformationReport(neither, someone())).toMatchObject({ ok: true });
  });

  it.each([
    ['id', { id: 'not-a-uuid' }, 'report.problem.id'],
    ['facilityId', { facilityId: "x'; DROP TABLE facility; --" }, 'report.problem.subject'],
    ['clinicId', { facilityId: '', clinicId: '../../etc' }, 'report.problem.subject'],
    ['clinicId', { clinicId: 'clinic-310101-02-1' }, 'report.problem.subject'],
    ['category', { category: 'praise' }, 'report.problem.category'],
    ['message', { message: ' 短了 ' }, 'report.problem.message'],
    ['message', { message: '😀😀😀😀' }, 'report.problem.message'],
    ['message', { message: '\u0000\u0001\u0002\u0003\u0004\u0005' }, 'report.problem.message'],
    ['message', { message: '长'.repeat(1001) }, 'report.problem.message'],
    ['message', { message: undefined }, 'report.problem.message'],
    ['contact', { contact: '1'.repeat(101) }, 'report.problem.contact'],
    ['locale', { locale: 'fr' }, 'report.problem.locale'],
  ])('refuses a bad %s (%j)', async (path, change, messageKey) => {
    // what a form sends is not typed; this is what the command must survive
    const input = { ...valid(), ...change } as ReturnType<typeof valid>;
    expect(await submitInformationReport(input, someone())).toEqual({
      ok: false,
      error: { code: 'INVALID', problems: [{ path, messageKey }] },
    });
    expect(await database.db.informationReport.count({ where: { id: String(input.id) } })).toBe(0);
  });

  it('takes the longest message that the database takes', async () => {
    const input = { ...valid(), message: '😀'.repeat(1000) };
    expect(await submitInformationReport(input, someone())).toMatchObject({ ok: true });
  });

  it.each([{ facilityId: 'centre-000000-00' }, { facilityId: '', clinicId: 'clinic-000000-00-0' }])(
    'answers NOT_FOUND for an unknown subject %j',
    async (subject) => {
      const input = { ...valid(), ...subject };
      expect(await submitInformationReport(input, someone())).toMatchObject({ error: { code: 'NOT_FOUND' } });
      expect(await stored(input.id)).toEqual([]);
    },
  );

  it('stores the same report once, also when two copies race', async () => {
    const input = valid();
    const client = someone();
    const answers = await Promise.all([1, 2, 3].map(() => submitInformationReport(input, client)));
    answers.push(await submitInformationReport(input, client));
    for (const answer of answers) expect(answer).toEqual({ ok: true, value: { id: input.id } });
    expect(await stored(input.id)).toHaveLength(1);
  });

  it('lets a client send five an hour, whoever answers, and keeps no address', async () => {
    const client = someone();
    const answers = await Promise.all(Array.from({ length: 8 }, () => submitInformationReport(valid(), client)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]));
    // the clock stands at half past nine
    expect(refused).toEqual(
      Array(3).fill({ code: 'RATE_LIMITED', messageKey: 'report.problem.limit', retryAfterSeconds: 1800 }),
    );
    expect(await submitInformationReport(valid(), someone())).toMatchObject({ ok: true });
    const keys = await database.db.rateLimitWindow.findMany({ select: { key: true } });
    expect(keys.some(({ key }) => key.includes(client))).toBe(false);
  });

  it('accepts a retry of a stored report from a client over the limit', async () => {
    const client = someone();
    const first = valid();
    for (const input of [first, valid(), valid(), valid(), valid(), valid()])
      await submitInformationReport(input, client);
    expect(await submitInformationReport(first, client)).toMatchObject({ ok: true });
  });

  it('forgets old counters', async () => {
    const windowStart = new Date('2026-11-01T00:00:00Z');
    await database.db.rateLimitWindow.create({ data: { key: 'information-report:old', windowStart, count: 3 } });
    await submitInformationReport(valid(), someone());
    expect(await database.db.rateLimitWindow.count({ where: { windowStart } })).toBe(0);
  });

  it('takes what a program fills in, and stores nothing', async () => {
    const input = { ...valid(), website: 'https://example.com' };
    expect(await submitInformationReport(input, someone())).toMatchObject({ ok: true });
    expect(await stored(input.id)).toEqual([]);
  });
});
