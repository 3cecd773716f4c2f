import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, instantInShanghai } from '@/lib/core/dates';
import type { ContentContext } from './form-schema';
import {
  blockingProblems,
  checkContent,
  elsewhereProblem,
  expertThere,
  isLate,
  mayMove,
  SESSION_EVENTS,
  type SessionEvent,
  VERY_LATE_DAYS,
  visitsOf,
} from './rules';
import type { HeldContent, NotHeldContent, SessionState } from './schema';
import { SESSION_STATES } from './schema';

const DAY = civilDate('2026-11-18');
const CONDITION = { catalogueId: 'c', code: 'A01' };

const held = (overrides: Partial<HeldContent> = {}): HeldContent => ({
  held: true,
  expert: { presence: 'planned' },
  mode: 'on_site',
  visitsNew: 4,
  visitsReturn: 8,
  conditions: [],
  techniques: [],
  prescriptions: 0,
  preparations: 0,
  referralsUp: 0,
  referralsDown: 0,
  trainees: [],
  teachingCases: 0,
  note: null,
  explanation: null,
  ...overrides,
});
const NOT_HELD: NotHeldContent = { held: false, reason: 'cancelled', note: null, explanation: null };
const context = (overrides: Partial<ContentContext> = {}): ContentContext => ({
  date: DAY,
  half: 'am',
  today: DAY,
  clinicOpen: true,
  plannedExpertId: 'expert',
  first: true,
  substitutes: ['other'],
  trainees: ['trainee'],
  conditions: [CONDITION],
  techniques: ['acupuncture'],
  elsewhere: [],
  earlierVisits: [],
  ...overrides,
});
const hardKeys = (content: HeldContent | NotHeldContent, given = context()) =>
  checkContent(content, given).hard.map(({ path, messageKey }) => `${path} ${messageKey.split('.').at(-1)}`);
const softKeys = (content: HeldContent | NotHeldContent, given = context()) =>
  checkContent(content, given).soft.map(({ path, messageKey }) => `${path} ${messageKey.split('.').at(-1)}`);

describe('isLate', () => {
  it.each([
    [0, 0, false],
    [3, 23 * 60 + 59, false],
    [4, 0, true],
    [40, 0, true],
  ])('%i days later at minute %i: %s', (days, minute, late) => {
    expect(isLate(DAY, instantInShanghai(addDays(DAY, days), minute))).toBe(late);
  });
});

describe('mayMove', () => {
  const LIVES: [SessionEvent, (SessionState | null)[], SessionState][] = [
    ['submit', [null], 'submitted'],
    ['amend', ['submitted', 'confirmed', 'disputed', 'returned', 'withdrawn'], 'submitted'],
    ['confirm', ['submitted', 'disputed'], 'confirmed'],
    ['dispute', ['submitted', 'confirmed'], 'disputed'],
    ['accept', ['confirmed'], 'accepted'],
    ['return', ['submitted', 'disputed', 'confirmed'], 'returned'],
    ['withdraw', ['submitted', 'disputed', 'confirmed', 'returned'], 'withdrawn'],
    ['reopen', ['accepted'], 'returned'],
  ];

  it.each(LIVES)('%s', (event, from, to) => {
    for (const state of [null, ...SESSION_STATES])
      expect(mayMove(state, event), String(state)).toBe(from.includes(state) ? to : null);
  });

  it('accepts what was not held also unconfirmed, and changes nothing else by it', () => {
    for (const event of SESSION_EVENTS)
      for (const state of [null, ...SESSION_STATES]) {
        const expected = event === 'accept' && state === 'submitted' ? 'accepted' : mayMove(state, event);
        expect(mayMove(state, event, false), `${event} ${state}`).toBe(expected);
      }
  });

  it('leaves an accepted record only by reopening, and whatever happens ends in a state', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SESSION_EVENTS), { maxLength: 40 }), fc.boolean(), (events, isHeld) => {
        let state: SessionState | null = null;
        for (const event of events) {
          const next: SessionState | null = mayMove(state, event, isHeld);
          if (next === null) continue;
          if (state === 'accepted') expect(event).toBe('reopen');
          if (state === null) expect(event).toBe('submit');
          state = next;
        }
      }),
    );
  });
});

describe('what is counted', () => {
  it('adds new and return visits, none where nothing was held', () => {
    expect(visitsOf(held())).toBe(12);
    expect(visitsOf(NOT_HELD)).toBe(0);
  });

  it('knows who was there', () => {
    expect(expertThere(held(), 'expert')).toBe('expert');
    expect(expertThere(held({ expert: { presence: 'substitute', expertId: 'other' } }), 'expert')).toBe('other');
    expect(expertThere(held({ expert: { presence: 'absent' } }), 'expert')).toBeNull();
    expect(expertThere(NOT_HELD, 'expert')).toBeNull();
  });
});

describe('hard checks', () => {
  it('find nothing in a session as planned, and nothing in one that was not held', () => {
    const full = held({
      conditions: [{ ...CONDITION, visits: 12 }],
      techniques: [{ code: 'acupuncture', count: 1 }],
      trainees: [{ traineeId: 'trainee', part: 'leading' }],
    });
    expect(checkContent(full, context())).toEqual({ hard: [], soft: [] });
    expect(checkContent(NOT_HELD, context())).toEqual({ hard: [], soft: [] });
  });

  it('stop the future and days on which the clinic was not open', () => {
    expect(hardKeys(held(), context({ date: addDays(DAY, 1) }))).toEqual(['date future']);
    expect(hardKeys(held(), context({ clinicOpen: false }))).toEqual(['date clinicNotOpen']);
    expect(hardKeys(NOT_HELD, context({ clinicOpen: false }))).toEqual(['date clinicNotOpen']);
  });

  it('stop the absence of what was never planned', () => {
    expect(hardKeys(NOT_HELD, context({ plannedExpertId: null }))).toEqual(['held notHeldUnplanned']);
  });

  it('ask who was there', () => {
    const unplanned = context({ plannedExpertId: null });
    expect(hardKeys(held(), unplanned)).toEqual(['expert nobodyPlanned']);
    expect(hardKeys(held({ expert: { presence: 'absent' } }), unplanned)).toEqual([]);
    const substitute = (expertId: string) => held({ expert: { presence: 'substitute', expertId } });
    expect(hardKeys(substitute('other'))).toEqual([]);
    expect(hardKeys(substitute('stranger'))).toEqual(['expert substituteUnknown']);
    expect(hardKeys(substitute('expert'), context({ substitutes: ['expert'] }))).toEqual([
      'expert substituteIsPlanned',
    ]);
  });

  it('stop an expert on site in two places, and name the other only where it may be seen', () => {
    const elsewhere = [{ expertId: 'expert', place: null }];
    expect(hardKeys(held(), context({ elsewhere }))).toEqual(['expert expertElsewhere']);
    expect(hardKeys(held({ mode: 'remote' }), context({ elsewhere }))).toEqual([]);
    expect(hardKeys(held({ expert: { presence: 'absent' } }), context({ elsewhere }))).toEqual([]);
    expect(hardKeys(held({ expert: { presence: 'substitute', expertId: 'other' } }), context({ elsewhere }))).toEqual(
      [],
    );
    const seen = context({ elsewhere: [{ expertId: 'expert', place: '腰痛门诊' }] });
    expect(checkContent(held(), seen).hard).toEqual([elsewhereProblem('腰痛门诊')]);
    expect(elsewhereProblem('腰痛门诊').values).toEqual({ place: '腰痛门诊' });
  });

  it('stop what is in no catalogue or list, and sums that do not fit', () => {
    const unknown = { catalogueId: 'c', code: 'B02', visits: 1 };
    expect(hardKeys(held({ conditions: [unknown] }))).toEqual(['conditions conditionUnknown']);
    expect(hardKeys(held({ conditions: [{ ...CONDITION, visits: 13 }] }))).toEqual(['conditions conditionSum']);
    expect(hardKeys(held({ techniques: [{ code: 'x', count: 1 }] }))).toEqual(['techniques techniqueUnknown']);
    const stranger = held({ trainees: [{ traineeId: 'x', part: 'observing' }] });
    expect(hardKeys(stranger)).toEqual(['trainees traineeUnassigned']);
  });
});

describe('soft checks', () => {
  const past = [12, 11, 13, 12, 10, 14];

  it('ask about sessions outside the schedule, but not about those of the schedule', () => {
    const absent = held({ expert: { presence: 'absent' } });
    expect(softKeys(absent, context({ plannedExpertId: null }))).toEqual(['explanation unplanned']);
    expect(softKeys(absent)).toEqual([]);
  });

  it('ask about very late first records, not about later versions', () => {
    const late = (days: number, first = true) => context({ today: addDays(DAY, days), first });
    expect(softKeys(held(), late(VERY_LATE_DAYS))).toEqual([]);
    expect(checkContent(held(), late(VERY_LATE_DAYS + 1)).soft).toEqual([
      { path: 'explanation', messageKey: 'sessions.check.veryLate', values: { days: VERY_LATE_DAYS + 1 } },
    ]);
    expect(softKeys(NOT_HELD, late(VERY_LATE_DAYS + 1))).toEqual(['explanation veryLate']);
    expect(softKeys(held(), late(VERY_LATE_DAYS + 1, false))).toEqual([]);
  });

  it('ask about visits far from the clinic’s own, with both numbers', () => {
    const given = context({ earlierVisits: past });
    expect(checkContent(held({ visitsNew: 60 }), given).soft).toEqual([
      { path: 'explanation', messageKey: 'sessions.check.visitsHigh', values: { visits: 68, usual: 12 } },
    ]);
    expect(softKeys(held({ visitsNew: 0, visitsReturn: 1 }), given)).toEqual(['explanation visitsLow']);
    expect(softKeys(held(), given)).toEqual([]);
    expect(softKeys(NOT_HELD, given)).toEqual([]);
  });

  it('are answered by an explanation; hard ones are not', () => {
    const given = context({ earlierVisits: past, date: addDays(DAY, 1) });
    const content = held({ visitsNew: 60 });
    const silent = blockingProblems(content, checkContent(content, given));
    expect(silent.map(({ path }) => path)).toEqual(['date', 'explanation']);
    const explained = { ...content, explanation: '义诊日' };
    expect(blockingProblems(explained, checkContent(explained, given)).map(({ path }) => path)).toEqual(['date']);
  });
});
