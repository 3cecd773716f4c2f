import type { ConditionRef, EarlierSession, SessionPrefill } from './form-schema';
import { conditionKey } from './rules';
import type { HeldContent } from './schema';

// What a form is pre-filled with: the clinic's usual pattern. Never the visits.

/** So many held sessions make the pattern (ours). */
const PATTERN_SESSIONS = 6;

/** What is known of the session itself. */
export type PatternSlot = {
  plannedExpertId: string | null;
  /** assigned to the clinic on the date */
  traineeIds: readonly string[];
  /** the clinic's own */
  conditions: readonly ConditionRef[];
};

/** In at least half of the sessions. */
function isUsual(sessions: readonly EarlierSession[], holds: (one: EarlierSession) => boolean): boolean {
  return sessions.length > 0 && sessions.filter(holds).length * 2 >= sessions.length;
}

/**
 * What the form begins with: the planned expert, the usual mode, the assigned trainees who usually come in the part they
 * had last, the kinds of techniques usually used, and how visits usually divide among conditions.
 * @param earlier earlier sessions of the clinic, the latest first
 */
export function usualPattern(earlier: readonly EarlierSession[], slot: PatternSlot): SessionPrefill {
  const recent = earlier.filter(({ held, state }) => held && state !== 'withdrawn').slice(0, PATTERN_SESSIONS);
  const remote = recent.length > 0 && recent.filter(({ mode }) => mode === 'remote').length * 2 > recent.length;
  const codes = new Set(recent.flatMap(({ techniques }) => techniques.map(({ code }) => code)));
  return {
    held: true,
    expert: slot.plannedExpertId === null ? null : { presence: 'planned' },
    mode: remote ? 'remote' : 'on_site',
    visitsNew: null,
    visitsReturn: null,
    conditionShares: sharesOf(recent, slot.conditions),
    techniqueCodes: [...codes].filter((code) =>
      isUsual(recent, ({ techniques }) => techniques.some((one) => one.code === code)),
    ),
    trainees: slot.traineeIds
      .filter(
        (id) =>
          recent.length === 0 || isUsual(recent, ({ trainees }) => trainees.some(({ traineeId }) => traineeId === id)),
      )
      .map((traineeId) => ({ traineeId, part: lastPart(recent, traineeId) })),
  };
}

function lastPart(recent: readonly EarlierSession[], id: string): HeldContent['trainees'][number]['part'] {
  const rows = recent.flatMap(({ trainees }) => trainees);
  return rows.find(({ traineeId }) => traineeId === id)?.part ?? 'observing';
}

function sharesOf(recent: readonly EarlierSession[], own: readonly ConditionRef[]): SessionPrefill['conditionShares'] {
  const sums = new Map<string, ConditionRef & { visits: number }>();
  for (const { catalogueId, code, visits } of recent.flatMap(({ conditions }) => conditions)) {
    const key = conditionKey({ catalogueId, code });
    sums.set(key, { catalogueId, code, visits: (sums.get(key)?.visits ?? 0) + visits });
  }
  const rows = [...sums.values()];
  // a clinic for one condition sees that one; among several only the past can tell
  const [only] = own;
  if (rows.length === 0) return only && own.length === 1 ? [{ ...only, share: 1 }] : [];
  const visits = recent.reduce((sum, one) => sum + one.visitsNew + one.visitsReturn, 0);
  return rows
    .map(({ visits: ofCondition, ...ref }) => ({ ...ref, share: ofCondition / visits }))
    .sort((a, b) => b.share - a.share || (conditionKey(a) < conditionKey(b) ? -1 : 1));
}

/**
 * Visits divided by shares into whole numbers: each gets its whole part, what then is left goes to the largest remainders.
 * The sum is the visits times the sum of the shares, rounded, and never more than the visits.
 */
export function splitVisits(visits: number, shares: SessionPrefill['conditionShares']): HeldContent['conditions'] {
  const exact = shares.map(({ catalogueId, code, share }) => ({ catalogueId, code, visits: visits * share }));
  const total = Math.min(visits, Math.round(exact.reduce((sum, row) => sum + row.visits, 0)));
  const rows = exact.map((row) => ({ ...row, visits: Math.floor(row.visits), rest: row.visits % 1 }));
  const left = total - rows.reduce((sum, row) => sum + row.visits, 0);
  const first = [...rows].sort((a, b) => b.rest - a.rest).slice(0, Math.max(0, left));
  return rows
    .map((row) => ({
      catalogueId: row.catalogueId,
      code: row.code,
      visits: row.visits + (first.includes(row) ? 1 : 0),
    }))
    .filter((row) => row.visits > 0);
}

/** The content of a session that went as planned, once its visits are typed; null where nobody was planned. */
export function contentAsPlanned(
  { expert, mode, conditionShares, trainees }: SessionPrefill,
  { visitsNew, visitsReturn }: { visitsNew: number; visitsReturn: number },
): HeldContent | null {
  if (expert === null) return null;
  return {
    held: true,
    expert,
    mode,
    visitsNew,
    visitsReturn,
    conditions: splitVisits(visitsNew + visitsReturn, conditionShares),
    // which were used is for the clerk to say, with their counts
    techniques: [],
    prescriptions: 0,
    preparations: 0,
    referralsUp: 0,
    referralsDown: 0,
    trainees,
    teachingCases: 0,
    note: null,
    explanation: null,
  };
}
