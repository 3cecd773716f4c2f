import { describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { stretchesOf } from './kept-states-rules';

const night = (day: string, state: 'steady' | 'idle', version = 1) => ({
  date: civilDate(`2026-11-${day}`),
  state,
  version,
});

describe('stretchesOf', () => {
  it('joins nights of one state, across no gap and no change of thresholds, the newest first', () => {
    const nights = [
      night('01', 'steady'),
      night('02', 'steady'),
      night('03', 'idle'),
      night('05', 'idle'),
      night('06', 'idle', 2),
      night('07', 'idle', 2),
    ];
    expect(stretchesOf(nights)).toEqual([
      { from: '2026-11-06', to: '2026-11-07', state: 'idle', version: 2, days: 2 },
      { from: '2026-11-05', to: '2026-11-05', state: 'idle', version: 1, days: 1 },
      { from: '2026-11-03', to: '2026-11-03', state: 'idle', version: 1, days: 1 },
      { from: '2026-11-01', to: '2026-11-02', state: 'steady', version: 1, days: 2 },
    ]);
    expect(stretchesOf([])).toEqual([]);
  });
});
