import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { openingHistory, openingProblems } from './opening-rules';
import { applyPlanChange } from './plan-change-rules';
import type { PlacedLine, PlacedPeriod, PlanChange, PlanState } from './plan-schema';
import { wishOf } from './schedule-line-rules';

// What the tests on a database do not reach. Today is Wednesday, 18 November 2026.

const TODAY = civilDate('2026-11-18');
const day = civilDate;
const line = (part: Partial<PlacedLine> = {}): PlacedLine => ({
  ...{ id: 'line', weekday: 3, half: 'am', startsMinute: 510, endsMinute: 690, recurrence: 'weekly', expertId: 'e1' },
  ...{ anchorDate: day('2026-01-05'), validFrom: day('2026-01-01'), validTo: null },
  ...part,
});
const period = (part: Partial<PlacedPeriod> = {}): PlacedPeriod => ({
  ...{ id: 'p1', status: 'operating', validFrom: day('2026-01-01'), validTo: null, reason: null, reasonEn: null },
  ...part,
});
const state = (part: Partial<PlanState> = {}): PlanState => ({
  schedule: [line()],
  exceptions: [],
  statuses: [period()],
  experts: [{ personId: 'e1', validFrom: day('2026-01-01'), validTo: null }],
  ...part,
});
const WHY = { reason: '原因', reasonEn: null };

function apply(before: PlanState, change: PlanChange) {
  let made = 0;
  return applyPlanChange(before, change, { today: TODAY, newId: () => `new-${++made}` });
}
function keyOf(before: PlanState, change: PlanChange): string {
  const changed = apply(before, change);
  return changed.ok
    ? 'made'
    : changed.problems.map(({ path, messageKey }) => `${path} ${messageKey.split('.').slice(2).join('.')}`).join();
}
function changedBy(before: PlanState, change: PlanChange): PlanState {
  const changed = apply(before, change);
  if (!changed.ok) throw new Error(JSON.stringify(changed.problems));
  return changed.state;
}
const spans = ({ statuses }: PlanState) =>
  statuses.map(({ status, validFrom, validTo }) => `${status} ${validFrom} ${validTo}`);

describe('weekly slots', () => {
  const wish = { kind: 'changeLine', lineId: 'line', ...wishOf(line(), TODAY) } as const;

  it('are not changed into themselves', () => {
    expect(keyOf(state(), wish)).toBe('from unchanged');
    expect(keyOf(state(), { ...wish, until: day('2027-01-01') })).toBe('made');
    expect(keyOf(state(), { ...wish, endsMinute: 660 })).toBe('made');
  });

  it('that are still to come are replaced as a whole, also earlier', () => {
    const coming = line({ validFrom: day('2026-12-01') });
    const changed = changedBy(state({ schedule: [coming] }), { ...wish, from: day('2026-11-25') });
    expect(changed.schedule).toMatchObject([{ id: 'new-1', validFrom: '2026-11-25' }]);
    expect(changedBy(state({ schedule: [coming] }), { kind: 'endLine', lineId: 'line', from: TODAY }).schedule).toEqual(
      [],
    );
  });

  it('are not changed or ended after their end', () => {
    const ending = state({ schedule: [line({ validTo: day('2026-12-01') })] });
    expect(keyOf(ending, { ...wish, from: day('2026-12-02') })).toBe('from endsBefore');
    expect(keyOf(ending, { kind: 'endLine', lineId: 'line', from: day('2026-12-02') })).toBe('from endsBefore');
  });

  it('share a half-day only in weeks that alternate, or one after the other', () => {
    const alternating = line({ recurrence: 'alternate_weeks' });
    const { kind: _, lineId: __, ...slot } = wish;
    const add = (rhythm: 'alternate_this' | 'alternate_next' | 'weekly', from = TODAY) =>
      keyOf(state({ schedule: [alternating] }), { kind: 'addLine', ...slot, rhythm, from });
    // 18 November lies an odd number of weeks after 5 January
    expect(add('alternate_this')).toBe('made');
    expect(add('alternate_next')).toBe('half slotTaken');
    expect(add('weekly')).toBe('half slotTaken');
    const ended = state({ schedule: [line({ validTo: day('2026-12-01') })] });
    expect(keyOf(ended, { kind: 'addLine', ...slot, from: day('2026-12-02') })).toBe('made');
    const begins = state({ schedule: [line({ validFrom: day('2027-01-01') })] });
    expect(keyOf(begins, { kind: 'addLine', ...slot, until: day('2026-12-31') })).toBe('made');
  });

  it('keep their weeks when a form shows them again', () => {
    const alternating = line({ recurrence: 'alternate_weeks' });
    expect(wishOf(alternating, day('2026-01-05')).rhythm).toBe('alternate_this');
    expect(wishOf(alternating, day('2026-01-14')).rhythm).toBe('alternate_next');
    expect(wishOf(alternating, day('2025-12-24')).rhythm).toBe('alternate_this');
  });

  it('are not planned for a clinic that is closed by then, nor with an expert who leaves before the end', () => {
    const { kind: _, lineId: __, ...slot } = wish;
    const closing = state({
      schedule: [],
      statuses: [
        period({ validTo: day('2026-12-01') }),
        period({ id: 'p2', status: 'closed', validFrom: day('2026-12-01'), reason: '并' }),
      ],
    });
    expect(keyOf(closing, { kind: 'addLine', ...slot, from: day('2026-12-01') })).toBe('from closedThen');
    const leaving = state({
      schedule: [],
      experts: [{ personId: 'e1', validFrom: day('2026-01-01'), validTo: day('2026-12-01') }],
    });
    expect(keyOf(leaving, { kind: 'addLine', ...slot })).toBe('expertId notAssigned');
    expect(keyOf(leaving, { kind: 'addLine', ...slot, until: day('2026-11-30') })).toBe('made');
    expect(keyOf(leaving, { kind: 'addLine', ...slot, until: day('2026-12-01') })).toBe('expertId notAssigned');
    const back = state({
      schedule: [],
      experts: [...leaving.experts, { personId: 'e1', validFrom: day('2026-12-01'), validTo: null }],
    });
    expect(keyOf(back, { kind: 'addLine', ...slot })).toBe('made');
  });
});

describe('the status history', () => {
  const suspended = { kind: 'suspend', from: day('2026-11-25'), until: null, ...WHY } as const;
  const closing = [
    period({ validTo: day('2026-12-20') }),
    period({ id: 'p2', status: 'closed', validFrom: day('2026-12-20'), reason: '并' }),
  ];

  it('keeps what was announced for later, and a suspension ends before it', () => {
    expect(spans(changedBy(state({ statuses: closing }), suspended))).toEqual([
      'operating 2026-01-01 2026-11-25',
      'suspended 2026-11-25 2026-12-20',
      'closed 2026-12-20 null',
    ]);
    expect(keyOf(state({ statuses: closing }), { ...suspended, until: day('2026-12-20') })).toBe('until laterChange');
  });

  it('joins what goes on: resuming before an announced day, taking a suspension back', () => {
    const paused = changedBy(state(), { ...suspended, until: day('2026-12-10') });
    const resumed = changedBy(paused, { kind: 'resume', from: day('2026-12-01'), ...WHY });
    expect(spans(resumed)).toEqual([
      'operating 2026-01-01 2026-11-25',
      'suspended 2026-11-25 2026-12-01',
      'operating 2026-12-01 null',
    ]);
    const at = paused.statuses.find(({ status }) => status === 'suspended')?.id ?? '';
    expect(spans(changedBy(paused, { kind: 'withdrawStatus', periodId: at }))).toEqual(['operating 2026-01-01 null']);
  });

  it('is replaced on the very day on which a period begins', () => {
    const today = state({
      statuses: [period({ status: 'preparing', validTo: TODAY }), period({ id: 'p2', validFrom: TODAY })],
    });
    expect(spans(changedBy(today, { ...suspended, from: TODAY }))).toEqual([
      'preparing 2026-01-01 2026-11-18',
      'suspended 2026-11-18 null',
    ]);
  });

  it('never joins what is past, and fills no gap in it', () => {
    const twice = [
      period({ validTo: day('2026-03-01') }),
      period({ id: 'p2', validFrom: day('2026-03-01'), validTo: day('2026-06-01') }),
      period({ id: 'p3', validFrom: day('2026-09-01'), validTo: day('2026-12-01') }),
      period({ id: 'p4', validFrom: day('2026-12-10'), status: 'suspended', reason: '停' }),
    ];
    expect(spans(changedBy(state({ statuses: twice }), { kind: 'withdrawStatus', periodId: 'p4' }))).toEqual([
      'operating 2026-01-01 2026-03-01',
      'operating 2026-03-01 2026-06-01',
      'operating 2026-09-01 2026-12-01',
    ]);
    expect(keyOf(state({ statuses: twice }), { ...suspended, from: day('2026-12-05') })).toBe('from status.suspended');
  });

  it('closes for good: what was announced is withdrawn, and nothing follows', () => {
    const paused = changedBy(state(), { ...suspended, until: day('2026-12-10') });
    const closed = changedBy(paused, { kind: 'close', from: day('2026-11-20'), ...WHY });
    expect(spans(closed)).toEqual(['operating 2026-01-01 2026-11-20', 'closed 2026-11-20 null']);
    expect(keyOf(closed, { kind: 'resume', from: day('2026-12-01'), ...WHY })).toBe('from status.operating');
    expect(keyOf(closed, { kind: 'close', from: day('2026-12-01'), ...WHY })).toBe('from status.closed');
  });

  it('lets a prepared clinic operate earlier', () => {
    const prepared = state({ statuses: openingHistory(day('2026-12-01'), { today: TODAY, newId: () => 'x' }) });
    expect(spans(changedBy(prepared, { kind: 'resume', from: TODAY, ...WHY }))).toEqual(['operating 2026-11-18 null']);
  });
});

describe('an opening', () => {
  it('lies at most ninety days back and two years ahead', () => {
    expect(openingProblems(day('2026-08-20'), TODAY)).toEqual([]);
    expect(openingProblems(day('2026-08-19'), TODAY)).toMatchObject([{ path: 'openedOn' }]);
    expect(openingProblems(day('2028-11-18'), TODAY)).toEqual([]);
    expect(openingProblems(day('2028-11-19'), TODAY)).toMatchObject([{ path: 'openedOn' }]);
  });
});

describe('single days', () => {
  it('are not changed while the clinic is suspended', () => {
    const paused = state({ statuses: [period({ status: 'suspended', reason: '停' })] });
    expect(keyOf(paused, { kind: 'removeSession', date: day('2026-11-25'), half: 'am', ...WHY })).toBe(
      'date notOperating',
    );
    const hours = { startsMinute: 510, endsMinute: 690, expertId: 'e1' };
    expect(keyOf(paused, { kind: 'addSession', date: day('2026-11-26'), half: 'am', ...hours, ...WHY })).toBe(
      'date notOperating',
    );
  });
});
