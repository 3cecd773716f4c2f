import { describe, expect, it } from 'vitest';
import { datesBetween, civilDate as day } from '@/lib/core/dates';
import { planFrom, planUntil } from './move-rules';
import type { PlanState } from './plan-schema';
import { planSessions } from './rules';

// A weekly clinic with a day taken out before the move, one after it, and a suspension announced for later.

const MOVE = day('2026-12-01');
const WHY = { reason: '并入', reasonEn: null };
let made = 0;
const newId = () => {
  made += 1;
  return `new-${made}`;
};

const line = (part: Partial<PlanState['schedule'][number]>): PlanState['schedule'][number] => ({
  ...{ id: 'a', weekday: 2, half: 'am', startsMinute: 540, endsMinute: 660, recurrence: 'weekly', expertId: 'e1' },
  ...{ anchorDate: day('2026-01-05'), validFrom: day('2026-01-06'), validTo: null },
  ...part,
});
const STATE: PlanState = {
  schedule: [
    line({}),
    line({ id: 'b', weekday: 4, recurrence: 'alternate_weeks', validFrom: day('2026-12-03') }),
    line({ id: 'c', weekday: 5, validTo: day('2026-11-27') }),
  ],
  exceptions: [
    { id: 'x', kind: 'removed', date: day('2026-11-24'), half: 'am', reason: '会议', reasonEn: null },
    { id: 'y', kind: 'removed', date: day('2026-12-08'), half: 'am', reason: '会议', reasonEn: null },
  ],
  statuses: [
    {
      id: 'p',
      status: 'operating',
      validFrom: day('2026-01-06'),
      validTo: day('2026-12-21'),
      reason: null,
      reasonEn: null,
    },
    { id: 'q', status: 'suspended', validFrom: day('2026-12-21'), validTo: null, reason: '装修', reasonEn: null },
  ],
  experts: [
    { personId: 'e1', validFrom: day('2026-01-06'), validTo: null },
    { personId: 'e2', validFrom: day('2026-01-06'), validTo: day('2026-06-01') },
  ],
};
const RANGE = { from: day('2026-11-02'), to: day('2027-01-31') };
const slots = (state: PlanState) =>
  planSessions({ ...state, holidays: new Map(), ...RANGE }).expected.map(({ date, half }) => `${date} ${half}`);

describe('a clinic that moves', () => {
  const [old, moved] = [planUntil(STATE, MOVE, newId, WHY), planFrom(STATE, MOVE, newId)];

  it('is expected on the same days, before at the old place and from then on at the new one', () => {
    const before = slots(STATE);
    const [there, here] = [slots(old), moved ? slots(moved) : []];
    expect([...there, ...here]).toEqual(before);
    expect(there.every((slot) => slot < MOVE)).toBe(true);
    expect(here.every((slot) => slot >= MOVE)).toBe(true);
    expect(here.length).toBeGreaterThan(2);
    expect(datesBetween(RANGE.from, RANGE.to).length).toBeGreaterThan(before.length);
  });

  it('closes at the old place and keeps what was announced at the new one', () => {
    expect(old.statuses.at(-1)).toMatchObject({ status: 'closed', validFrom: MOVE, validTo: null, reason: '并入' });
    expect(moved?.statuses.map(({ status, validFrom }) => [status, validFrom])).toEqual([
      ['operating', MOVE],
      ['suspended', day('2026-12-21')],
    ]);
  });

  it('takes along only whoever is still there', () => {
    expect(moved?.experts).toEqual([{ personId: 'e1', validFrom: MOVE, validTo: null }]);
    expect(old.experts).toEqual([
      { personId: 'e1', validFrom: day('2026-01-06'), validTo: MOVE },
      { personId: 'e2', validFrom: day('2026-01-06'), validTo: day('2026-06-01') },
    ]);
  });

  it('does not go on where it is closed by then', () => {
    expect(planFrom(old, MOVE, newId)).toBeNull();
  });
});
