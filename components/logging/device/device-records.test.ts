import { describe, expect, it } from 'vitest';
import { slotKey, slotOf } from './device-records';

describe('slotKey and slotOf', () => {
  it('are each other’s inverse', () => {
    const slot = { clinicId: 'clinic-310101-02-1', date: '2026-11-18', half: 'am' };
    expect(slotOf(slotKey(slot))).toEqual(slot);
  });

  it('make nothing of what is no slot', () => {
    for (const text of ['', 'a', 'a/b', 'a//c']) expect(slotOf(text)).toBeNull();
  });
});
