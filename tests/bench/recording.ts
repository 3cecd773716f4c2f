import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';

// The statements of transactions, replayed by eight clients that do nothing else: pgbench where this machine has it, else
// the driver of Node with everything prepared beforehand, which is somewhat slower than pgbench.

export type Recording = {
  /** what connections keep prepared, by name */
  prepared: Record<string, string>;
  transactions: string[][];
};

export type Replay = { by: 'pgbench' | 'driver'; perSecond: number };

const CLIENTS = 8;

/**
 * A value as it stands in a statement.
 * @throws Error for values that statements of ours do not carry
 */
export function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (typeof value === 'string') return pg.escapeLiteral(value);
  throw new Error(`No literal for ${JSON.stringify(value)}`);
}

function scriptsOf({ prepared, transactions }: Recording): string[][] {
  const kept = Object.entries(prepared).map(([name, text]) => `PREPARE ${name} AS ${text.replace(/\s+/g, ' ')}`);
  return Array.from({ length: CLIENTS }, (_, client) => [
    ...kept,
    ...transactions.filter((_, at) => at % CLIENTS === client).flat(),
  ]);
}

function runPgbench(url: string, file: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn('pgbench', ['-n', '-c', '1', '-t', '1', '-f', file, url], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
      });
    child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(false) : reject(error)));
    child.on('close', (code) =>
      code === 0 ? resolve(true) : reject(new Error(`pgbench failed: ${printed.slice(-600)}`)),
    );
  });
}

async function runDriver(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/**
 * Replays a recording on a database that is as it was before; every client sends its share in one script.
 * @param folder for the scripts
 */
export async function replay(url: string, recording: Recording, folder: string): Promise<Replay> {
  const scripts = scriptsOf(recording);
  const files = scripts.map((_, client) => path.join(folder, `client-${client}.sql`));
  for (const [client, file] of files.entries())
    await writeFile(file, (scripts[client] ?? []).map((statement) => `${statement};\n`).join(''));
  const count = recording.transactions.length;
  const began = performance.now();
  const ran = await Promise.all(files.map((file) => runPgbench(url, file)));
  if (ran.every(Boolean)) return { by: 'pgbench', perSecond: count / ((performance.now() - began) / 1000) };
  const since = performance.now();
  await Promise.all(scripts.map((statements) => runDriver(url, statements)));
  return { by: 'driver', perSecond: count / ((performance.now() - since) / 1000) };
}
