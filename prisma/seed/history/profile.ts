import { addDays, type CivilDate, daysBetween } from '@/lib/core/dates';
import { openRandom, type Random } from '@/prisma/seed/random';
import type { BehaviourPeriod } from './behaviours';
import { beginsOn, type HistoryClinic } from './clinics';
import { type Habits, habitsOf } from './habits';

/** A clinic as its sessions are made: what does not change, and what the last sessions were. */
export type Actor = {
  clinic: HistoryClinic;
  random: Random;
  habits: Habits;
  begins: CivilDate;
  behaviours: readonly BehaviourPeriod[];
  /** visits of a session when the clinic is well attended */
  visits: number;
  /** shares of the visits by condition, in the order of the clinic's conditions */
  shares: readonly number[];
  techniques: readonly (readonly [string, number])[];
  attendance: number;
  /** how likely the centre sends a record on the day itself */
  prompt: number;
  /** so many days later than others confirm what took place here */
  slowness: number;
  /** weeks in which the experts were elsewhere, although the clinic is a good one */
  leave: { from: CivilDate; to: CivilDate } | null;
  /** planned sessions in a row that were not held */
  missed: number;
  lastHeld: boolean;
  /** visits of the last held sessions, the latest first */
  earlierVisits: number[];
};

const EARLIER_VISITS = 12;
/** Shares of clinics that wait long for their confirmation, and that were once left alone for weeks (ours). */
const SLOW = 0.15;
const ON_LEAVE = 0.16;
const LEAVE_BETWEEN = 60;

/** Techniques of a clinic: two to four of those usual in its department, as far as its centre offers them. */
function chooseTechniques(random: Random, { techniques }: Habits, offered: ReadonlySet<string>) {
  const possible = techniques.filter(([code]) => offered.has(code));
  const order = new Map(techniques.map(([code], index) => [code, index]));
  return random
    .sample(possible, random.whole(2, 4), ([, share]) => share)
    .sort(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    .map(([code, share]): readonly [string, number] => [code, share * (0.7 + 0.6 * random.fraction())]);
}

export type ActorInput = {
  seed: number;
  today: CivilDate;
  since: CivilDate;
  behaviours: readonly BehaviourPeriod[];
  /** nothing unusual ever happened here */
  orderly: boolean;
};

/** Three to five weeks in the past of some clinics. */
function leaveOf(random: Random, begins: CivilDate, today: CivilDate): Actor['leave'] {
  const days = daysBetween(begins, today) - LEAVE_BETWEEN;
  if (!random.chance(ON_LEAVE) || days < LEAVE_BETWEEN) return null;
  const from = addDays(begins, random.whole(LEAVE_BETWEEN, days));
  return { from, to: addDays(from, random.whole(21, 35)) };
}

/** Opens the part of a clinic; its choices depend on the seed and on its id alone. */
export function openActor(clinic: HistoryClinic, { seed, today, since, behaviours, orderly }: ActorInput): Actor {
  const random = openRandom(seed, `history of ${clinic.id}`);
  const habits = habitsOf(clinic.department);
  const begins = beginsOn(clinic, since);
  const main = clinic.conditions.length > 1 ? 0.5 + 0.2 * random.fraction() : 0.7 + 0.25 * random.fraction();
  return {
    clinic,
    random,
    habits,
    begins,
    behaviours,
    visits: habits.visits * (0.65 + 0.7 * random.fraction()),
    shares: clinic.conditions.map((_, index) => (index === 0 ? main : (0.9 - main) * (0.5 + 0.4 * random.fraction()))),
    techniques: chooseTechniques(random, habits, clinic.techniques),
    attendance: 0.6 + 0.32 * random.fraction(),
    prompt: 0.55 + 0.35 * random.fraction(),
    slowness: !orderly && random.chance(SLOW) ? random.whole(8, 26) : 0,
    leave: orderly ? null : leaveOf(random, begins, today),
    missed: 0,
    lastHeld: true,
    earlierVisits: [],
  };
}

/** Keeps what the clinic's next session looks back on. */
export function remember(actor: Actor, visits: number): void {
  actor.earlierVisits.unshift(visits);
  if (actor.earlierVisits.length > EARLIER_VISITS) actor.earlierVisits.pop();
}
