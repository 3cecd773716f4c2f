import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { submitClinicSession } from '@/lib/clinic-sessions/commands';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';
import { blockingProblems, checkContent } from '@/lib/clinic-sessions/rules';
import { SESSION_MODES } from '@/lib/clinic-sessions/schema';
import { plannedIn } from '@/lib/clinic-sessions/slot-context';
import { readSlot } from '@/lib/clinic-sessions/slot-sql';
import { now } from '@/lib/core/clock';
import { addDays, civilDate, datesBetween, toDbDate, WEEKDAYS } from '@/lib/core/dates';
import { HALVES } from '@/lib/directory/schema';
import { planClinics } from '@/lib/joint-clinics/plan-clinics';
import { useDatabase } from '@/tests/support/database';
import { CATALOGUE, heldContent, SESSION_DAY, type SessionWorld, sessionWorldOn } from '@/tests/support/session-world';

// The one statement that a submission reads by says the same as the readers that it stands in for.

const database = useDatabase('empty');
let world: SessionWorld;

beforeAll(async () => {
  world = await sessionWorldOn(database.db);
});

it('knows the plan of every half-day as the schedule engine does, whatever the schedule', async () => {
  const { db } = database;
  const { clinicId, expertId, substituteId } = world;
  const line = fc.record({
    weekday: fc.constantFrom(...WEEKDAYS),
    half: fc.constantFrom(...HALVES),
    recurrence: fc.constantFrom('weekly', 'alternate_weeks'),
    from: fc.integer({ min: 0, max: 20 }),
    length: fc.option(fc.integer({ min: 0, max: 30 })),
    expert: fc.constantFrom(expertId, substituteId),
  });
  const first = SESSION_DAY;
  const last = addDays(first, 27);
  // one line at a time for a weekday and half-day; Wednesday mornings are the world's own
  const lines = fc.uniqueArray(
    line.filter(({ weekday, half }) => weekday !== 3 || half !== 'am'),
    { selector: ({ weekday, half }) => `${weekday} ${half}`, minLength: 1, maxLength: 8 },
  );
  const draws = fc.sample(lines, 4);
  await db.holidayChange.create({
    data: {
      ...{ date: toDbDate(addDays(first, 3)), version: 1, kind: 'holiday', name: '防台风停工', nameEn: 'Typhoon' },
      ...{ reason: '台风', source: '市政府通知', accountId: 'account-of-test', madeBy: '测试', createdAt: now() },
    },
  });
  for (const [at, drawn] of draws.entries()) {
    await db.clinicSchedule.deleteMany({ where: { clinicId, validFrom: { gte: toDbDate(first) } } });
    await db.scheduleException.deleteMany({ where: { clinicId } });
    await db.clinicSchedule.createMany({
      data: drawn.map(({ weekday, half, recurrence, from, length, expert }) => ({
        ...{ clinicId, weekday, half, recurrence, expertId: expert, origin: 'demonstration' as const },
        ...{ startsMinute: 510, endsMinute: 690, anchorDate: toDbDate(first) },
        validFrom: toDbDate(addDays(first, from)),
        validTo: length === null ? null : toDbDate(addDays(first, from + length)),
      })),
    });
    const exception = { clinicId, reason: '专家外出', origin: 'demonstration' } as const;
    const added = { startsMinute: 540, endsMinute: 660, expertId: substituteId };
    await db.scheduleException.createMany({
      data: [
        { ...exception, date: toDbDate(addDays(first, 10 + at)), half: 'am', kind: 'added', ...added },
        { ...exception, date: toDbDate(addDays(first, 7)), half: 'am', kind: 'removed' },
      ],
    });
    const [plan] = await planClinics(db, { id: clinicId }, { from: first, to: last });
    const read = [];
    for (const date of datesBetween(first, last))
      for (const half of HALVES) {
        const slot = await readSlot(db, { clinicId, date, half }, now());
        const expected = slot && plannedIn(slot, date);
        if (expected) read.push(expected);
      }
    expect(read).toEqual(plan?.plan.expected);
    expect(read.length).toBeGreaterThan(0);
  }
});

it('lets the form and the command judge alike', async () => {
  const { clerk, clinicId, substituteId, traineeId, submission } = world;
  const mostly = <T>(good: readonly T[], bad: readonly T[]) =>
    fc.oneof({ arbitrary: fc.constantFrom(...good), weight: 9 }, { arbitrary: fc.constantFrom(...bad), weight: 1 });
  type Held = ReturnType<typeof heldContent>;
  const drawn = fc.record({
    days: mostly([0, 1, 7, 14, 21, 28, 42, 56], [-2, 3, 60]),
    expert: mostly<Held['expert']>(
      [{ presence: 'planned' }, { presence: 'absent' }, { presence: 'substitute', expertId: substituteId }],
      [{ presence: 'substitute', expertId: 'nobody' }],
    ),
    mode: fc.constantFrom(...SESSION_MODES),
    visitsNew: fc.integer({ min: 0, max: 30 }),
    conditions: mostly<Held['conditions']>(
      [[], [{ ...CATALOGUE, visits: 3 }]],
      [[{ ...CATALOGUE, code: 'nothing', visits: 1 }], [{ ...CATALOGUE, visits: 40 }]],
    ),
    techniques: mostly<Held['techniques']>(
      [[], [{ code: 'acupuncture', count: 1 }]],
      [[{ code: 'nothing', count: 1 }]],
    ),
    trainees: mostly<Held['trainees']>(
      [[], [{ traineeId, part: 'leading' }]],
      [[{ traineeId: 'x1', part: 'leading' }]],
    ),
    explanation: fc.constantFrom(null, '补登'),
    held: mostly([true], [false]),
  });
  let taken = 0;
  let refused = 0;
  for (const { days, held, ...overrides } of fc.sample(drawn, 60)) {
    const date = addDays(SESSION_DAY, -days);
    const form = await getSessionForm(clerk, { clinicId, date, half: 'am' });
    if (!form) throw new Error('The clerk has no form');
    const { explanation } = overrides;
    const content = held ? heldContent(overrides) : ({ held, reason: 'cancelled', note: null, explanation } as const);
    const problems = blockingProblems(content, checkContent(content, form.context));
    const version = form.record?.version ?? null;
    const answer = await submitClinicSession(clerk, { ...submission(content, date), version });
    // what does not add up is seen before anything is read
    const own = answer.ok ? [] : (answer.error.problems ?? []);
    if (own.some(({ messageKey }) => messageKey === 'sessions.problem.conditionSum'))
      expect(problems).toContainEqual(own[0]);
    else expect(own).toEqual(problems);
    if (answer.ok) taken += 1;
    else refused += 1;
  }
  expect(Math.min(taken, refused)).toBeGreaterThan(5);
});

it('is not there for a clinic that is not', async () => {
  expect(
    await readSlot(database.db, { clinicId: 'nowhere', date: civilDate('2026-11-18'), half: 'am' }, now()),
  ).toBeNull();
});
