import { z } from 'zod';
import { type Connection, closeConnection, openConnection, readRows } from '@/lib/db/connection';
import { CHAIN_COLUMNS, type ChainRow, chainHash, chainRowSchema, FIRST_PREVIOUS_HASH } from './chain';

/** A state may hold 16 kB twice, so a batch stays below about 20 MB. */
const BATCH = 500;

const GUARDS = [
  'audit_event_keep',
  'audit_event_link',
  'audit_event_head',
  'audit_head_keep',
  'audit_head_moves',
  'audit_inbox_move',
];

/** A place of the chain that somebody wrote down outside the database. */
export type Anchor = { seq: number; hash: string };

/**
 * The first thing that is wrong, in words that name the row:
 * `altered` its content does not give its hash; `missing` the row is gone; `unlinked` it does not continue the row
 * before it; `cut` the chain ends here although it once went on; `beyond` a row after the end that the chain knows;
 * `head` the last row is not the one the chain ended with; `rewritten` another row stood here when the anchor was
 * taken; `unguarded` the chain is whole, but a trigger that protects it is off.
 */
export type Finding =
  | {
      kind: 'altered' | 'unlinked' | 'beyond' | 'head';
      seq: number;
      row: Pick<ChainRow, 'event' | 'object_type' | 'object_id'>;
    }
  | { kind: 'missing'; seq: number; upTo: number }
  | { kind: 'cut'; seq: number; upTo: number }
  | { kind: 'rewritten'; seq: number }
  | { kind: 'no_head' }
  | { kind: 'unguarded'; triggers: string[] };

export type Verification = { rows: number; end: Anchor; finding: Finding | null };

/**
 * Walks the whole chain in batches, in one consistent view of the database, and stops at the first broken row.
 * @param anchor a place noted earlier; finds a chain that was rewritten as a whole since then
 * @param databaseUrl the database to read
 * @throws the driver's error when the database cannot be read
 */
export async function verifyAuditTrail(databaseUrl: string, anchor?: Anchor): Promise<Verification> {
  const connection = await openConnection(databaseUrl, 'audit-verify');
  try {
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const walked = await walkChain(connection, anchor);
    const finding = walked.finding ?? (await findUnguarded(connection));
    await connection.query('COMMIT');
    return { ...walked, finding };
  } finally {
    await closeConnection(connection);
  }
}

async function walkChain(connection: Connection, anchor: Anchor | undefined): Promise<Verification> {
  const head = await readHead(connection);
  let end: Anchor = { seq: 0, hash: FIRST_PREVIOUS_HASH };
  for (;;) {
    const batch = await readRows(
      connection,
      chainRowSchema,
      `SELECT ${CHAIN_COLUMNS} FROM audit_event WHERE seq > $1 ORDER BY audit_event.seq LIMIT ${BATCH}`,
      [end.seq],
    );
    for (const row of batch) {
      const finding = checkRow(row, end, head, anchor);
      if (finding) return { rows: end.seq, end, finding };
      end = { seq: row.seq, hash: row.hash };
    }
    if (batch.length < BATCH) return { rows: end.seq, end, finding: checkEnd(end, head, anchor) };
  }
}

function checkRow(row: ChainRow, before: Anchor, head: Anchor | null, anchor: Anchor | undefined): Finding | null {
  const { seq } = row;
  if (seq !== before.seq + 1) return { kind: 'missing', seq: before.seq + 1, upTo: seq - 1 };
  if (chainHash(row) !== row.hash) return { kind: 'altered', seq, row };
  if (row.previous_hash !== before.hash) return { kind: 'unlinked', seq, row };
  if (anchor?.seq === seq && anchor.hash !== row.hash) return { kind: 'rewritten', seq };
  if (head && seq > head.seq) return { kind: 'beyond', seq, row };
  if (head?.seq === seq && head.hash !== row.hash) return { kind: 'head', seq, row };
  return null;
}

function checkEnd(end: Anchor, head: Anchor | null, anchor: Anchor | undefined): Finding | null {
  if (!head) return { kind: 'no_head' };
  const known = Math.max(head.seq, anchor?.seq ?? 0);
  return known > end.seq ? { kind: 'cut', seq: end.seq + 1, upTo: known } : null;
}

const headSchema = z.object({ seq: z.coerce.number().int(), hash: z.string() });

async function readHead(connection: Connection): Promise<Anchor | null> {
  const rows = await readRows(
    connection,
    headSchema,
    `SELECT seq::text, encode(hash, 'hex') AS hash FROM audit_head WHERE id = 1`,
  );
  return rows[0] ?? null;
}

async function findUnguarded(connection: Connection): Promise<Finding | null> {
  const on = await readRows(
    connection,
    z.object({ name: z.string() }),
    `SELECT tgname AS name FROM pg_trigger WHERE tgname = ANY ($1) AND tgenabled IN ('O', 'A')
       AND tgrelid IN ('audit_event'::regclass, 'audit_head'::regclass, 'audit_inbox'::regclass)`,
    [GUARDS],
  );
  const triggers = GUARDS.filter((guard) => !on.some(({ name }) => name === guard));
  return triggers.length > 0 ? { kind: 'unguarded', triggers } : null;
}
