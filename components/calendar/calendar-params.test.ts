import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/core/dates';
import { neighbourParams, readCalendarRequest } from './calendar-params';

const TODAY = civilDate('2026-11-22');
const KNOWN = { districts: ['310101', '310115'], conditions: ['A01'] };

describe('readCalendarRequest', () => {
  it('shows seven days from today when nothing is asked', () => {
    expect(readCalendarRequest({}, TODAY, KNOWN)).toEqual({
      view: 'week',
      from: '2026-11-22',
      to: '2026-11-28',
      filters: { district: null, alliance: null, condition: null, half: null },
      problems: [],
    });
  });

  it('reads a week, every filter, and lets a day go before a week', () => {
    const request = readCalendarRequest(
      { week: '2026-12-01', district: '310115', alliance: 'east', condition: 'A01', half: 'evening' },
      TODAY,
      KNOWN,
    );
    expect(request).toMatchObject({
      from: '2026-12-01',
      to: '2026-12-07',
      filters: { district: '310115', alliance: 'east', condition: 'A01', half: 'evening' },
    });
    expect(readCalendarRequest({ week: '2026-12-01', day: '2026-12-03' }, TODAY, KNOWN)).toMatchObject({
      view: 'day',
      from: '2026-12-03',
      to: '2026-12-03',
    });
  });

  it('names every parameter that makes no sense and answers without it', () => {
    const request = readCalendarRequest(
      { week: '2026-02-30', day: 'x', district: '999999', alliance: 'up', condition: '%', half: 'noon' },
      TODAY,
      KNOWN,
    );
    expect(request.problems.map(({ name }) => name).toSorted()).toEqual([
      'alliance',
      'condition',
      'day',
      'district',
      'half',
      'week',
    ]);
    expect(request).toMatchObject({ from: TODAY, filters: { district: null, half: null } });
  });

  it('refuses days that are past or far away', () => {
    for (const day of ['2026-11-21', '2030-01-01']) {
      expect(readCalendarRequest({ day }, TODAY, KNOWN)).toMatchObject({ from: TODAY, problems: [{ name: 'day' }] });
    }
  });

  it('answers anything at all with one day or seven', () => {
    const anything = fc.dictionary(
      fc.constantFrom('week', 'day', 'district', 'alliance', 'condition', 'half', '__proto__', 'x'),
      fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constant(undefined)),
    );
    fc.assert(
      fc.property(anything, (source) => {
        const { view, from, to } = readCalendarRequest(source, TODAY, KNOWN);
        expect(to).toBe(addDays(from, view === 'day' ? 0 : 6));
      }),
    );
  });
});

describe('neighbourParams', () => {
  it('moves by a day or a week and stops at the ends', () => {
    expect(neighbourParams({ view: 'week', from: TODAY }, TODAY, 1)).toEqual({ week: '2026-11-29' });
    expect(neighbourParams({ view: 'day', from: addDays(TODAY, 1) }, TODAY, -1)).toEqual({ day: TODAY });
    expect(neighbourParams({ view: 'week', from: addDays(TODAY, 3) }, TODAY, -1)).toEqual({ week: TODAY });
    expect(neighbourParams({ view: 'week', from: TODAY }, TODAY, -1)).toBeNull();
    expect(neighbourParams({ view: 'day', from: addDays(TODAY, 182) }, TODAY, 1)).toBeNull();
  });
});
