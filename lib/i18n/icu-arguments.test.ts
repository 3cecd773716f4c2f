import { describe, expect, it } from 'vitest';
import { icuArguments } from './icu-arguments';

describe('icuArguments', () => {
  it.each([
    ['共', []],
    ['{count} 家', ['count']],
    ['{b} and {a}', ['a', 'b']],
    ['{count, number}', ['count']],
    ['{count, plural, one {One place} other {# places in {district}}}', ['count', 'district']],
    ['{kind, select, hall {yes} other {no}}', ['kind']],
    ['See <more>the {year} list</more>', ['<more>', 'year']],
    ['1 < 2', []],
  ])('%s', (message, expected) => {
    expect(icuArguments(message)).toEqual(expected);
  });

  it.each(['{count', 'count}', '{count, plural, one {a}', '{}'])('refuses %s', (message) => {
    expect(() => icuArguments(message)).toThrow();
  });
});
