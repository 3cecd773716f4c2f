import { env } from '@/lib/core/env';
import { ensureDatabase, startEmbeddedServer } from '@/lib/db/embedded-server';

export type OpenedDatabase = { url: string; close(): Promise<void> };

/**
 * The database of DATABASE_URL, else `portal` on the embedded server, which is started when it is not running.
 * `close` stops only a server that this call started.
 */
export async function openCommandDatabase(): Promise<OpenedDatabase> {
  const given = env().DATABASE_URL;
  if (given) return { url: given, close: async () => undefined };
  const server = await startEmbeddedServer('.data/pg');
  await ensureDatabase(server, 'portal');
  return { url: server.url('portal'), close: () => server.stop() };
}

/** Runs a command of package.json: prints what went wrong in one line and leaves with 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
