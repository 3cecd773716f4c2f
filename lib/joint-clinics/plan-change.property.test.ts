import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type CivilDate, civilDate, type Weekday } from '@/lib/core/dates';
import { HALVES } from '@/lib/directory/schema';
import { endAssignment } from './assignment-rules';
import { applyPlanChange } from './plan-change-rules';
import {
  type Assignment,
  PLAN_CHANGE_KINDS,
  type PlacedPeriod,
  type PlanChange,
  type PlanState,
  RHYTHMS,
} from './plan-schema';
import { planSessions } from './rules';
import { coincide } from './schedule-line-rules';
import type { ScheduleLine } from './schema';

// Whatever a clinic's history is and whatever officers change, day after day: what was expected on past days stays.

const BASE = civilDate('2025-12-01');
const [FIRST, LAST] = [addDays(BASE, -40), addDays(BASE, 700)];
const EXPERTS = ['e1', 'e2', 'e3'] as const;
const HOURS = {
  am: { startsMinute: 510, endsMinute: 690 },
  pm: { startsMinute: 810, endsMinute: 960 },
  evening: { startsMinute: 1050, endsMinute: 1200 },
} as const;

const dates = fc.integer({ min: -30, max: 300 }).map((days) => addDays(BASE, days));
const halves = fc.constantFrom(...HALVES);
const weekdays = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);
const expertIds = fc.constantFrom(...EXPERTS);
const why = { reason: fc.constant('专家外出'), reasonEn: fc.constant(null) };

const lines = fc
  .record({
    weekday: weekdays,
    half: halves,
    recurrence: fc.constantFrom('weekly' as const, 'alternate_weeks' as const),
    anchorDate: dates,
    validFrom: dates,
    length: fc.option(fc.integer({ min: 0, max: 200 })),
    expertId: expertIds,
  })
  .map(
    ({ length, ...line }): ScheduleLine => ({
      ...line,
      ...HOURS[line.half],
      validTo: length === null ? null : addDays(line.validFrom, length),
    }),
  );

/** Lines of which no two name the same half-day. */
const schedules = fc
  .array(lines, { maxLength: 6 })
  .map((all) => all.filter((line, at) => !all.slice(0, at).some((other) => coincide(other, line))));

const exceptions = fc.uniqueArray(
  fc.oneof(
    fc.record({ kind: fc.constant('removed' as const), date: dates, half: halves, ...why }),
    fc
      .record({ kind: fc.constant('added' as const), date: dates, half: halves, expertId: expertIds, ...why })
      .map((one) => ({ ...one, ...HOURS[one.half] })),
  ),
  { selector: ({ date, half }) => `${date}/${half}`, maxLength: 15 },
);

const statuses = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 120 }),
      fc.constantFrom('preparing' as const, 'operating' as const, 'operating' as const, 'suspended' as const),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => {
    let from = addDays(BASE, -40);
    return pieces.map(([days, status], at): Omit<PlacedPeriod, 'id'> => {
      const validFrom = from;
      from = addDays(from, days);
      const last = at === pieces.length - 1;
      return { status, validFrom, validTo: last ? null : from, reason: '说明', reasonEn: null };
    });
  });

const experts = fc
  .tuple(...EXPERTS.map(() => fc.option(dates)))
  .map((until): Assignment[] =>
    EXPERTS.map((personId, at) => ({ personId, validFrom: addDays(BASE, -60), validTo: until[at] ?? null })),
  );

const states = fc.record({ schedule: schedules, exceptions, statuses, experts }).map(
  (state): PlanState => ({
    schedule: state.schedule.map((line, at) => ({ ...line, id: `line-${at}` })),
    exceptions: state.exceptions.map((exception, at) => ({ ...exception, id: `exception-${at}` })),
    statuses: state.statuses.map((period, at) => ({ ...period, id: `status-${at}` })),
    experts: state.experts,
  }),
);

/** An edit some days after the one before: mostly of things that are there, mostly for days that are still to come. */
const edits = fc.record({
  days: fc.integer({ min: 0, max: 25 }),
  kind: fc.constantFrom(...PLAN_CHANGE_KINDS),
  pick: fc.nat(),
  ahead: fc.integer({ min: -20, max: 90 }),
  length: fc.option(fc.integer({ min: -3, max: 120 })),
  weekday: weekdays,
  half: halves,
  rhythm: fc.constantFrom(...RHYTHMS),
  expertId: expertIds,
});
type Edit = typeof edits extends fc.Arbitrary<infer T> ? T : never;

const picked = (rows: readonly { id: string }[], at: number) => rows[at % Math.max(1, rows.length)]?.id ?? 'none';

function changeOf({ kind, pick, ahead, length, ...edit }: Edit, state: PlanState, today: CivilDate): PlanChange {
  const from = addDays(today, ahead);
  const until = length === null ? null : addDays(from, length);
  const reason = { reason: '改动', reasonEn: null };
  const { weekday, half, rhythm, expertId } = edit;
  const line = { weekday, half, rhythm, expertId, ...HOURS[half], from, until };
  const slot = { date: from, half, ...reason };
  switch (kind) {
    case 'addLine':
      return { kind, ...line };
    case 'changeLine':
      return { kind, lineId: picked(state.schedule, pick), ...line };
    case 'endLine':
      return { kind, lineId: picked(state.schedule, pick), from };
    case 'removeSession': {
      const coming = planOf(state, addDays(today, -20), addDays(today, 60)).expected;
      const { date, half: planned } = coming[pick % Math.max(1, coming.length)] ?? slot;
      return { kind, ...slot, date, half: planned };
    }
    case 'addSession':
      return { kind, ...slot, ...HOURS[half], expertId };
    case 'undoException':
      return { kind, exceptionId: picked(state.exceptions, pick) };
    case 'suspend':
      return { kind, from, until, ...reason };
    case 'resume':
    case 'close':
      return { kind, from, ...reason };
    case 'withdrawStatus':
      return { kind, periodId: picked(state.statuses, pick) };
  }
}

const planOf = (state: PlanState, from: CivilDate, to: CivilDate) =>
  planSessions({ ...state, holidays: new Map(), from, to });

describe('applyPlanChange, for any history and any sequence of edits', () => {
  it('never changes what was planned for a past day, and does change what is to come', () => {
    const [made, moved] = [new Map<string, number>(), new Map<string, number>()];
    fc.assert(
      fc.property(states, dates, fc.array(edits, { minLength: 1, maxLength: 12 }), (start, firstDay, sequence) => {
        let [state, today, ids] = [start, firstDay, 0];
        for (const edit of sequence) {
          today = addDays(today, edit.days);
          const before = structuredClone(state);
          const newId = () => `new-${ids++}`;
          const changed = applyPlanChange(state, changeOf(edit, state, today), { today, newId });
          expect(state, 'the plan given stays as it is').toEqual(before);
          if (!changed.ok) {
            expect(changed.problems.length).toBeGreaterThan(0);
            continue;
          }
          const yesterday = addDays(today, -1);
          expect(planOf(changed.state, FIRST, yesterday)).toEqual(planOf(state, FIRST, yesterday));
          made.set(edit.kind, (made.get(edit.kind) ?? 0) + 1);
          const same = fc.stringify(planOf(changed.state, today, LAST)) === fc.stringify(planOf(state, today, LAST));
          if (!same) moved.set(edit.kind, (moved.get(edit.kind) ?? 0) + 1);
          state = changed.state;
        }
      }),
      { numRuns: 400 },
    );
    // without these, a rule that refuses everything would pass
    for (const kind of PLAN_CHANGE_KINDS) {
      expect(made.get(kind) ?? 0, `${kind} was made`).toBeGreaterThan(5);
      expect(moved.get(kind) ?? 0, `${kind} moved something`).toBeGreaterThan(0);
    }
  });

  it('keeps periods apart, and one line and one exception for a half-day', () => {
    fc.assert(
      fc.property(states, dates, fc.array(edits, { minLength: 1, maxLength: 12 }), (start, firstDay, sequence) => {
        let [state, today, ids] = [start, firstDay, 0];
        for (const edit of sequence) {
          today = addDays(today, edit.days);
          const newId = () => `new-${ids++}`;
          const changed = applyPlanChange(state, changeOf(edit, state, today), { today, newId });
          if (changed.ok) state = changed.state;
        }
        const periods = state.statuses.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
        for (const [at, period] of periods.entries()) {
          expect(period.validTo === null || period.validTo > period.validFrom).toBe(true);
          const next = periods[at + 1];
          if (next) expect(period.validTo !== null && period.validTo <= next.validFrom).toBe(true);
        }
        const slots = state.exceptions.map(({ date, half }) => `${date}/${half}`);
        expect(new Set(slots).size).toBe(slots.length);
        for (const [at, line] of state.schedule.entries()) {
          expect(line.validTo === null || line.validTo >= line.validFrom).toBe(true);
          expect(state.schedule.slice(at + 1).some((other) => coincide(line, other))).toBe(false);
        }
        const all = [...state.schedule, ...state.exceptions, ...state.statuses].map(({ id }) => id);
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('endAssignment, for any assignments', () => {
  it('never changes who was assigned on a past day', () => {
    const endings = fc.record({ personId: expertIds, from: dates, today: dates });
    fc.assert(
      fc.property(experts, endings, (assignments, { personId, from, today }) => {
        const begun = assignments.find((one) => one.personId === personId)?.validFrom ?? BASE;
        const ended = endAssignment(assignments, { personId, begun, from }, today);
        if (!ended.ok) return;
        const there = (list: readonly Assignment[], day: CivilDate) =>
          list.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo)).length;
        for (let day = FIRST; day < today; day = addDays(day, 1))
          expect(there(ended.assignments, day)).toBe(there(assignments, day));
      }),
    );
  });
});
