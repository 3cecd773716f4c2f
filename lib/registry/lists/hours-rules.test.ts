import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WEEKDAYS } from '@/lib/core/dates';
import { hoursOf, readDayHours, readHours, readWeekday, shownWeek, weekText } from './hours-rules';

const kept = (text: string) => {
  const hours = readHours(text);
  return hours && weekText(hours);
};

describe('a week of opening hours in one cell', () => {
  it.each([
    ['周一至周五 08:00-11:30 13:00-17:00；周六 08:00-11:30', '1-5 08:00-11:30 13:00-17:00;6 08:00-11:30'],
    ['周一到周五：8:00—11:30，13:00—17:00', '1-5 08:00-11:30 13:00-17:00'],
    ['星期一、三、五 上午'.replace(' 上午', ' 8:00-12:00'), '1 08:00-12:00;3 08:00-12:00;5 08:00-12:00'],
    ['Mon-Fri 08:00-11:30 13:00-17:00; Sat 08:00-11:30', '1-5 08:00-11:30 13:00-17:00;6 08:00-11:30'],
    ['工作日８：００－１６：００', '1-5 08:00-16:00'],
    ['每天 24小时', '1-7 00:00-24:00'],
    ['08:00-20:00', '1-7 08:00-20:00'],
    ['周日 9点-11点30分', '7 09:00-11:30'],
    ['周末 08:30~11:00\n周一 13:00-17:00', '1 13:00-17:00;6-7 08:30-11:00'],
  ])('%j is %j', (text, week) => expect(kept(text)).toBe(week));

  it.each([
    '看心情',
    '周一',
    '周八 08:00-11:00',
    '周一 17:00-08:00',
    '周一 08:00-25:00',
    '周五至周一 08:00-11:00',
    '周一 08:00-12:00 11:00-13:00',
    '周一 8-11 点左右',
  ])('%j is not understood', (text) => expect(readHours(text)).toBeNull());

  it.each([
    ['周一至周五 8:00-17:00（午休 11:30-13:00）', '1-5 08:00-11:30 13:00-17:00'],
    ['工作日 8:00-17:00 11:30-13:00休息；周六 8:00-11:00', '1-5 08:00-11:30 13:00-17:00;6 08:00-11:00'],
    ['Mon-Fri 08:00-17:00 (closed 12:00-13:00)', '1-5 08:00-12:00 13:00-17:00'],
  ])('%j has a break: %j', (text, week) => expect(kept(text)).toBe(week));

  it.each([
    ['周一 17:00-08:00', 'hoursBackwards', null],
    ['周一 08:00-12:00 11:00-13:00', 'hoursOverlap', null],
    ['周一、二 08:00-17:00 12:00-13:00', 'hoursOverlap', '1-2 08:00-12:00 13:00-17:00'],
    ['周一 08:00-11:00（午休 11:30-13:00）', 'hoursBreak', null],
    ['周一 08:00-17:00（午休 13:00-11:30）', 'hoursBackwards', null],
    ['看心情', 'hours', null],
  ])('%j: %s, rather %j', (text, code, week) => {
    const hours = hoursOf(text);
    expect(hours.ok ? null : [hours.code, hours.instead && weekText(hours.instead)]).toEqual([code, week]);
  });

  it('is read again as it was written, in either language', () => {
    const minute = fc.integer({ min: 0, max: 1440 });
    const day = fc.tuple(minute, minute, minute, minute).map((four) => [...new Set(four)].sort((a, b) => a - b));
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 7, maxLength: 7 }),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        (days, locale) => {
          const intervals = WEEKDAYS.flatMap((weekday) => {
            const [opens, closes, again, end] = days[weekday - 1] ?? [];
            const first =
              opens !== undefined && closes !== undefined
                ? [{ weekday, opensMinute: opens, closesMinute: closes }]
                : [];
            return again !== undefined && end !== undefined
              ? [...first, { weekday, opensMinute: again, closesMinute: end }]
              : first;
          });
          const text = weekText(intervals);
          if (text === null) expect(intervals).toEqual([]);
          else expect(readHours(shownWeek(text, locale))).toEqual(intervals);
        },
      ),
    );
  });

  it('knows weekdays by their names', () => {
    expect(['周四', '星期天', 'Friday', '2', '周日'].map(readWeekday)).toEqual([4, 7, 5, 2, 7]);
    expect(['四月', 'x', '', '8'].map(readWeekday)).toEqual([null, null, null, null]);
  });
});

describe('the hours of one day', () => {
  it.each([
    ['8:00-11:30、13点-15点', '08:00-11:30 13:00-15:00'],
    ['全天停诊', 'closed'],
    ['Closed all day', 'closed'],
    ['周一 08:00-11:30', null],
    ['上午', null],
    ['08:00-11:30 11:00-12:00', null],
  ])('%s', (text, kept) => expect(readDayHours(text)).toBe(kept));
});
