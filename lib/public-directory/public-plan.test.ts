import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { planSessions } from '@/lib/joint-clinics/rules';
import { publicPlan } from './public-plan';
import type { ClinicRecord, NotHeldRecord } from './records-schema';

const TODAY = civilDate('2026-11-18');
const line = (half: 'am' | 'pm') =>
  ({
    weekday: 3,
    half,
    startsMinute: half === 'am' ? 510 : 810,
    endsMinute: half === 'am' ? 690 : 990,
    recurrence: 'weekly',
    anchorDate: civilDate('2024-01-01'),
    validFrom: civilDate('2024-01-01'),
    validTo: null,
    expertId: 'expert-1',
  }) as const;
const clinic = (notHeld: NotHeldRecord[], part: Partial<ClinicRecord> = {}) => ({
  schedule: [line('am'), line('pm')],
  exceptions: [],
  statuses: [
    { status: 'operating', validFrom: civilDate('2024-01-01'), validTo: null, reason: null, reasonEn: null } as const,
  ],
  notHeld,
  ...part,
});
const range = { from: TODAY, to: civilDate('2026-11-25'), holidays: new Map() };

describe('publicPlan', () => {
  it('is the plan while nothing is logged as not held', () => {
    const { expected, stopped } = publicPlan(clinic([]), range);
    expect(expected).toEqual(planSessions({ ...clinic([]), ...range }).expected);
    expect([expected.length, stopped]).toEqual([4, []]);
  });

  it('tells a session that its centre logged as not held as stopped, with the kind of reason only', () => {
    const { expected, stopped } = publicPlan(clinic([{ date: TODAY, half: 'pm', reason: 'expert_absent' }]), range);
    expect(expected.map(({ date, half }) => `${date} ${half}`)).toEqual([
      '2026-11-18 am',
      '2026-11-25 am',
      '2026-11-25 pm',
    ]);
    expect(stopped).toEqual([
      {
        date: TODAY,
        half: 'pm',
        startsMinute: 810,
        endsMinute: 990,
        expertId: 'expert-1',
        cause: 'not_held',
        notHeld: 'expert_absent',
        reason: null,
        reasonEn: null,
      },
    ]);
  });

  it('keeps another cause of a stop, and does not stop what is not planned', () => {
    const removed = { kind: 'removed', date: TODAY, half: 'am', reason: '专家外出', reasonEn: null } as const;
    const notHeld: NotHeldRecord[] = [
      { date: TODAY, half: 'am', reason: 'other' },
      { date: TODAY, half: 'evening', reason: 'cancelled' },
    ];
    const { stopped } = publicPlan(clinic(notHeld, { exceptions: [removed] }), range);
    expect(stopped).toMatchObject([{ half: 'am', cause: 'removed', notHeld: null, reason: '专家外出' }]);
  });
});
