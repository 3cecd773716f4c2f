import { describe, expect, it } from 'vitest';
import { minuteOf, readTime } from './time-rules';

describe('readTime', () => {
  it.each([
    ['8:30', '08:30'],
    ['08：30', '08:30'],
    ['13:00:00', '13:00'],
    ['8点半', '08:30'],
    ['14时', '14:00'],
    ['9点05分', '09:05'],
    ['0.354166666666667', '08:30'],
    ['24:00', '24:00'],
  ])('reads %s as %s', (text, time) => expect(readTime(text)).toBe(time));

  it.each(['上午', '25:00', '24:30', '8:75', '8', '1.5', '8:30-11:30'])('refuses %s', (text) =>
    expect(readTime(text)).toBeNull(),
  );
});

it('tells the minutes of a time', () => {
  expect(minuteOf('08:30')).toBe(510);
  expect(minuteOf('24:00')).toBe(1440);
});
