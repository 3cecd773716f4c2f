import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { planDifferences } from './plan-difference-rules';
import type { ExpectedSession, SessionPlan, StoppedSession } from './schema';

const DAY = civilDate('2026-11-25');
const slot = { date: DAY, half: 'am' as const, startsMinute: 510, endsMinute: 690, expertId: 'e1' };
const expected = (part: Partial<ExpectedSession> = {}): SessionPlan => ({
  expected: [{ ...slot, added: null, ...part }],
  stopped: [],
});
const stopped = (part: Partial<StoppedSession> = {}): SessionPlan => ({
  expected: [],
  stopped: [{ ...slot, cause: 'removed', reason: '停', reasonEn: null, ...part }],
});
const NONE: SessionPlan = { expected: [], stopped: [] };

describe('planDifferences', () => {
  it.each([
    ['comes', NONE, expected()],
    ['goes', expected(), NONE],
    ['stops', expected(), stopped()],
    ['resumes', stopped(), expected()],
    ['changes', expected(), expected({ expertId: 'e2' })],
    ['changes', expected(), expected({ endsMinute: 660 })],
    ['changes', expected(), expected({ startsMinute: 540 })],
  ] as const)('a session %s', (kind, before, after) => {
    expect(planDifferences(before, after)).toMatchObject([{ date: DAY, half: 'am', kind }]);
  });

  it.each([
    ['nothing', NONE, NONE],
    ['the same session', expected(), expected({ added: { reason: '补', reasonEn: null } })],
    ['a session stopped for another reason', stopped(), stopped({ cause: 'holiday', reason: '节' })],
    ['a stopped session that would not be there', stopped(), NONE],
  ])('%s is no difference', (_, before, after) => {
    expect(planDifferences(before, after)).toEqual([]);
  });

  it('are told in order, with what was and what will be', () => {
    const earlier = expected({ date: civilDate('2026-11-24'), half: 'pm' });
    const both = { expected: [...expected().expected, ...earlier.expected], stopped: [] };
    const told = planDifferences(both, NONE);
    expect(told.map(({ date, half }) => `${date} ${half}`)).toEqual(['2026-11-24 pm', '2026-11-25 am']);
    expect(told[1]).toMatchObject({ before: { expertId: 'e1', startsMinute: 510 }, after: null });
  });
});
