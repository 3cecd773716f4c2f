import { addDays, type CivilDate, daysBetween, mondayOf, WEEKDAYS, type Weekday, weekdayOf } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type { Clinic } from './clinics';
import { laterOf } from './date-order';
import { DEMONSTRATION_DISTRICTS, firstClinicOf } from './demonstration-people';
import type { Network } from './network';
import type { Expert } from './people';
import { openRandom, type Random } from './random';
import type { Scale } from './scale';

export type Slot = { weekday: Weekday; half: Half };
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
/** One name for a slot. */
export const slotKey = ({ weekday, half }: Slot) => `${weekday}/${half}`;

/** Weekday mornings most, afternoons a little less, Saturdays by department, Sundays and evenings seldom. */
function slotWeight({ weekday, half }: Slot, saturday: number): number {
  if (weekday === 6) return half === 'am' ? 85 * saturday : 0;
  if (weekday === 7) return half === 'am' ? 0.8 : 0;
  return { am: 10, pm: 7, evening: 0.5 }[half];
}

/** Which half-days every expert has given away; nobody sits in two places at once. */
export class Diary {
  private readonly taken = new Map<string, Set<string>>();
  isFree(expertId: string, slot: Slot): boolean {
    return !this.taken.get(expertId)?.has(slotKey(slot));
  }
  take(expertId: string, slot: Slot): void {
    const slots = this.taken.get(expertId) ?? new Set();
    this.taken.set(expertId, slots.add(slotKey(slot)));
  }
}

export type SchedulesInput = {
  seed: number;
  today: CivilDate;
  /** the first day of the history */
  since: CivilDate;
  scale: Pick<Scale, 'lines'>;
  clinics: readonly Clinic[];
};

/** The schedule lines of every clinic; answers also which half-days of the week every expert has given away. */
export function addSchedules(
  network: Network,
  { seed, today, since, scale, clinics }: SchedulesInput,
): { plans: Plan[]; diary: Diary } {
  const random = openRandom(seed, 'schedules');
  const diary = new Diary();
  const onSaturday = firstInsomniaClinics(clinics);
  // the fixed Saturdays are given away first, so that no expert's is taken by another clinic
  for (const { experts } of onSaturday)
    for (const expert of experts.slice(0, 1)) diary.take(expert.id, SATURDAY_MORNING);
  const shown = demonstrationClinics(clinics);
  const plans = clinics.map((clinic) => {
    const plan: Plan = { clinic, lines: [] };
    const drawn = random.weighted([...scale.lines.keys()], (index) => scale.lines[index] ?? 0) + 1;
    const expertShown = shown.get(clinic);
    const lines = expertShown ? Math.max(drawn, 2) : drawn;
    for (let number = 0; number < lines; number++) {
      const second = number > 0 && random.chance(0.7) ? clinic.experts[1] : undefined;
      const expert = expertShown ?? second ?? clinic.experts[0];
      if (!expert) continue;
      const fixed = number === 0 && onSaturday.has(clinic);
      const used = new Set(plan.lines.map(slotKey));
      const free = SLOTS.filter((slot) => diary.isFree(expert.id, slot) && !used.has(slotKey(slot)));
      const slot = fixed
        ? SATURDAY_MORNING
        : random.weighted(free, (candidate) => slotWeight(candidate, clinic.department.saturday));
      diary.take(expert.id, slot);
      plan.lines.push(
        addLine(network, random, {
          clinic,
          number,
          slot,
          expertId: expert.id,
          today,
          since,
          weekly: fixed || expertShown !== undefined,
        }),
      );
    }
    return plan;
  });
  return { plans, diary };
}

/** The clinics that the demonstration's accounts belong to and their expert, who sits there every week. */
function demonstrationClinics(clinics: readonly Clinic[]): Map<Clinic, Expert> {
  return new Map(
    DEMONSTRATION_DISTRICTS.flatMap((code) => {
      const clinic = firstClinicOf(clinics, ({ centre }) => centre.districtCode, code);
      const [expert] = [...clinic.experts].sort((a, b) => (a.id < b.id ? -1 : 1));
      return expert ? [[clinic, expert]] : [];
    }),
  );
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
  wish: {
    clinic: Clinic;
    number: number;
    slot: Slot;
    expertId: string;
    today: CivilDate;
    since: CivilDate;
    weekly: boolean;
  },
): Plan['lines'][number] {
  const { clinic, slot, expertId } = wish;
  const [starts, ends] = random.pick(HALF_TIMES[slot.half]);
  const recurrence = wish.weekly || random.chance(0.72) ? 'weekly' : 'alternate_weeks';
  // plans are kept from the first day of the history on
  const validFrom = laterOf(clinic.openedOn, wish.since);
  const anchor = addDays(mondayOf(validFrom), recurrence === 'weekly' ? 0 : 7 * random.whole(0, 1));
  // one line in ten ended half an hour earlier until about a year ago
  const changed = random.chance(0.1) ? addDays(wish.today, -random.whole(250, 450)) : null;
  const changedOn = changed && changed > validFrom ? changed : null;
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

/** Whether a line's session falls on a date, or on one that stands in for another weekday. */
export function fallsOn(
  { weekday, recurrence, anchor }: Line,
  date: CivilDate,
  asWeekday: Weekday = weekdayOf(date),
): boolean {
  if (asWeekday !== weekday) return false;
  return recurrence === 'weekly' || (daysBetween(mondayOf(anchor), mondayOf(date)) / 7) % 2 === 0;
}
