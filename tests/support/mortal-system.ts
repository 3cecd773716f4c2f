import { mkdir } from 'node:fs/promises';
import pg from 'pg';
import { type EmbeddedServer, startEmbeddedServer } from '@/lib/db/embedded-server';
import { freePort } from './free-port';
import { type PortalProcess, startPortal } from './portal-process';

// The portal with a durable PostgreSQL of its own, both of which a test may kill and start again in the same places.

export type MortalSystem = {
  readonly databaseUrl: string;
  readonly portalUrl: string;
  /** resolves when whatever was killed is back */
  readonly up: Promise<void>;
  killPortal(): Promise<void>;
  killDatabase(): Promise<void>;
  killBoth(): Promise<void>;
  stop(): Promise<void>;
};

const DATA = '.data/mortal-pg';
const NAME = 'mortal';

/** The server after a crash: those who worked for the one before must be gone first. */
async function startAgain(port: number): Promise<EmbeddedServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startEmbeddedServer(DATA, [], port);
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function freshDatabase(server: EmbeddedServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  const { rows } = await client.query<{ name: string; setting: string }>(
    "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes')",
  );
  for (const { name, setting } of rows) if (setting !== 'on') throw new Error(`${name} is ${setting}: not durable`);
  await client.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${NAME}`);
  await client.end();
}

/**
 * Starts both on ports of their own; the production build must be there.
 * @param prepare fills the database before the portal starts
 */
export async function startMortalSystem(prepare: (databaseUrl: string) => Promise<void>): Promise<MortalSystem> {
  await mkdir('.data', { recursive: true });
  const [databasePort, portalPort] = [await freePort(), await freePort()];
  let database = await startAgain(databasePort);
  const databaseUrl = database.url(NAME);
  await freshDatabase(database);
  await prepare(databaseUrl);
  let portal: PortalProcess = await startPortal(portalPort, databaseUrl);
  let up: Promise<void> = Promise.resolve();

  const portalAgain = async () => {
    portal = await startPortal(portalPort, databaseUrl);
  };
  const databaseAgain = async () => {
    database = await startAgain(databasePort);
  };
  /** Whoever fails from here on waits for what comes after. */
  const down = (run: () => Promise<void>): Promise<void> => {
    up = run();
    return up;
  };
  const killServer = () => process.kill(database.processId, 'SIGKILL');
  return {
    databaseUrl,
    portalUrl: portal.url,
    get up() {
      return up;
    },
    killPortal: () =>
      down(async () => {
        await portal.kill();
        await portalAgain();
      }),
    killDatabase: () =>
      down(async () => {
        killServer();
        await databaseAgain();
      }),
    killBoth: () =>
      down(async () => {
        killServer();
        await portal.kill();
        await databaseAgain();
        await portalAgain();
      }),
    stop: async () => {
      await up;
      await portal.stop();
      await database.stop();
    },
  };
}
