import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { uuidOfTime } from './uuid';

const instants = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });

it('is a UUID of version 7 that tells its instant', () => {
  fc.assert(
    fc.property(instants, (instant) => {
      const id = uuidOfTime(instant);
      expect(z.uuid({ version: 'v7' }).safeParse(id).success).toBe(true);
      expect(Number.parseInt(id.slice(0, 13).replace('-', ''), 16)).toBe(instant.getTime());
    }),
  );
});

it('is another each time, and later ones sort later', () => {
  const instant = new Date('2026-11-18T01:30:00Z');
  expect(new Set(Array.from({ length: 500 }, () => uuidOfTime(instant))).size).toBe(500);
  expect(uuidOfTime(instant) < uuidOfTime(new Date(instant.getTime() + 1))).toBe(true);
});
