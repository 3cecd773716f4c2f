import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { childEnvironment } from '@/lib/core/env';
import { SERVER_ENVIRONMENT, serverArguments } from '@/lib/server/process-arguments';

export type Portal = {
  url: string;
  /** milliseconds from starting the process to the first whole home page */
  firstPageMs: number;
  /** resident memory in bytes; NaN where the system does not tell */
  memory(): Promise<number>;
  stop(): Promise<void>;
};

const START_DEADLINE_MS = 120_000;

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

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/**
 * Starts the production build on a free port of the loopback, without a rate limit.
 * @throws Error with what the server printed when it ends or does not answer in time
 */
export async function startPortal(databaseUrl: string, facilities: number): Promise<Portal> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, serverArguments(facilities), {
    env: childEnvironment({
      ...SERVER_ENVIRONMENT,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: url,
      PUBLIC_API_RATE_PER_MINUTE: '0',
      APP_SECRET: randomBytes(32).toString('base64url'),
      LOG_LEVEL: 'error',
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4000);
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    if (isRunning(child)) child.kill('SIGTERM');
    await ended;
  };
  let answer = await homePage(url);
  while (answer !== 'ok') {
    if (isRunning(child) && performance.now() - started < START_DEADLINE_MS) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      answer = await homePage(url);
      continue;
    }
    await stop();
    throw new Error(`The portal did not start (home page: ${answer}). It said:\n${printed}`);
  }
  const firstPageMs = performance.now() - started;
  return { url, firstPageMs, memory: () => residentMemory(child.pid ?? 0), stop };
}

/** Fetches the whole home page: ok, or why not. */
async function homePage(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.ok ? 'ok' : `status ${answer.status}`;
  } catch {
    return 'no answer';
  }
}

async function residentMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) * 1024 : Number.NaN;
}
