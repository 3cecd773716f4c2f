import { createHash } from 'node:crypto';
import { z } from 'zod';

// The hash of a row, computed here and not by the database's own audit_hash(): whoever can change rows as superuser
// could change that function too.

const text = z.string().nullable();

/** A row of the trail as the text PostgreSQL gives for each of its columns; hashes as hex, `at` in milliseconds. */
export const chainRowSchema = z.object({
  seq: z.coerce.number().int(),
  at: z.string(),
  account_id: text,
  actor_name: text,
  role: text,
  system: text,
  district_code: text,
  centre_id: text,
  alliance_code: text,
  event: z.string(),
  object_type: z.string(),
  object_id: z.string(),
  object_label: text,
  before: text,
  after: text,
  reason: text,
  request_id: z.string(),
  previous_hash: z.string(),
  hash: z.string(),
});

export type ChainRow = z.infer<typeof chainRowSchema>;

/** The columns of `chainRowSchema` as SQL, for a query on audit_event. */
export const CHAIN_COLUMNS = `seq::text, (extract(epoch FROM at) * 1000)::bigint::text AS at, account_id, actor_name, role,
  system, district_code::text, centre_id, alliance_code, event, object_type, object_id, object_label,
  before::text, after::text, reason, request_id,
  encode(previous_hash, 'hex') AS previous_hash, encode(hash, 'hex') AS hash`;

/** What stands in the first row as the hash of the row before it. */
export const FIRST_PREVIOUS_HASH = '00'.repeat(32);

function frame(value: string | null): string {
  return value === null ? '-,' : `${Buffer.byteLength(value)}:${value},`;
}

/** The SHA-256 of a row's canonical form, as hex: every column framed by its length in bytes, in the table's order. */
export function chainHash(row: Omit<ChainRow, 'hash'>): string {
  const columns = [
    String(row.seq),
    row.at,
    row.account_id,
    row.actor_name,
    row.role,
    row.system,
    row.district_code,
    row.centre_id,
    row.alliance_code,
    row.event,
    row.object_type,
    row.object_id,
    row.object_label,
    row.before,
    row.after,
    row.reason,
    row.request_id,
    row.previous_hash,
  ];
  return createHash('sha256').update(columns.map(frame).join('')).digest('hex');
}
