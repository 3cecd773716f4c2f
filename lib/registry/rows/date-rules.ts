import { addDays, type CivilDate, civilDate, isCivilDate } from '@/lib/core/dates';

// Dates as people write them, and what those that are none probably should be.

/** Day 0 of spreadsheets; a date whose cell has lost its format is a number of days from here. */
const DAY_ZERO = civilDate('1899-12-30');
/** Days of 1982 to 2064: other numbers of five digits are hardly meant as days. */
const SERIALS = [30_000, 60_000] as const;

function partsOf(text: string): [year: string, month: string, day: string] | null {
  const plain = text.normalize('NFKC').replace(/\s+00:00$/, '');
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? [];
  return year === undefined ? null : [year, month.padStart(2, '0'), day.padStart(2, '0')];
}

/** The date that a text says; null when it says none, or one that no calendar has. */
export function readDateText(text: string): CivilDate | null {
  const date = partsOf(text)?.join('-') ?? '';
  return isCivilDate(date) ? date : null;
}

/** What a text that is no date may mean: the day of a bare number, the last day of a month that is shorter. */
export function nearestDate(text: string): CivilDate | null {
  const plain = text.normalize('NFKC').trim();
  const days = /^\d{5}$/.test(plain) ? Number(plain) : 0;
  if (days >= SERIALS[0] && days <= SERIALS[1]) return addDays(DAY_ZERO, days);
  const [year, month, day] = partsOf(text) ?? [];
  if (day === undefined || Number(day) < 29 || Number(day) > 31) return null;
  const near = ['30', '29', '28'].map((shorter) => `${year}-${month}-${shorter}`);
  return near.find(isCivilDate) ?? null;
}
