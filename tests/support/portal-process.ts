import { type ChildProcess, spawn } from 'node:child_process';
import { childEnvironment } from '@/lib/core/env';
import { SERVER_ENVIRONMENT, serverArguments } from '@/lib/server/process-arguments';
import { TEST_ENVIRONMENT } from './fixed-clock';

export type PortalProcess = {
  url: string;
  stop(): Promise<void>;
  /** ends it as a power failure would */
  kill(): Promise<void>;
};

const START_DEADLINE_MS = 60_000;

/**
 * Starts the production build on a port and waits until it says it is healthy.
 * @throws Error with what the server printed when it ends or does not answer in time
 */
export async function startPortal(
  port: number,
  databaseUrl: string,
  environment: Record<string, string> = {},
): Promise<PortalProcess> {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, serverArguments(2_243), {
    env: childEnvironment({
      ...SERVER_ENVIRONMENT,
      ...TEST_ENVIRONMENT,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      SITE_URL: url,
      DEMONSTRATION_ACCOUNTS: 'on',
      // hundreds of requests a minute come from one address here; the limit has its own test
      PUBLIC_API_RATE_PER_MINUTE: '0',
      ...environment,
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-6000);
    });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let wanted = false;
  child.once('exit', (code, signal) => {
    if (!wanted) console.error(`The portal on port ${port} ended by itself (${code ?? signal}). It said:\n${printed}`);
  });
  const end = async (signal: NodeJS.Signals) => {
    wanted = true;
    if (isRunning(child)) child.kill(signal);
    await ended;
  };
  const stop = () => end('SIGTERM');

  const deadline = Date.now() + START_DEADLINE_MS;
  while (!(await isHealthy(url))) {
    if (isRunning(child) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    await stop();
    throw new Error(`The portal did not start on port ${port}. It said:\n${printed}`);
  }
  return { url, stop, kill: () => end('SIGKILL') };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function isHealthy(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`).catch(() => null);
  return answer?.ok === true;
}
