import { addDays, dateInShanghai, minuteInShanghai, type Weekday, weekdayOf } from '@/lib/core/dates';
import { halfOf } from '@/lib/directory/rules';
import type { Half } from '@/lib/directory/schema';
import { SLOTS, type Slot } from '@/lib/public-directory/schema';

// Words for a time inside a question. They are understood once and for all, and turned into the `open` filter when
// the present is known, because 今天 means another weekday tomorrow.

export type TimeWord =
  | { kind: 'now' }
  | { kind: 'weekday'; weekday: Weekday; half: Half | null }
  | { kind: 'day'; days: number; half: Half | null };

const HALF_WORDS: readonly [RegExp, Half][] = [
  [/^(?:上午|早上|早晨|早间|清早|一早|午前|morning|am)/, 'am'],
  [/^(?:下午|午后|中午|afternoon|pm)/, 'pm'],
  [/^(?:晚上|夜间|夜里|夜晚|傍晚|晚间|晚|evening|night)/, 'evening'],
];
const SHORT_MORNING = /^早/;

const WEEKDAY_ZH = /^(?:本|这个?|下个?)?(?:周|星期|礼拜)([一二三四五六日天末1-7])/;
const WEEKDAY_ZH_NUMBERS: Readonly<Record<string, Weekday>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  末: 6,
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  6: 6,
  7: 7,
}; // prettier-ignore
const WEEKDAY_EN =
  /^(?:on|this|next)?(weekends?|mon(?:days?)?|tue(?:sdays?|s)?|wed(?:nesdays?)?|thu(?:rsdays?|rs?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)/;
const WEEKDAY_EN_NUMBERS: Readonly<Record<string, Weekday>> = {
  wee: 6,
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
}; // prettier-ignore

const DAYS: readonly [RegExp, number][] = [
  [/^(?:今天|今日|当天|today)/, 0],
  [/^(?:明天|明日|tomorrow)/, 1],
  [/^(?:后天)/, 2],
];
const DAY_HALVES: readonly [RegExp, number, Half][] = [
  [/^(?:今晚|tonight|this(?:evening|night))/, 0, 'evening'],
  [/^(?:今早|thismorning)/, 0, 'am'],
  [/^(?:thisafternoon)/, 0, 'pm'],
  [/^(?:明早)/, 1, 'am'],
  [/^(?:明晚)/, 1, 'evening'],
];
const NOW =
  /^(?:现在|正在|目前|此刻|马上)?(?:营业中?|开门|开着|开放|在开|接诊)|^(?:现在|此刻|马上|立刻|opennow|rightnow|nowopen|open|now)/;

/** The longest time phrase at the start of a text without spaces. */
export function timeWordAt(text: string): { word: TimeWord; length: number } | null {
  for (const [pattern, days, half] of DAY_HALVES) {
    const found = pattern.exec(text);
    if (found) return { word: { kind: 'day', days, half }, length: found[0].length };
  }
  for (const [pattern, days] of DAYS) {
    const found = pattern.exec(text);
    if (found) return withHalf(text, found[0].length, (half) => ({ kind: 'day', days, half }));
  }
  const zh = WEEKDAY_ZH.exec(text);
  const zhWeekday = WEEKDAY_ZH_NUMBERS[zh?.[1] ?? ''];
  if (zh && zhWeekday) return withHalf(text, zh[0].length, (half) => ({ kind: 'weekday', weekday: zhWeekday, half }));
  const en = WEEKDAY_EN.exec(text);
  const enWeekday = WEEKDAY_EN_NUMBERS[(en?.[1] ?? '').slice(0, 3)];
  if (en && enWeekday) return withHalf(text, en[0].length, (half) => ({ kind: 'weekday', weekday: enWeekday, half }));
  const now = NOW.exec(text);
  if (now) return { word: { kind: 'now' }, length: now[0].length };
  for (const [pattern, half] of HALF_WORDS) {
    const found = pattern.exec(text);
    // a lone 晚 or 早 is part of another word
    if (found && found[0].length > 1) return { word: { kind: 'day', days: 0, half }, length: found[0].length };
  }
  return null;
}

function withHalf(text: string, length: number, make: (half: Half | null) => TimeWord) {
  const rest = text.slice(length);
  for (const [pattern, half] of HALF_WORDS) {
    const found = pattern.exec(rest);
    if (found) return { word: make(half), length: length + found[0].length };
  }
  if (SHORT_MORNING.test(rest)) return { word: make('am'), length: length + 1 };
  return { word: make(null), length };
}

const SLOT_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The slot of a weekday's half-day. */
function slotOf(weekday: Weekday, half: Half): Slot {
  return `${SLOT_DAY[(weekday - 1) as 0]}-${half}`;
}

/** A slot's weekday and half-day. */
export function slotParts(slot: Slot): { weekday: Weekday; half: Half } {
  const at = SLOTS.indexOf(slot);
  const weekday = (Math.floor(at / 3) + 1) as Weekday;
  return { weekday, half: (['am', 'pm', 'evening'] as const)[at % 3] ?? 'am' };
}

/**
 * What a time word asks for at an instant. A day without a half-day means its morning, when every place that opens
 * that day is open; today means the half-day that is running.
 */
export function openFilterOf(word: TimeWord, instant: Date): 'now' | Slot {
  if (word.kind === 'now') return 'now';
  if (word.kind === 'weekday') return slotOf(word.weekday, word.half ?? 'am');
  const today = dateInShanghai(instant);
  const current = halfOf(minuteInShanghai(instant));
  if (word.days > 0) return slotOf(weekdayOf(addDays(today, word.days)), word.half ?? 'am');
  return slotOf(weekdayOf(today), word.half ?? current);
}
