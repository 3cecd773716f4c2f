import { addDays, type CivilDate, daysBetween, mondayOf, WEEKDAYS, type Weekday, weekdayOf } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type { Clinic } from './clinics';
import type { Network } from './network';
import { openRandom, type Random } from './random';
import type { Reference } from './reference';

type Slot = { weekday: Weekday; half: Half };
type Line = Slot & { starts: number; ends: number; recurrence: 'weekly' | 'alternate_weeks'; anchor: CivilDate };
export type Plan = { clinic: Clinic; lines: (Line & { expertId: string })[] };

const INSOMNIA = 'A04.01.13';
const HALF_TIMES: Record<Half, readonly (readonly [number, number])[]> = {
  am: [
    [510, 690],
    [510, 690],
    [480, 660],
  ],
  pm: [
    [810, 990],
    [810, 990],
    [810, 960],
  ],
  evening: [[1050, 1200]],
};

const SLOTS: readonly Slot[] = WEEKDAYS.flatMap((weekday) =>
  (['am', 'pm', 'evening'] as const).map((half) => ({ weekday, half })),
);
const key = ({ weekday, half }: Slot) => `${weekday}/${half}`;

/** Weekday mornings most, afternoons a little less, Saturdays by department, Sundays and evenings seldom. */
function slotWeight({ weekday, half }: Slot, saturday: number): number {
  if (weekday === 6) return half === 'am' ? 85 * saturday : 0;
  if (weekday === 7) return half === 'am' ? 0.8 : 0;
  return { am: 10, pm: 7, evening: 0.5 }[half];
}

/** Which half-days every expert has given away; nobody sits in two places at once. */
class Diary {
  private readonly taken = new Map<string, Set<string>>();
  isFree(expertId: string, slot: Slot): boolean {
    return !this.taken.get(expertId)?.has(key(slot));
  }
  take(expertId: string, slot: Slot): void {
    const slots = this.taken.get(expertId) ?? new Set();
    this.taken.set(expertId, slots.add(key(slot)));
  }
}

/** The schedule lines of every clinic, and what the coming weeks change about them. */
export function addSchedules(
  network: Network,
  reference: Reference,
  { seed, today, clinics }: { seed: number; today: CivilDate; clinics: readonly Clinic[] },
): Plan[] {
  const random = openRandom(seed, 'schedules');
  const diary = new Diary();
  const onSaturday = firstInsomniaClinics(clinics);
  // the fixed Saturdays are given away first, so that no expert's is taken by another clinic
  for (const { experts } of onSaturday)
    for (const expert of experts.slice(0, 1)) diary.take(expert.id, SATURDAY_MORNING);
  const plans = clinics.map((clinic) => {
    const plan: Plan = { clinic, lines: [] };
    const lines = random.chance(0.45) ? 2 : 1;
    for (let number = 0; number < lines; number++) {
      const expert = (number === 1 && random.chance(0.7) ? clinic.experts[1] : undefined) ?? clinic.experts[0];
      if (!expert) continue;
      const fixed = number === 0 && onSaturday.has(clinic);
      const used = new Set(plan.lines.map(key));
      const free = SLOTS.filter((slot) => diary.isFree(expert.id, slot) && !used.has(key(slot)));
      const slot = fixed
        ? SATURDAY_MORNING
        : random.weighted(free, (candidate) => slotWeight(candidate, clinic.department.saturday));
      diary.take(expert.id, slot);
      plan.lines.push(addLine(network, random, { clinic, number, slot, expertId: expert.id, today, weekly: fixed }));
    }
    return plan;
  });
  addExceptions(network, reference, { random: openRandom(seed, 'exceptions'), today, plans, diary });
  return plans;
}

const SATURDAY_MORNING: Slot = { weekday: 6, half: 'am' };

function firstInsomniaClinics(clinics: readonly Clinic[]): Set<Clinic> {
  const first = new Map<string, Clinic>();
  for (const clinic of clinics)
    if (clinic.conditions.includes(INSOMNIA) && !first.has(clinic.hospitalId)) first.set(clinic.hospitalId, clinic);
  return new Set(first.values());
}

function addLine(
  network: Network,
  random: Random,
  wish: { clinic: Clinic; number: number; slot: Slot; expertId: string; today: CivilDate; weekly: boolean },
): Plan['lines'][number] {
  const { clinic, slot, expertId } = wish;
  const [starts, ends] = random.pick(HALF_TIMES[slot.half]);
  const recurrence = wish.weekly || random.chance(0.72) ? 'weekly' : 'alternate_weeks';
  const validFrom = addDays(wish.today, -random.whole(700, 760));
  const anchor = addDays(mondayOf(validFrom), recurrence === 'weekly' ? 0 : 7 * random.whole(0, 1));
  // one line in ten ended half an hour earlier until about a year ago
  const changedOn = random.chance(0.1) ? addDays(wish.today, -random.whole(250, 450)) : null;
  const row = {
    clinicId: clinic.id,
    weekday: slot.weekday,
    half: slot.half,
    recurrence,
    anchorDate: anchor,
    expertId,
    origin: 'demonstration',
  } as const;
  const id = `${clinic.id}-line-${wish.number + 1}`;
  if (changedOn)
    network.clinicSchedule.push({
      id: `${id}-before`,
      ...row,
      startsMinute: starts,
      endsMinute: ends - 30,
      validFrom,
      validTo: addDays(changedOn, -1),
    });
  network.clinicSchedule.push({
    id,
    ...row,
    startsMinute: starts,
    endsMinute: ends,
    validFrom: changedOn ?? validFrom,
    validTo: null,
  });
  return { ...slot, starts, ends, recurrence, anchor, expertId };
}

/** Whether a line's session falls on a date. */
function fallsOn({ weekday, recurrence, anchor }: Line, date: CivilDate): boolean {
  if (weekdayOf(date) !== weekday) return false;
  return recurrence === 'weekly' || (daysBetween(mondayOf(anchor), mondayOf(date)) / 7) % 2 === 0;
}

const REMOVED = [
  ['专家参加学术会议，本次停诊', 'The expert attends a conference; this session is cancelled'],
  ['专家外出会诊，本次停诊', 'The expert is called to a consultation elsewhere; this session is cancelled'],
  ['诊室设备检修，本次停诊', 'Equipment of the room is being serviced; this session is cancelled'],
] as const;
const ADDED = [
  ['预约较多，增加一次门诊', 'Many bookings: one more session'],
  ['补上次停诊', 'Makes up for a cancelled session'],
] as const;

/** Three sessions of the coming weeks that will not take place, and two that are added (ours). */
function addExceptions(
  network: Network,
  { holidays }: Reference,
  { random, today, plans, diary }: { random: Random; today: CivilDate; plans: readonly Plan[]; diary: Diary },
): void {
  const special = new Set(holidays.map(({ date }) => date));
  const days = Array.from({ length: 18 }, (_, index) => addDays(today, index + 2)).filter((date) => !special.has(date));
  const order = random.shuffle(plans);
  let [removed, added] = [0, 0];

  for (const { clinic, lines } of order) {
    const line = lines[0];
    if (!line) continue;
    const common = { clinicId: clinic.id, origin: 'demonstration' } as const;
    const stopped = days.find((date) => fallsOn(line, date));
    if (removed < REMOVED.length) {
      const [reason, reasonEn] = REMOVED[removed] ?? REMOVED[0];
      if (!stopped) continue;
      network.scheduleException.push({
        id: `${clinic.id}-removed-1`,
        ...common,
        date: stopped,
        half: line.half,
        kind: 'removed',
        startsMinute: null,
        endsMinute: null,
        expertId: null,
        reason,
        reasonEn,
      });
      removed++;
    } else if (added < ADDED.length) {
      const [reason, reasonEn] = ADDED[added] ?? ADDED[0];
      const date = days.find((day) => {
        const slot: Slot = { weekday: weekdayOf(day), half: 'am' };
        return (
          slot.weekday <= 5 && diary.isFree(line.expertId, slot) && !lines.some((other) => key(other) === key(slot))
        );
      });
      if (!date) continue;
      network.scheduleException.push({
        id: `${clinic.id}-added-1`,
        ...common,
        date,
        half: 'am',
        kind: 'added',
        startsMinute: 510,
        endsMinute: 690,
        expertId: line.expertId,
        reason,
        reasonEn,
      });
      added++;
    }
  }
}
