/** Prisma: cannot reach, timed out, connection closed, no connection free. PostgreSQL: shutting down, starting up. */
const UNREACHABLE = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', '57P01', '57P02', '57P03', '53300']);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What the driver adapter calls the same; Prisma wraps it in other codes where the statement was our own SQL. */
const ADAPTER_KINDS = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
const WORDS =
  /connection terminated|is not queryable|timeout exceeded when trying to connect|unable to start a transaction/i;

/** Deep enough for Prisma's error about the adapter's error about the server's. */
const DEPTH = 6;

function causeOf({ meta, cause }: Record<string, unknown>): unknown {
  if (typeof meta === 'object' && meta !== null && 'driverAdapterError' in meta) return meta.driverAdapterError;
  return cause;
}

/** Whether an error says that the database could not be reached, looking through the errors that caused it. */
export function isUnreachable(error: unknown): boolean {
  let at = error;
  for (let depth = 0; depth < DEPTH && typeof at === 'object' && at !== null; depth += 1) {
    const said = at as Record<string, unknown>;
    const codes = [said.code, said.originalCode].map(String);
    if (codes.some((code) => UNREACHABLE.has(code) || NETWORK.has(code))) return true;
    if (ADAPTER_KINDS.has(String(said.kind)) || WORDS.test(String(said.message))) return true;
    at = causeOf(said);
  }
  return false;
}
