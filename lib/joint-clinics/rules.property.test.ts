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
