import { expect, it } from 'vitest';
import { useDatabase } from '@/tests/support/database';

// Several links of one transaction: the end of the chain is written once, when the transaction ends.

const database = useDatabase('empty');

it('links what one transaction writes to the chain itself in several statements, and then moves its end once', async () => {
  const ends = async () => await database.db.$queryRaw<{ seq: bigint }[]>`SELECT seq FROM audit_head`;
  const [before] = await ends();
  await database.db.$transaction(async (tx) => {
    for (const id of ['first', 'second', 'third'])
      await tx.$executeRaw`INSERT INTO audit_event (at, system, event, object_type, object_id, request_id)
        VALUES (now(), 'cli', 'account.suspended', 'Account', ${id}, 'in-turn')`;
  });
  const rows = await database.db.auditEvent.findMany({ where: { requestId: 'in-turn' }, orderBy: { seq: 'asc' } });
  expect(rows.map(({ objectId }) => objectId)).toEqual(['first', 'second', 'third']);
  expect(rows.map(({ seq }) => seq - (before?.seq ?? 0n))).toEqual([1n, 2n, 3n]);
  expect(await ends()).toEqual([{ seq: rows[2]?.seq }]);
});
