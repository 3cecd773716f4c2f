import pg from 'pg';
import { z } from 'zod';

/** One connection outside the pool, for work that must own its session: LISTEN, cursors, long reads. */
export type Connection = pg.Client;

/**
 * Opens a connection; the caller ends it with `closeConnection`.
 * @throws the driver's error when the server does not answer within three seconds.
 */
export async function openConnection(
  url: string,
  applicationName: string,
  { queryTimeoutMs }: { queryTimeoutMs?: number } = {},
): Promise<Connection> {
  const connection = new pg.Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 3000,
    query_timeout: queryTimeoutMs,
    keepAlive: true,
  });
  // a server that goes away must not take the process with it; the query under way reports the loss
  connection.on('error', () => undefined);
  try {
    await connection.connect();
  } catch (problem) {
    await closeConnection(connection);
    throw problem;
  }
  return connection;
}

/** Ends a connection, whatever state it is in. */
export async function closeConnection(connection: Connection): Promise<void> {
  await connection.end().catch(() => undefined);
}

/**
 * Runs one statement and checks every row against a schema.
 * @throws the driver's error, or a ZodError when a row does not have the shape its reader expects.
 */
export async function readRows<T>(
  connection: Connection,
  schema: z.ZodType<T>,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const result = await connection.query<Record<string, unknown>>(text, [...values]);
  return z.array(schema).parse(result.rows);
}
