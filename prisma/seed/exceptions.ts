import { addDays, type CivilDate, datesBetween, instantInShanghai, type Weekday, weekdayOf } from '@/lib/core/dates';
import { HALVES, type Half } from '@/lib/directory/schema';
import type { Clinic } from './clinics';
import { DEMONSTRATION_DISTRICTS, firstClinicOf } from './demonstration-people';
import type { Network } from './network';
import { openRandom } from './random';
import { type Diary, fallsOn, type Plan, type Slot, slotKey } from './schedules';

const REMOVED = [
  ['专家参加学术会议，本次停诊', 'The expert attends a conference; this session is cancelled'],
  ['专家外出会诊，本次停诊', 'The expert is called to a consultation elsewhere; this session is cancelled'],
  ['诊室设备检修，本次停诊', 'Equipment of the room is being serviced; this session is cancelled'],
] as const;
const ADDED = [
  ['预约较多，增加一次门诊', 'Many bookings: one more session'],
  ['补上次停诊', 'Makes up for a cancelled session'],
] as const;
const ADDED_TIMES: Record<Half, readonly [number, number]> = { am: [510, 690], pm: [810, 990], evening: [1050, 1200] };
/** How many sessions the centres of the demonstration's accounts expect today. */
const EXPECTED_TODAY = 2;

type Holidays = ReadonlyMap<CivilDate, { kind: 'holiday' | 'makeup_workday'; followsWeekday: Weekday | null }>;
export type ExceptionsInput = {
  seed: number;
  today: CivilDate;
  /** the first day of the history */
  since: CivilDate;
  plans: readonly Plan[];
  diary: Diary;
  holidays: Holidays;
};

/** What the schedules do not say: sessions that were or will be left out, and sessions on other days. */
export function addScheduleExceptions(network: Network, input: ExceptionsInput): void {
  const book = new Book(network, input);
  addTodaysSessions(input, book);
  addPastExceptions(input, book);
  addComingExceptions(input, book);
}

/** Writes exceptions and knows which half-days they take. */
class Book {
  private readonly taken = new Set<string>();
  private readonly numbers = new Map<string, number>();
  constructor(
    private readonly network: Network,
    private readonly input: ExceptionsInput,
  ) {}

  /** Nothing scheduled and nothing added for the clinic or the expert on a date and half-day. */
  isFree({ clinic, lines }: Plan, expertId: string, date: CivilDate, half: Half): boolean {
    const holiday = this.input.holidays.get(date);
    const taken = [clinic.id, expertId].some((id) => this.taken.has(`${id}/${date}/${half}`));
    // no line of a schedule takes place on a holiday
    if (holiday?.kind === 'holiday') return !taken;
    const weekdays = [weekdayOf(date), holiday?.followsWeekday ?? weekdayOf(date)];
    const slots = weekdays.map((weekday): Slot => ({ weekday, half }));
    const keys = slots.map(slotKey);
    return (
      slots.every((slot) => this.input.diary.isFree(expertId, slot)) &&
      !lines.some((line) => keys.includes(slotKey(line))) &&
      !taken
    );
  }

  add({ clinic }: Plan, expertId: string, date: CivilDate, half: Half, texts: readonly [string, string]): void {
    this.taken.add(`${expertId}/${date}/${half}`);
    const [startsMinute, endsMinute] = ADDED_TIMES[half];
    this.write(clinic, date, half, texts, { kind: 'added', startsMinute, endsMinute, expertId });
  }

  remove({ clinic }: Plan, date: CivilDate, half: Half, texts: readonly [string, string]): void {
    if (this.taken.has(`${clinic.id}/${date}/${half}`)) return;
    this.write(clinic, date, half, texts, { kind: 'removed', startsMinute: null, endsMinute: null, expertId: null });
  }

  private write(
    clinic: Clinic,
    date: CivilDate,
    half: Half,
    [reason, reasonEn]: readonly [string, string],
    rest: {
      kind: 'added' | 'removed';
      startsMinute: number | null;
      endsMinute: number | null;
      expertId: string | null;
    },
  ): void {
    this.taken.add(`${clinic.id}/${date}/${half}`);
    const numberKey = `${clinic.id}-${rest.kind}`;
    const number = (this.numbers.get(numberKey) ?? 0) + 1;
    this.numbers.set(numberKey, number);
    const known = addDays(date, -6);
    const createdOn = known < this.input.today ? known : addDays(this.input.today, -1);
    this.network.scheduleException.push({
      id: `${numberKey}-${number}`,
      clinicId: clinic.id,
      date,
      half,
      ...rest,
      reason,
      reasonEn,
      origin: 'demonstration',
      createdAt: instantInShanghai(createdOn, 10 * 60),
    });
  }
}

/** Two sessions today at each centre that a clerk of the demonstration works for, whatever weekday it is. */
function addTodaysSessions({ today, plans, holidays }: ExceptionsInput, book: Book): void {
  const holiday = holidays.get(today);
  const weekdays = [weekdayOf(today), holiday?.followsWeekday];
  for (const districtCode of DEMONSTRATION_DISTRICTS) {
    const clinics = plans.map(({ clinic }) => clinic);
    const first = firstClinicOf(clinics, ({ centre }) => centre.districtCode, districtCode);
    const here = plans.filter(({ clinic }) => clinic.centre.id === first.centre.id);
    const lines = here.flatMap((plan) => plan.lines);
    const regular = lines.filter(
      (line) => weekdays.includes(line.weekday) && fallsOn(line, today, line.weekday),
    ).length;
    let missing = EXPECTED_TODAY - (holiday?.kind === 'holiday' ? 0 : regular);
    const own = here.filter(({ clinic }) => clinic.id === first.id);
    for (const plan of [...own, ...here.filter((other) => !own.includes(other))])
      for (const half of HALVES)
        for (const { id } of plan.clinic.experts) {
          if (missing <= 0 || !book.isFree(plan, id, today, half)) continue;
          book.add(plan, id, today, half, ADDED[0]);
          missing--;
        }
  }
}

/** Now and then in the past a session was left out or added, seldom more than once a year and clinic. */
function addPastExceptions({ seed, today, since, plans, holidays }: ExceptionsInput, book: Book): void {
  const random = openRandom(seed, 'past exceptions');
  const workdays = datesBetween(since, addDays(today, -1))
    .map((date) => ({ date, weekday: weekdayOf(date) }))
    .filter(({ date, weekday }) => weekday <= 5 && !holidays.has(date));
  for (const plan of plans) {
    const { clinic, lines } = plan;
    const open = workdays.filter(({ date }) => date >= clinic.openedOn);
    const years = open.length / 250;
    for (const line of lines) {
      const own = open.filter(({ date, weekday }) => weekday === line.weekday && fallsOn(line, date));
      for (const { date } of random.sample(own, random.whole(0, Math.round(2 * years))))
        book.remove(plan, date, line.half, random.pick(REMOVED));
    }
    const [line] = lines;
    if (!line) continue;
    for (let wanted = random.whole(0, Math.round(years)); wanted > 0; wanted--) {
      const { date } = random.pick(open);
      const half = random.pick(['am', 'pm'] as const);
      if (book.isFree(plan, line.expertId, date, half)) book.add(plan, line.expertId, date, half, random.pick(ADDED));
    }
  }
}

/** Three sessions of the coming weeks that will not take place, and two that are added (ours). */
function addComingExceptions({ seed, today, plans, holidays }: ExceptionsInput, book: Book): void {
  const random = openRandom(seed, 'exceptions');
  const days = Array.from({ length: 18 }, (_, index) => addDays(today, index + 2)).filter(
    (date) => !holidays.has(date),
  );
  let [removed, added] = [0, 0];
  for (const plan of random.shuffle(plans)) {
    const line = plan.lines[0];
    if (!line) continue;
    const removal = REMOVED[removed];
    const addition = ADDED[added];
    if (removal) {
      const stopped = days.find((date) => fallsOn(line, date));
      if (!stopped) continue;
      book.remove(plan, stopped, line.half, removal);
      removed++;
    } else if (addition) {
      const date = days.find((day) => weekdayOf(day) <= 5 && book.isFree(plan, line.expertId, day, 'am'));
      if (!date) continue;
      book.add(plan, line.expertId, date, 'am', addition);
      added++;
    }
  }
}
