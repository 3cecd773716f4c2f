import { expect, it } from 'vitest';
import { civilDate } from '@/lib/core/dates';
import { dailyRunId, dueDay } from './job';

it('is due from its minute on, in Shanghai', () => {
  const job = { dailyAtMinute: 3 * 60 + 30 };
  expect(dueDay(job, new Date('2026-11-18T03:29:59+08:00'))).toBeNull();
  expect(dueDay(job, new Date('2026-11-18T03:30:00+08:00'))).toBe('2026-11-18');
  expect(dueDay(job, new Date('2026-11-18T23:59:59+08:00')), 'a portal that was off at night catches up').toBe(
    '2026-11-18',
  );
  expect(dueDay(job, new Date('2026-11-19T00:00:00+08:00'))).toBeNull();
});

it('has one id for a job and a day, a UUID', () => {
  const id = dailyRunId('clear', civilDate('2026-11-18'));
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(dailyRunId('clear', civilDate('2026-11-18'))).toBe(id);
  expect(dailyRunId('clear', civilDate('2026-11-19'))).not.toBe(id);
  expect(dailyRunId('clean', civilDate('2026-11-18'))).not.toBe(id);
});
