import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { differenceOf, isDue, moved, movedMetres, movedSince, renames, requestSubject } from './change-rules';

describe('how a request moves', () => {
  it('is decided once, and only while it waits', () => {
    expect(moved('proposed', 'approve')).toBe('approved');
    for (const state of ['returned', 'approved', 'applied', 'withdrawn'] as const)
      expect(moved(state, 'approve')).toBeNull();
  });

  it('ends where it took effect or was withdrawn', () => {
    const events = ['resubmit', 'addEvidence', 'return', 'approve', 'apply', 'outdate', 'withdraw'] as const;
    for (const state of ['applied', 'withdrawn'] as const)
      expect(events.map((event) => moved(state, event))).toEqual(events.map(() => null));
  });

  it('goes back to the centre also after it was approved, until it takes effect', () => {
    expect(moved('approved', 'return')).toBe('returned');
    expect(moved('approved', 'outdate')).toBe('returned');
    expect(moved('returned', 'resubmit')).toBe('proposed');
  });
});

describe('what the trail calls a request', () => {
  it('is what it asks for', () => {
    expect(requestSubject('closing', {})).toBe('closingRequest');
    expect(requestSubject('merge', {})).toBe('mergeRequest');
    expect(requestSubject('profile', { phone: null, subdistrict: '310101013' })).toBe('moveRequest');
    expect(requestSubject('profile', { longitude: '121.47' })).toBe('moveRequest');
    expect(requestSubject('profile', { name: '甲', address: '乙路 1 号' })).toBe('changeRequest');
  });
});

describe('what a change is', () => {
  const present = { name: '甲', phone: '021-63232345', hours: null, status: 'operating' };

  it('holds the cells that differ and no others, also those that become empty', () => {
    const proposed = { ...present, phone: null, hours: '1-5 08:00-17:00', status: 'closed' };
    expect(differenceOf(present, proposed)).toEqual({
      before: { phone: '021-63232345', hours: null },
      after: { phone: null, hours: '1-5 08:00-17:00' },
    });
    expect(differenceOf(present, present)).toEqual({ before: {}, after: {} });
  });

  it('is outdated by a move of its own cells, not by one of others', () => {
    expect(movedSince({ phone: '021-63232345' }, { ...present, name: '乙' })).toEqual([]);
    expect(movedSince({ phone: '021-63232345', hours: null }, { ...present, phone: '120' })).toEqual(['phone']);
  });

  it('is due on its day', () => {
    const today = civilDate('2026-11-18');
    expect(isDue(today, today)).toBe(true);
    expect(isDue(civilDate('2026-11-19'), today)).toBe(false);
  });
});

describe('a move', () => {
  const present = { latitude: '31.230000', longitude: '121.480000' };

  it('is measured in a straight line, also where one of the two degrees stays', () => {
    expect(movedMetres({ latitude: '31.230000' }, { latitude: '31.240000' }, present)).toBe(1112);
    expect(movedMetres(present, { latitude: '31.230000', longitude: '121.490000' }, present)).toBe(951);
  });

  it('is none where only words change', () => {
    expect(movedMetres({ address: '甲路' }, { address: '乙路', subdistrict: '310101002' }, present)).toBeNull();
  });

  it('is no new name', () => {
    expect([renames({ address: '乙路' }), renames({ nameEn: 'B' }), renames({ name: '乙' })]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
