import { describe, expect, it } from 'vitest';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { SESSION_STATES } from '@/lib/clinic-sessions/schema';
import { whyFixed } from './may-be-sent';

const record = (state: string) => ({ state }) as SessionForm['record'];

describe('whyFixed', () => {
  it('leaves a first record and every record before it is accepted open', () => {
    expect(whyFixed({ record: null, monthClosed: false })).toBeNull();
    const fixed = SESSION_STATES.filter((state) => whyFixed({ record: record(state), monthClosed: false }) !== null);
    expect(fixed).toEqual(['accepted']);
  });

  it('says first that the month is closed', () => {
    expect(whyFixed({ record: null, monthClosed: true })).toBe('monthClosed');
    expect(whyFixed({ record: record('accepted'), monthClosed: true })).toBe('monthClosed');
  });
});
