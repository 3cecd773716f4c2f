/** Prisma: cannot reach, timed out, connection closed, no connection free. PostgreSQL: shutting down, starting up. */
const UNREACHABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', '57P01', '57P02', '57P03', '53300']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH']);

/** Whether an error says that the database could not be reached, looking through the errors that caused it. */
export function isUnreachable(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = 'code' in at && typeof at.code === 'string' ? at.code : '';
    if (UNREACHABLE.has(code) || NETWORK.has(code)) return true;
    if (/connection terminated|timeout exceeded when trying to connect/i.test(at.message)) return true;
  }
  return false;
}
