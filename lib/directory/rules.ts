import {
  addDays,
  type CivilDate,
  dateInShanghai,
  datesBetween,
  minuteInShanghai,
  type Weekday,
  weekdayOf,
} from '@/lib/core/dates';
import type {
  DayHours,
  DayMinute,
  DayNote,
  Half,
  Holiday,
  OpeningException,
  OpeningState,
  WeeklyInterval,
} from './schema';

// Opening hours of a place: weekly intervals, exceptions, national holidays and make-up workdays (调休).

export type PlaceHours = {
  hours: readonly WeeklyInterval[];
  exceptions: readonly OpeningException[];
  opensOnHolidays: boolean;
};

type Interval = DayHours['intervals'][number];
type Holidays = ReadonlyMap<CivilDate, Holiday>;

const DAY_MINUTES = 1440;
const SEARCH_DAYS = 14;
const FRIDAY: Weekday = 5;

/** Half-days in minutes of the day: morning until 12:00, afternoon until 17:30, evening after. */
export const HALF_MINUTES: Record<Half, { from: number; to: number }> = {
  am: { from: 0, to: 720 },
  pm: { from: 720, to: 1050 },
  evening: { from: 1050, to: DAY_MINUTES },
};

/** A place counts as open in a half-day when it is open for at least this many minutes of it (ours). */
const SLOT_MINUTES = 60;

/** The half-day a minute of the day belongs to. */
export function halfOf(minute: number): Half {
  if (minute < HALF_MINUTES.am.to) return 'am';
  return minute < HALF_MINUTES.pm.to ? 'pm' : 'evening';
}

/**
 * Whether a place is open at an instant and when that changes next, looking up to fourteen days ahead; a place
 * without hours is unknown, except on a date that an exception describes.
 */
export function openingState(place: PlaceHours, holidays: Holidays, instant: Date): OpeningState {
  const date = dateInShanghai(instant);
  const minute = minuteInShanghai(instant);
  if (place.hours.length === 0 && !exceptionOn(place, date)) return { state: 'unknown' };

  const today = hoursOn(place, holidays, date);
  const current = today.intervals.find((span) => span.opensMinute <= minute && minute < span.closesMinute);
  if (current) {
    return { state: 'open', closesAt: closingAfter(place, holidays, { date, minute: current.closesMinute }) };
  }
  const reason = today.note && explainsClosing(today) ? today.note : null;
  return {
    state: 'closed',
    opensAt: openingAfter(place, holidays, { date, minute }),
    reason: reason?.text ?? null,
    reasonEn: reason?.textEn ?? null,
  };
}

/** The hours of a run of dates from one on, each with the reason why it differs from the week, if it does. */
export function weekHours(place: PlaceHours, holidays: Holidays, from: CivilDate, days = 7): DayHours[] {
  return datesBetween(from, addDays(from, days - 1)).map((date) => hoursOn(place, holidays, date));
}

/** Whether the weekly hours leave a place open for at least an hour of a weekday's half-day. */
export function isOpenInSlot(place: Pick<PlaceHours, 'hours'>, weekday: Weekday, half: Half): boolean {
  const span = HALF_MINUTES[half];
  let minutes = 0;
  for (const line of place.hours) {
    if (line.weekday !== weekday) continue;
    minutes += Math.max(0, Math.min(line.closesMinute, span.to) - Math.max(line.opensMinute, span.from));
  }
  return minutes >= SLOT_MINUTES;
}

function exceptionOn(place: PlaceHours, date: CivilDate): OpeningException | undefined {
  return place.exceptions.find((exception) => exception.date === date);
}

function hoursOn(place: PlaceHours, holidays: Holidays, date: CivilDate): DayHours {
  const weekday = weekdayOf(date);
  const exception = exceptionOn(place, date);
  if (exception) {
    const note: DayNote = { kind: 'exception', text: exception.reason, textEn: exception.reasonEn };
    return { date, weekday, intervals: sorted(exception.intervals), note };
  }
  const holiday = holidays.get(date);
  const own = weeklyIntervals(place, weekday);
  if (!holiday) return { date, weekday, intervals: own, note: null };
  const note: DayNote = { kind: holiday.kind, text: holiday.name, textEn: holiday.nameEn };
  if (holiday.kind === 'holiday') return { date, weekday, intervals: place.opensOnHolidays ? own : [], note };
  return { date, weekday, intervals: makeupIntervals(place, holiday.followsWeekday, own), note };
}

/** A make-up day keeps the hours of the weekday it stands in for; not known, its own, or else a Friday's. */
function makeupIntervals(place: PlaceHours, follows: Weekday | null, own: readonly Interval[]): readonly Interval[] {
  if (follows !== null) return weeklyIntervals(place, follows);
  return own.length > 0 ? own : weeklyIntervals(place, FRIDAY);
}

function weeklyIntervals(place: PlaceHours, weekday: Weekday): readonly Interval[] {
  const lines = place.hours.filter((line) => line.weekday === weekday);
  return sorted(lines.map(({ opensMinute, closesMinute }) => ({ opensMinute, closesMinute })));
}

function sorted(intervals: readonly Interval[]): readonly Interval[] {
  return intervals.toSorted((a, b) => a.opensMinute - b.opensMinute);
}

function explainsClosing(day: DayHours): boolean {
  return day.note?.kind === 'exception' || day.intervals.length === 0;
}

/** Follows touching intervals, also across midnight, to the moment a place really closes. */
function closingAfter(place: PlaceHours, holidays: Holidays, end: DayMinute): DayMinute | null {
  const horizon = addDays(end.date, SEARCH_DAYS);
  let { date, minute } = end;
  while (date <= horizon) {
    const touching = hoursOn(place, holidays, date).intervals.find(
      (span) => span.opensMinute <= minute && minute < span.closesMinute,
    );
    if (touching) minute = touching.closesMinute;
    else if (minute < DAY_MINUTES)
      return minute === 0 ? { date: addDays(date, -1), minute: DAY_MINUTES } : { date, minute };
    if (minute >= DAY_MINUTES) {
      date = addDays(date, 1);
      minute = 0;
    }
  }
  return null;
}

function openingAfter(place: PlaceHours, holidays: Holidays, { date, minute }: DayMinute): DayMinute | null {
  for (const day of datesBetween(date, addDays(date, SEARCH_DAYS))) {
    const next = hoursOn(place, holidays, day).intervals.find((span) => day !== date || span.opensMinute > minute);
    if (next) return { date: day, minute: next.opensMinute };
  }
  return null;
}
