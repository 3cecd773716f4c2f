import { beforeAll, describe, expect, it } from 'vitest';
import {
  ACTIVITY_COUNTS,
  type ActivityCounts,
  add,
  contributionOf,
  isNothing,
  NO_ACTIVITY,
} from '@/lib/clinic-sessions/activity-rules';
import { sessionContentSchema } from '@/lib/clinic-sessions/schema';
import { contentOfRow, SESSION_SELECT, type SessionRow } from '@/lib/clinic-sessions/session-rows';
import { addDays, type CivilDate, dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { planClinics } from '@/lib/joint-clinics/plan-clinics';
import { historyStart } from '@/prisma/seed/scale';
import { useDatabase } from '@/tests/support/database';
import { FIXED_NOW } from '@/tests/support/fixed-clock';

const database = useDatabase('demo');
const TODAY = dateInShanghai(new Date(FIXED_NOW));
const SINCE = historyStart(TODAY, 2);

const slotOf = (clinicId: string, date: CivilDate, half: string) => `${clinicId} ${date} ${half}`;
const monthKey = (clinicId: string, date: CivilDate) => `${clinicId} ${date.slice(0, 7)}`;

const records: SessionRow[] = [];
/** The planned expert of every expected slot. */
const expected = new Map<string, string>();
const expectedInMonth = new Map<string, number>();

beforeAll(async () => {
  // by district, for what hangs on all of them at once would be more parameters than a statement may have
  for (const { code: districtCode } of await database.db.district.findMany({ select: { code: true } }))
    records.push(...(await database.db.clinicSession.findMany({ where: { districtCode }, select: SESSION_SELECT })));
  for (const { clinicId, plan } of await planClinics(database.db, {}, { from: SINCE, to: TODAY }))
    for (const { date, half, expertId } of plan.expected) {
      expected.set(slotOf(clinicId, date, half), expertId);
      const key = monthKey(clinicId, date);
      expectedInMonth.set(key, (expectedInMonth.get(key) ?? 0) + 1);
    }
});

async function rows(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.sql.query<Record<string, unknown>>(statement, values)).rows;
}

describe('the history', () => {
  it('has about 20,000 sessions in the 24 months before this one, and until today, and a few notices of today', () => {
    expect(records.length).toBeGreaterThan(17_500);
    expect(records.length).toBeLessThan(22_500);
    const dates = records.map(({ date }) => fromDbDate(date)).sort();
    expect(dates.at(0)).toBe(SINCE);
    expect(dates.filter((date) => date === TODAY).length).toBeLessThan(6);
    expect(dates.filter((date) => date === addDays(TODAY, -1)).length).toBeGreaterThan(5);
    expect(records.filter(({ firstSubmittedAt }) => firstSubmittedAt > new Date(FIXED_NOW))).toEqual([]);
  });

  it('agrees with the plan: planned records stand where a session was expected of that expert, extra ones elsewhere', () => {
    const planned = records.filter((record) => record.planned);
    const astray = planned.filter(
      ({ clinicId, date, half, plannedExpertId }) =>
        expected.get(slotOf(clinicId, fromDbDate(date), half)) !== plannedExpertId,
    );
    expect(astray).toEqual([]);
    const extra = records.filter((record) => !record.planned);
    expect(extra.length).toBeGreaterThan(50);
    expect(extra.filter(({ clinicId, date, half }) => expected.has(slotOf(clinicId, fromDbDate(date), half)))).toEqual(
      [],
    );
    expect(extra.filter(({ held, explanation }) => !held || !explanation)).toEqual([]);
  });

  it('keeps the four numbers in order in every month of every clinic', async () => {
    const months = await database.db.activityMonth.findMany();
    expect(months.length).toBeGreaterThan(2_500);
    for (const { clinicId, month, loggedPlanned, heldPlanned, confirmedPlanned } of months) {
      const four = [
        expectedInMonth.get(monthKey(clinicId, fromDbDate(month))) ?? 0,
        loggedPlanned,
        heldPlanned,
        confirmedPlanned,
      ];
      expect([clinicId, fromDbDate(month), ...four]).toEqual([
        clinicId,
        fromDbDate(month),
        ...four.toSorted((a, b) => b - a),
      ]);
    }
  });

  it('knows how many sessions were expected in every month that is over', async () => {
    const stored = await database.db.expectedMonth.findMany();
    expect(stored).toHaveLength(24 * 134);
    for (const { clinicId, month, expected: count } of stored)
      expect(count, `${clinicId} ${fromDbDate(month)}`).toBe(
        expectedInMonth.get(monthKey(clinicId, fromDbDate(month))) ?? 0,
      );
    expect(await planClinics(database.db, {}, { from: addDays(SINCE, -60), to: addDays(SINCE, -1) })).toSatisfy(
      (plans: { plan: { expected: unknown[] } }[]) => plans.every(({ plan }) => plan.expected.length === 0),
    );
  });

  it('has the sums of its months that the application would have written', async () => {
    const sums = new Map<string, ActivityCounts>();
    for (const record of records) {
      const key = monthKey(record.clinicId, fromDbDate(record.date));
      sums.set(key, add(sums.get(key) ?? NO_ACTIVITY, contributionOf(record)));
    }
    const stored = new Map(
      (await database.db.activityMonth.findMany()).map((row) => [
        monthKey(row.clinicId, fromDbDate(row.month)),
        Object.fromEntries(ACTIVITY_COUNTS.map((name) => [name, row[name]])),
      ]),
    );
    const something = [...sums].filter(([, counts]) => !isNothing(counts));
    expect(stored).toEqual(new Map(something));
  });

  it('says only what a form could have sent, in every version', async () => {
    const versions = await database.db.clinicSessionVersion.findMany({ select: { content: true } });
    expect(versions.length).toBeGreaterThan(300);
    const contents: unknown[] = [...versions.map(({ content }) => content), ...records.map(contentOfRow)];
    for (const content of contents) expect(sessionContentSchema.parse(content)).toEqual(content);
  });

  it('names only experts of the hospital, trainees assigned on the day, conditions of the clinic', async () => {
    expect(
      await rows(
        `SELECT s.id FROM clinic_session s JOIN expert e ON e.id IN (s.expert_id, s.planned_expert_id)
         WHERE e.hospital_id <> s.hospital_id
         UNION ALL SELECT t.session_id FROM clinic_session_trainee t JOIN clinic_session s ON s.id = t.session_id
         WHERE NOT EXISTS (SELECT FROM joint_clinic_trainee j WHERE j.clinic_id = s.clinic_id
           AND j.trainee_id = t.trainee_id AND daterange(j.valid_from, j.valid_to) @> s.date)
         UNION ALL SELECT c.session_id FROM clinic_session_condition c JOIN clinic_session s ON s.id = c.session_id
         WHERE NOT EXISTS (SELECT FROM joint_clinic_condition j WHERE j.clinic_id = s.clinic_id
           AND j.condition_code = c.condition_code)`,
      ),
    ).toEqual([]);
  });

  it('has closed the older months of every district, and nothing in them moved afterwards or still waits', async () => {
    const closed = await rows('SELECT district_code, count(DISTINCT month)::int AS n FROM month_close GROUP BY 1');
    expect(closed).toHaveLength(16);
    for (const { n } of closed) expect(n).toBeGreaterThan(18);
    expect(await rows('SELECT id FROM month_close WHERE reopened_at IS NOT NULL')).not.toEqual([]);
    expect(
      await rows(
        `SELECT s.id FROM clinic_session s JOIN month_close m ON m.district_code = s.district_code
           AND m.month = date_trunc('month', s.date)::date AND m.reopened_at IS NULL
         WHERE greatest(s.submitted_at, s.confirmed_at, s.accepted_at, (SELECT max(t.signed_at) FROM clinic_session_trainee t
           WHERE t.session_id = s.id)) > m.closed_at OR s.state IN ('disputed', 'returned')`,
      ),
    ).toEqual([]);
  });

  it('tells every kind of story', async () => {
    const kinds = await rows('SELECT kind, count(*)::int AS n FROM clinic_session_message GROUP BY 1');
    expect(kinds.map(({ kind }) => kind).sort()).toEqual(
      ['comment', 'disputed', 'reopened', 'resolved', 'returned', 'withdrawn'].sort(),
    );
    const states = new Set(records.map(({ state }) => state));
    expect(states).toEqual(new Set(['submitted', 'disputed', 'confirmed', 'accepted', 'returned', 'withdrawn']));
    const parts = await rows(
      `SELECT t.part, avg(s.date - j.valid_from)::int AS days FROM clinic_session_trainee t
         JOIN clinic_session s ON s.id = t.session_id
         JOIN joint_clinic_trainee j ON j.clinic_id = s.clinic_id AND j.trainee_id = t.trainee_id
       GROUP BY 1 ORDER BY 1`,
    );
    expect(parts.map(({ part }) => part)).toEqual(['observing', 'assisting', 'leading']);
    const days = parts.map((row) => Number(row.days));
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(await rows("SELECT id FROM clinic_session WHERE origin <> 'demonstration'")).toEqual([]);
  });
});

describe('the known behaviours', () => {
  it('are kept for every clinic, some of which changed, and show in the figures', async () => {
    const truth = await database.db.demonstrationTruth.findMany({
      orderBy: [{ clinicId: 'asc' }, { validFrom: 'asc' }],
    });
    expect(new Set(truth.map(({ clinicId }) => clinicId)).size).toBe(134);
    expect(truth.length).toBeGreaterThan(140);
    const table = new Map<string, { clinics: number; expected: number } & ActivityCounts>();
    const behaviourOn = (clinicId: string, date: CivilDate) =>
      truth.findLast((row) => row.clinicId === clinicId && fromDbDate(row.validFrom) <= date)?.behaviour ?? 'unknown';
    const of = (behaviour: string) => {
      const known = table.get(behaviour) ?? { clinics: 0, expected: 0, ...NO_ACTIVITY };
      table.set(behaviour, known);
      return known;
    };
    for (const { behaviour } of truth) of(behaviour).clinics++;
    const from = addDays(TODAY, -365);
    for (const slot of expected.keys()) {
      const [clinicId = '', date = ''] = slot.split(' ');
      if (date >= from) of(behaviourOn(clinicId, date as CivilDate)).expected++;
    }
    for (const record of records) {
      const date = fromDbDate(record.date);
      if (date < from) continue;
      const known = of(behaviourOn(record.clinicId, date));
      table.set(behaviourOn(record.clinicId, date), { ...known, ...add(known, contributionOf(record)) });
    }
    const share = (one: number, other: number) => Math.round((1000 * one) / other) / 10;
    const figures = [...table].map(([behaviour, row]) => ({
      behaviour,
      clinics: row.clinics,
      expected: row.expected,
      'logged %': share(row.loggedPlanned, row.expected),
      'held %': share(row.heldPlanned, row.expected),
      'confirmed % of held': share(row.confirmed, row.held),
      'expert there % of held': share(row.expertPlanned + row.expertSubstitute, row.held),
      'visits a session': Math.round((10 * (row.visitsNew + row.visitsReturn)) / row.held) / 10,
      'on time %': share(row.onTime, row.logged),
    }));
    console.table(figures);
    const figure = (behaviour: string, name: keyof (typeof figures)[number]) =>
      Number(figures.find((row) => row.behaviour === behaviour)?.[name]);
    expect(figure('steady', 'held %')).toBeGreaterThan(88);
    expect(figure('steady', 'confirmed % of held')).toBeGreaterThan(90);
    expect(figure('irregular', 'held %')).toBeLessThan(figure('steady', 'held %') - 5);
    expect(figure('idle', 'visits a session')).toBeLessThan(figure('steady', 'visits a session') / 2);
    expect(figure('nominal_only', 'confirmed % of held')).toBeLessThan(30);
    expect(figure('fabricated', 'confirmed % of held')).toBe(0);
    expect(figure('fabricated', 'on time %')).toBeLessThan(40);
    const [repeated] = await rows(
      `SELECT count(*)::float / count(DISTINCT (s.clinic_id, visits_new, visits_return, prescriptions)) AS n
       FROM clinic_session s JOIN demonstration_truth t ON t.clinic_id = s.clinic_id AND t.behaviour = 'fabricated'
        AND t.valid_from <= s.date WHERE s.held`,
    );
    expect(Number(repeated?.n)).toBeGreaterThan(8);
  });
});
