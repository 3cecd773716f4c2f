import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { childEnvironment } from '@/lib/core/env';
import type { EmbeddedServer } from '@/lib/db/embedded-server';
import { median } from './load';
import { type Recording, type Replay, replay } from './recording';
import type { Row } from './report';
import { makeSubmissions } from './submissions';

// Submitting records durably, against the very same statements sent by clients that do nothing else.

const COUNT = 2000;
const FOLDER = '.data/bench-submit';

async function freshCopy(server: EmbeddedServer, template: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  await client.query('CHECKPOINT');
  await client.end();
  return server.url(name);
}

async function submitter(url: string, ...args: string[]): Promise<string> {
  const command = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/submitter.ts', ...args];
  const env = childEnvironment({ DATABASE_URL: url, NODE_ENV: 'production', LOG_LEVEL: 'error' });
  return (await promisify(execFile)(process.execPath, command, { env })).stdout.trim();
}

/**
 * Submits records through the command by eight clients, and replays its statements by eight clients, in turns.
 * @param template a database of the demonstration; nobody is connected to it
 */
export async function measureSubmit(
  server: EmbeddedServer,
  template: string,
  rounds: number,
  say: (line: string) => void,
): Promise<Row[]> {
  await mkdir(FOLDER, { recursive: true });
  const submissionsFile = path.join(FOLDER, 'submissions.json');
  const recordingFile = path.join(FOLDER, 'recording.json');
  const made = await makeSubmissions(server.url(template), dateInShanghai(now()), COUNT);
  await writeFile(submissionsFile, JSON.stringify(made));
  await submitter(await freshCopy(server, template, 'bench_copy'), 'record', submissionsFile, recordingFile);
  const recording = JSON.parse(await readFile(recordingFile, 'utf8')) as Recording;

  const taken: { command: number; replayed: Replay }[] = [];
  for (let round = 1; round <= rounds; round++) {
    const replayed = await replay(await freshCopy(server, template, 'bench_copy'), recording, FOLDER);
    const command = Number(await submitter(await freshCopy(server, template, 'bench_copy'), 'run', submissionsFile));
    taken.push({ command, replayed });
    say(`Submit ${round}/${rounds}: ${Math.round(command)}/s, ${replayed.by} ${Math.round(replayed.perSecond)}/s`);
  }
  const by = taken.every(({ replayed }) => replayed.by === 'pgbench') ? 'pgbench' : 'the driver (no pgbench here)';
  return [
    { what: 'Submit a session, 8 clients', unit: '/s', figure: median(taken.map(({ command }) => command)) },
    {
      what: `  the same statements by ${by}`,
      unit: '/s',
      figure: median(taken.map(({ replayed }) => replayed.perSecond)),
    },
    {
      what: '  against them',
      unit: '×',
      figure: median(taken.map(({ command, replayed }) => command / replayed.perSecond)),
      atLeast: 0.4,
    },
  ];
}
