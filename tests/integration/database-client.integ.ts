import { expect, it } from 'vitest';
import { useDatabase } from '@/tests/support/database';

const database = useDatabase('empty');

it('asks one thing at a time of the connection of a transaction, and the driver warns of nothing', async () => {
  const warnings: string[] = [];
  const note = (warning: Error) => warnings.push(warning.message);
  process.on('warning', note);
  const numbers = [1, 2, 3, 4, 5, 6];
  const [answers, district] = await database.db.$transaction(async (tx) => {
    const rows = await Promise.all(numbers.map((number) => tx.$queryRaw`SELECT ${number}::int AS number`));
    const facilities = { select: { id: true, techniques: true, conditions: true, openingHours: true } } as const;
    return [
      rows,
      await tx.district.findFirstOrThrow({ select: { facilities, memberships: true, subdistricts: true } }),
    ];
  });
  // a warning is told in the turn after
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(answers).toEqual(numbers.map((number) => [{ number }]));
  expect(district.subdistricts.length).toBeGreaterThan(0);
  expect(warnings).toEqual([]);
});
