import { oneOf, paramReader, type SearchParams } from '@/components/clinics/list-params';
import type { ParamProblem } from '@/components/ui/param-notice';
import { ALLIANCE_CODES, type AllianceCode } from '@/lib/core/alliance-codes';
import { addDays, type CivilDate, isCivilDate } from '@/lib/core/dates';
import { HALVES, type Half } from '@/lib/directory/schema';

/** How far ahead the calendar reaches, in days; what is past is no longer announced. */
const DAYS_AHEAD = 182;
const WEEK = 7;

export type CalendarFilters = {
  district: string | null;
  alliance: AllianceCode | null;
  condition: string | null;
  half: Half | null;
};

export type CalendarRequest = {
  view: 'week' | 'day';
  from: CivilDate;
  /** inclusive */
  to: CivilDate;
  filters: CalendarFilters;
  problems: readonly ParamProblem[];
};

/** The first and last day the calendar can be asked for. */
export function calendarReach(today: CivilDate): { first: CivilDate; last: CivilDate } {
  return { first: today, last: addDays(today, DAYS_AHEAD) };
}

/** Understands the calendar's address: `day`, or seven days beginning with `week`, from today when neither is given. */
export function readCalendarRequest(
  source: SearchParams,
  today: CivilDate,
  known: { districts: readonly string[]; conditions: readonly string[] },
): CalendarRequest {
  const { read, problems } = paramReader(source);
  const { first, last } = calendarReach(today);
  const date = (text: string) => (isCivilDate(text) && text >= first && text <= last ? text : null);
  const day = read('day', date);
  const week = read('week', date) ?? today;
  const filters: CalendarFilters = {
    district: read('district', oneOf(known.districts)),
    alliance: read('alliance', oneOf(ALLIANCE_CODES)),
    condition: read('condition', oneOf(known.conditions)),
    half: read('half', oneOf(HALVES)),
  };
  const range = day ? { view: 'day' as const, from: day, to: day } : weekFrom(week);
  return { ...range, filters, problems };
}

/** The parameter of the neighbouring day or week, null beyond the calendar's reach. */
export function neighbourParams(
  { view, from }: Pick<CalendarRequest, 'view' | 'from'>,
  today: CivilDate,
  direction: -1 | 1,
): Record<string, string> | null {
  const { first, last } = calendarReach(today);
  const moved = addDays(from, direction * (view === 'day' ? 1 : WEEK));
  // the week before one that begins later this week begins today
  const target = direction === -1 && moved < first && from > first ? first : moved;
  return target < first || target > last ? null : { [view]: target };
}

function weekFrom(from: CivilDate) {
  return { view: 'week' as const, from, to: addDays(from, WEEK - 1) };
}
