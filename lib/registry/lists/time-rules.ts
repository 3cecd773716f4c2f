import { clockTime } from '@/lib/core/dates';

// A time of day in a cell: 8:30, 08:30:00, 8点30分, 8点半, or the part of a day that a spreadsheet keeps.

const DAY_MINUTES = 1440;

/** The time as 08:30; null when the text is none. */
export function readTime(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/半$/, '30');
  if (/^0?\.\d+$/.test(plain)) return clockTime(Math.round(Number(plain) * DAY_MINUTES));
  const [, hours = '', minutes = '0'] = /^(\d{1,2})[:点时](\d{1,2})?分?(?::00)?$/.exec(plain) ?? [];
  if (hours === '' || Number(hours) > 24 || Number(minutes) > 59) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= DAY_MINUTES ? clockTime(minute) : null;
}

/** The minutes of a day until a time as cells keep it. */
export function minuteOf(time: string | null | undefined): number {
  const [hours = '0', minutes = '0'] = (time ?? '').split(':');
  return Number(hours) * 60 + Number(minutes);
}
