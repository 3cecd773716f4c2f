import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { dayText, monthText } from './date-words';

const DAY = civilDate('2026-11-22');

describe('days and months in words', () => {
  it('says them in the language of the page', () => {
    expect(dayText('zh-CN', DAY)).toBe('2026年11月22日');
    expect(dayText('en', DAY)).toBe('Nov 22, 2026');
    expect(monthText('zh-CN', DAY)).toBe('2026年11月');
    expect(monthText('en', DAY)).toBe('November 2026');
  });

  it('adds a weekday and leaves the year out where asked', () => {
    expect(dayText('zh-CN', DAY, 'short', false)).toBe('11月22日周日');
    expect(dayText('en', DAY, 'long')).toBe('Sunday, Nov 22, 2026');
  });
});
