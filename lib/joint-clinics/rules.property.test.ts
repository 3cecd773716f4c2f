import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, daysBetween, type Weekday, weekdayOf } from '@/lib/core/dates';
import { HALVES, type Holiday } from '@/lib/directory/schema';
import { clinicStatusOn, compareSessions, type PlanInput, planSessions } from './rules';
import type { StatusPeriod } from './schema';

const ALWAYS: StatusPeriod = {
  status: 'operating',
  validFrom: civilDate('2024-01-01'),
  validTo: null,
  reason: null,
  reasonEn: null,
};

describe('planSessions, for any schedule', () => {
  const BASE = civilDate('2025-12-01');
  const dates = fc.integer({ min: 0, max: 420 }).map((days) => addDays(BASE, days));
  const halves = fc.constantFrom(...HALVES);
  const weekdays = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);
  const lines = fc.record({
    weekday: weekdays,
    half: halves,
    startsMinute: fc.integer({ min: 480, max: 600 }),
    endsMinute: fc.integer({ min: 601, max: 700 }),
    recurrence: fc.constantFrom('weekly' as const, 'alternate_weeks' as const),
    anchorDate: dates,
    validFrom: dates,
    validTo: fc.option(dates),
    expertId: fc.constantFrom('e1', 'e2', 'e3'),
  });
  const exceptions = fc.uniqueArray(
    fc.oneof(
      fc.record({
        kind: fc.constant('removed' as const),
        date: dates,
        half: halves,
        reason: fc.constant('停诊'),
        reasonEn: fc.constant(null),
      }),
      fc.record({
        kind: fc.constant('added' as const),
        date: dates,
        half: halves,
        startsMinute: fc.constant(540),
        endsMinute: fc.constant(600),
        expertId: fc.constant('e9'),
        reason: fc.constant('加诊'),
        reasonEn: fc.constant(null),
      }),
    ),
    { selector: ({ date, half }) => `${date}/${half}`, maxLength: 20 },
  );
  const statuses = fc
    .uniqueArray(dates, { minLength: 1, maxLength: 6 })
    .chain((starts) =>
      fc.tuple(
        fc.constant(starts.toSorted()),
        fc.array(fc.constantFrom('preparing' as const, 'operating' as const, 'suspended' as const, 'closed' as const), {
          minLength: starts.length,
          maxLength: starts.length,
        }),
      ),
    )
    .map(([starts, states]) =>
      starts.map(
        (validFrom, index): StatusPeriod => ({
          status: states[index] ?? 'operating',
          validFrom,
          validTo: starts[index + 1] ?? null,
          reason: null,
          reasonEn: null,
        }),
      ),
    );
  const holidays = fc
    .array(
      fc.record({
        date: dates,
        kind: fc.constantFrom('holiday' as const, 'makeup_workday' as const),
        name: fc.constant('节'),
        nameEn: fc.constant('Holiday'),
        followsWeekday: fc.option(weekdays),
      }),
      { maxLength: 30 },
    )
    .map((list) => new Map<CivilDate, Holiday>(list.map((holiday) => [holiday.date, holiday])));
  const inputs = fc
    .record({ schedule: fc.array(lines, { maxLength: 6 }), exceptions, statuses, holidays, a: dates, b: dates })
    .map(({ a, b, ...rest }): PlanInput => {
      const [from, to] = daysBetween(a, b) < 0 ? [b, a] : [a, b];
      return { ...rest, from, to };
    });

  it('has no date and half-day twice, is sorted, in range, and only where the clinic operates', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { expected, stopped } = planSessions(input);
        const keys = [...expected, ...stopped].map(({ date, half }) => `${date}/${half}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const list of [expected, stopped]) expect(list).toEqual(list.toSorted(compareSessions));
        for (const { date, added: addition } of expected) {
          expect(date >= input.from && date <= input.to).toBe(true);
          expect(clinicStatusOn(input.statuses, date)).toBe('operating');
          if (!addition) expect(input.holidays.get(date)?.kind).not.toBe('holiday');
        }
        for (const { date, cause } of stopped) {
          expect(clinicStatusOn(input.statuses, date)).toBe(cause === 'suspended' ? 'suspended' : 'operating');
        }
      }),
    );
  });

  it('gives the same union when a range is split anywhere', () => {
    fc.assert(
      fc.property(inputs, fc.nat(), (input, at) => {
        const middle = addDays(input.from, at % (daysBetween(input.from, input.to) + 1));
        const whole = planSessions(input);
        const first = planSessions({ ...input, to: middle });
        const second = planSessions({ ...input, from: addDays(middle, 1) });
        expect([...first.expected, ...second.expected]).toEqual(whole.expected);
        expect([...first.stopped, ...second.stopped]).toEqual(whole.stopped);
      }),
    );
  });

  it('restores the session when a removal is taken back, and touches nothing else', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const removals = input.exceptions.filter(({ kind }) => kind === 'removed');
        const without = planSessions({ ...input, exceptions: input.exceptions.filter(({ kind }) => kind === 'added') });
        const withAll = planSessions(input);
        const isRemoved = ({ date, half }: { date: CivilDate; half: string }) =>
          removals.some((removal) => removal.date === date && removal.half === half);
        expect(withAll.expected).toEqual(without.expected.filter((session) => !isRemoved(session)));
        const stoppedByRemoval = withAll.stopped.filter(({ cause }) => cause === 'removed').length;
        const restored = without.expected.filter(isRemoved).length;
        const holidaysRemoved = without.stopped.filter((s) => s.cause === 'holiday' && isRemoved(s)).length;
        expect(stoppedByRemoval).toBe(restored + holidaysRemoved);
      }),
    );
  });

  it('keeps 14 days between the sessions of an alternate-weeks line', () => {
    fc.assert(
      fc.property(lines, (template) => {
        const schedule = [{ ...template, recurrence: 'alternate_weeks' as const, validFrom: BASE, validTo: null }];
        const from = addDays(BASE, -200);
        const range = { from, to: addDays(BASE, 420), statuses: [ALWAYS], holidays: new Map(), exceptions: [] };
        const found = planSessions({ ...range, schedule }).expected;
        expect(found.length).toBeGreaterThanOrEqual(30);
        found.forEach((session, index) => {
          expect(weekdayOf(session.date)).toBe(template.weekday);
          const previous = found[index - 1];
          if (previous) expect(daysBetween(previous.date, session.date)).toBe(14);
        });
      }),
    );
  });

  it('is the same wherever in the calendar it lies: over ends of years, leap days and years of 53 weeks', () => {
    const moved = (weeks: number) => (date: CivilDate) => addDays(date, weeks * 7);
    fc.assert(
      fc.property(inputs, fc.integer({ min: -800, max: 800 }), (input, weeks) => {
        // what recurs every second week is back in its weeks after an even number of them
        const move = moved(weeks * 2);
        const orNull = (date: CivilDate | null) => date && move(date);
        const there = planSessions({
          schedule: input.schedule.map((line) => ({
            ...line,
            anchorDate: move(line.anchorDate),
            validFrom: move(line.validFrom),
            validTo: orNull(line.validTo),
          })),
          exceptions: input.exceptions.map((exception) => ({ ...exception, date: move(exception.date) })),
          statuses: input.statuses.map((period) => ({
            ...period,
            validFrom: move(period.validFrom),
            validTo: orNull(period.validTo),
          })),
          holidays: new Map(
            [...input.holidays.values()].map((day) => [move(day.date), { ...day, date: move(day.date) }]),
          ),
          from: move(input.from),
          to: move(input.to),
        });
        const back = moved(-weeks * 2);
        const here = planSessions(input);
        expect(there.expected.map((one) => ({ ...one, date: back(one.date) }))).toEqual(here.expected);
        expect(there.stopped.map((one) => ({ ...one, date: back(one.date) }))).toEqual(here.stopped);
      }),
    );
  });

  it('holds an alternate-weeks line in one of two weeks, and its twin in the other', () => {
    fc.assert(
      fc.property(lines, dates, (template, from) => {
        const range = { from, to: addDays(from, 120), statuses: [ALWAYS], holidays: new Map(), exceptions: [] };
        const line = { ...template, validFrom: addDays(BASE, -60), validTo: null };
        const found = (schedule: PlanInput['schedule']) =>
          planSessions({ ...range, schedule }).expected.map(({ date }) => date);
        const one = found([{ ...line, recurrence: 'alternate_weeks' }]);
        const twin = found([{ ...line, recurrence: 'alternate_weeks', anchorDate: addDays(line.anchorDate, 7) }]);
        expect([...one, ...twin].sort()).toEqual(found([{ ...line, recurrence: 'weekly' }]));
        expect(one.filter((date) => twin.includes(date))).toEqual([]);
      }),
    );
  });

  it('holds on a make-up workday what its own weekday and the one it stands in for name, once a half-day', () => {
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 8 }), dates, weekdays, (schedule, date, followsWeekday) => {
        const day: Holiday = { date, kind: 'makeup_workday', name: '调休', nameEn: 'Make-up', followsWeekday };
        const base = { schedule, exceptions: [], statuses: [ALWAYS] };
        const on = (at: CivilDate, holidays: PlanInput['holidays'], only = schedule) =>
          planSessions({ ...base, schedule: only, holidays, from: at, to: at });
        const plan = on(date, new Map([[date, day]]));
        const ordinary = on(date, new Map());
        // the day's own sessions are untouched
        expect(plan.expected).toEqual(expect.arrayContaining(ordinary.expected));
        expect(plan.stopped).toEqual([]);
        const running = schedule.filter(
          (line) => line.weekday === followsWeekday && on(date, new Map([[date, day]]), [line]).expected.length > 0,
        );
        const halves = new Set([...ordinary.expected, ...running].map(({ half }) => half));
        expect(plan.expected.map(({ half }) => half)).toEqual(HALVES.filter((half) => halves.has(half)));
      }),
    );
  });

  it('takes an added session as it is wherever the clinic operates, and an exception changes no other half-day', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const plan = planSessions(input);
        const without = planSessions({ ...input, exceptions: [] });
        const touched = new Set(input.exceptions.map(({ date, half }) => `${date}/${half}`));
        const others = <T extends { date: CivilDate; half: string }>(list: T[]) =>
          list.filter(({ date, half }) => !touched.has(`${date}/${half}`));
        expect(others(plan.expected)).toEqual(others(without.expected));
        expect(others(plan.stopped)).toEqual(others(without.stopped));
        for (const exception of input.exceptions) {
          if (exception.kind !== 'added' || exception.date < input.from || exception.date > input.to) continue;
          const held = plan.expected.find(({ date, half }) => date === exception.date && half === exception.half);
          const operates = clinicStatusOn(input.statuses, exception.date) === 'operating';
          expect(held?.expertId ?? null).toBe(operates ? exception.expertId : null);
        }
      }),
    );
  });

  it('does not depend on the order of its lists', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const turned = {
          ...input,
          schedule: input.schedule.toReversed(),
          exceptions: input.exceptions.toReversed(),
          statuses: input.statuses.toReversed(),
        };
        expect(planSessions(turned)).toEqual(planSessions(input));
      }),
    );
  });
});
