import { distanceFrom } from '@/lib/clinic-sessions/history-rules';
import type { HeldContent, NotHeldContent, NotHeldReason, TraineePart } from '@/lib/clinic-sessions/schema';
import { type CivilDate, daysBetween } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type { Random } from '@/prisma/seed/random';
import { covers } from './clinics';
import type { Manner } from './manners';
import type { Actor } from './profile';
import { expectedVisits } from './seasons';
import { FAR_EXPLANATIONS, HELD_NOTES, NOT_HELD_NOTES } from './words';

/** In these months people take paste tonics. */
const PASTE_MONTHS = ['11', '12', '01'];
const PASTE = 'paste-prescription';
const NOBODY = [0, 0, 0, 1, 1, 2] as const;

export type HeldInput = {
  date: CivilDate;
  half: Half;
  quiet: boolean;
  manner: Manner;
  expert: HeldContent['expert'];
  mode: HeldContent['mode'];
  /** a trainee who is to be there if the date allows it */
  withTrainee: string | null;
};

/** About a share of a number, whole and within it. */
function part(random: Random, whole: number, share: number): number {
  const mean = whole * share;
  const deviation = Math.sqrt(Math.max(0, mean * (1 - Math.min(1, share))));
  return Math.min(whole, Math.max(0, Math.round(random.normal(mean, deviation))));
}

function visitsOf(actor: Actor, { manner, expert, ...input }: HeldInput): number {
  const { random } = actor;
  if (manner.crowd === 'nobody') return random.pick(NOBODY);
  const mean = expectedVisits(actor, input) * manner.crowd * (expert.presence === 'absent' ? 0.55 : 1);
  return Math.min(90, Math.max(0, Math.round(random.normal(mean, Math.sqrt(mean)))));
}

/** What a held session of a clinic was. */
export function heldContent(actor: Actor, input: HeldInput): HeldContent {
  const { clinic, random, habits, shares, earlierVisits } = actor;
  const { date, expert, mode } = input;
  const visits = visitsOf(actor, input);
  const visitsNew = part(random, visits, habits.newShare);
  const prescriptions = part(random, visits, habits.prescriptions);
  const trainees = traineesOf(actor, input);
  const dispenses = clinic.dispensesFrom !== null && clinic.dispensesFrom <= date;
  const distance = distanceFrom(earlierVisits, visits);
  let left = visits;
  const conditions = clinic.conditions
    .map(({ catalogueId, code }, index) => {
      const counted = Math.min(left, part(random, visits, shares[index] ?? 0));
      left -= counted;
      return { catalogueId, code, visits: counted };
    })
    .filter(({ visits: counted }) => counted > 0);
  return {
    held: true,
    expert,
    mode,
    visitsNew,
    visitsReturn: visits - visitsNew,
    conditions,
    techniques: techniquesOf(actor, date, mode === 'remote' ? Math.round(visits / 2) : visits),
    prescriptions,
    preparations: dispenses ? part(random, visits, 0.14) : 0,
    referralsUp: part(random, visits, 0.02),
    referralsDown: part(random, visits, 0.012),
    trainees,
    teachingCases: trainees.length > 0 && expert.presence !== 'absent' ? random.whole(0, Math.min(2, visits)) : 0,
    note: random.chance(0.05) ? random.pick(HELD_NOTES) : null,
    explanation: distance ? random.pick(FAR_EXPLANATIONS[distance.far]) : null,
  };
}

function techniquesOf({ random, techniques }: Actor, date: CivilDate, visits: number): HeldContent['techniques'] {
  return techniques
    .filter(([code]) => code !== PASTE || PASTE_MONTHS.includes(date.slice(5, 7)))
    .map(([code, share]) => ({ code, count: part(random, visits, Math.min(0.95, share)) }))
    .filter(({ count }) => count > 0);
}

/** Who of the assigned trainees was there, and in which part: the longer they learn, the more they do. */
function traineesOf({ clinic, random, attendance }: Actor, input: HeldInput): HeldContent['trainees'] {
  const { date, expert, withTrainee } = input;
  const absent = expert.presence === 'absent';
  return clinic.trainees
    .filter((period) => covers(period, date))
    .filter(({ id }) => random.chance(absent ? attendance / 3 : attendance) || id === withTrainee)
    .map(({ id, from }) => ({ traineeId: id, part: partOf(random, daysBetween(from, date), absent) }));
}

function partOf(random: Random, days: number, absent: boolean): TraineePart {
  const leading = absent ? 0 : Math.min(0.55, Math.max(0, (days - 240) / 600));
  const observing = Math.max(0.06, 1 - days / 200);
  const chosen = random.fraction();
  if (chosen < leading) return 'leading';
  return chosen > 1 - observing ? 'observing' : 'assisting';
}

/** Why a session was not held. */
export function notHeldContent({ random }: Actor, { reasons }: Manner): NotHeldContent {
  const [reason] = random.weighted(reasons, ([, weight]) => weight);
  return { held: false, reason, note: noteOf(random, reason), explanation: null };
}

function noteOf(random: Random, reason: NotHeldReason): string | null {
  const notes = NOT_HELD_NOTES[reason] ?? [];
  return notes.length > 0 && (reason === 'other' || random.chance(0.4)) ? random.pick(notes) : null;
}
