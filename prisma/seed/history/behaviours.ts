import { addDays, type CivilDate, daysBetween } from '@/lib/core/dates';
import type { ClinicBehaviour } from '@/lib/db/generated/enums';
import { apportion, openRandom, type Random } from '@/prisma/seed/random';
import { beginsOn, type HistoryClinic } from './clinics';
import { MANNERS, type Manner } from './manners';

export type BehaviourPeriod = { behaviour: ClinicBehaviour; from: CivilDate; manner: Manner };

/** The shares of clinics by how they behave today (ours). */
const SHARES: readonly (readonly [ClinicBehaviour, number])[] = [
  ['steady', 69],
  ['irregular', 13],
  ['idle', 7],
  ['nominal_only', 6],
  ['fabricated', 5],
];
/** How many of those that are not steady today once were, and of the steady ones once were not. */
const ONCE_STEADY = 0.4;
const ONCE_WORSE = 0.05;
const CHANGED_BEFORE_DAYS = 70;
const LASTS_AT_LEAST_DAYS = 120;

export type BehavioursInput = {
  seed: number;
  today: CivilDate;
  since: CivilDate;
  /** clinics that are to be steady throughout */
  keepSteady: ReadonlySet<string>;
};

/** Sessions a week by the schedule of today. */
function weekly({ schedule }: HistoryClinic): number {
  return schedule
    .filter(({ validTo }) => validTo === null)
    .reduce((sum, { recurrence }) => sum + (recurrence === 'weekly' ? 1 : 0.5), 0);
}

/** How every clinic of a network behaves and since when; the last period lasts until today. */
export function behavioursOf(
  clinics: readonly HistoryClinic[],
  { seed, today, since, keepSteady }: BehavioursInput,
): Map<string, BehaviourPeriod[]> {
  const random = openRandom(seed, 'behaviours');
  const counts = apportion(
    clinics.length,
    SHARES.map(([, share]) => share),
  );
  const left = random.shuffle(clinics.filter(({ id }) => !keepSteady.has(id)));
  const behaviourOf = new Map<string, ClinicBehaviour>();
  const claiming = new Set(left.filter((clinic) => weekly(clinic) >= 1));
  // the ones that only weekly clinics can have are dealt out first
  for (const [behaviour, count] of SHARES.map(([name], index) => [name, counts[index] ?? 0] as const).reverse()) {
    if (behaviour === 'steady') continue;
    const from = left.filter((clinic) => !behaviourOf.has(clinic.id) && (!claims(behaviour) || claiming.has(clinic)));
    for (const { id } of from.slice(0, count)) behaviourOf.set(id, behaviour);
  }
  return new Map(
    clinics.map((clinic) => {
      const begins = beginsOn(clinic, since);
      const behaviour = behaviourOf.get(clinic.id) ?? 'steady';
      const free = !keepSteady.has(clinic.id);
      const earlier = free ? earlierBehaviour(random, behaviour, claiming.has(clinic)) : null;
      return [clinic.id, periods(random, { behaviour, earlier, begins, today })];
    }),
  );
}

/**
 * Behaviours that claim service. They go to clinics that expect a session every week: with fewer, eight weeks show
 * nobody enough to judge.
 */
function claims(behaviour: ClinicBehaviour): boolean {
  return behaviour === 'nominal_only' || behaviour === 'fabricated';
}

function earlierBehaviour(random: Random, behaviour: ClinicBehaviour, claiming: boolean): ClinicBehaviour | null {
  if (behaviour !== 'steady') return random.chance(ONCE_STEADY) ? 'steady' : null;
  if (!random.chance(ONCE_WORSE)) return null;
  return random.pick(claiming ? (['irregular', 'idle', 'nominal_only'] as const) : (['irregular', 'idle'] as const));
}

function periods(
  random: Random,
  {
    behaviour,
    earlier,
    begins,
    today,
  }: { behaviour: ClinicBehaviour; earlier: ClinicBehaviour | null; begins: CivilDate; today: CivilDate },
): BehaviourPeriod[] {
  const period = (name: ClinicBehaviour, from: CivilDate): BehaviourPeriod => ({
    behaviour: name,
    from,
    manner: random.pick(MANNERS[name]),
  });
  const latest = daysBetween(begins, today) - CHANGED_BEFORE_DAYS;
  if (!earlier || latest <= LASTS_AT_LEAST_DAYS) return [period(behaviour, begins)];
  return [period(earlier, begins), period(behaviour, addDays(begins, random.whole(LASTS_AT_LEAST_DAYS, latest)))];
}

/** The period that covers a date; the first one before the history begins. */
export function periodOn(list: readonly BehaviourPeriod[], date: CivilDate): BehaviourPeriod {
  const found = list.findLast(({ from }) => from <= date) ?? list[0];
  if (!found) throw new Error('A clinic without a behaviour');
  return found;
}
