import { describe, expect, test } from 'vitest';
import { NOW } from './fixture';
import { openFilterOf, slotParts, timeWordAt } from './time-words';

function filterOf(text: string, instant = NOW) {
  const found = timeWordAt(text);
  return found && [openFilterOf(found.word, instant), found.length];
}

describe('words for a time', () => {
  test.each([
    ['周六上午', 'sat-am', 4],
    ['星期三下午', 'wed-pm', 5],
    ['礼拜天', 'sun-am', 3],
    ['周末', 'sat-am', 2],
    ['周二晚上看', 'tue-evening', 4],
    ['今天', 'mon-am', 2],
    ['今天下午', 'mon-pm', 4],
    ['今晚', 'mon-evening', 2],
    ['明天', 'tue-am', 2],
    ['后天晚上', 'wed-evening', 4],
    ['现在营业', 'now', 4],
    ['营业中', 'now', 3],
    ['saturdaymorning', 'sat-am', 15],
    ['satam', 'sat-am', 5],
    ['thursdayafternoon', 'thu-pm', 17],
    ['tonight', 'mon-evening', 7],
    ['tomorrow', 'tue-am', 8],
    ['opennow', 'now', 7],
  ] as const)('%s', (text, filter, length) => {
    expect(filterOf(text)).toEqual([filter, length]);
  });

  test('a word that names no time is none', () => {
    for (const text of ['腰痛', '晚', '早', 'pain', '周', '天']) expect(filterOf(text)).toBeNull();
  });

  test('the weekday follows the calendar of Shanghai', () => {
    // 17:00 UTC on Sunday is Monday 01:00 in Shanghai
    expect(filterOf('今天', new Date('2026-11-22T17:00:00Z'))).toEqual(['mon-am', 2]);
    expect(filterOf('明天', new Date('2026-11-22T15:00:00Z'))).toEqual(['mon-am', 2]);
  });

  test('a slot names its weekday and half-day', () => {
    expect(slotParts('sat-am')).toEqual({ weekday: 6, half: 'am' });
    expect(slotParts('sun-evening')).toEqual({ weekday: 7, half: 'evening' });
  });
});
