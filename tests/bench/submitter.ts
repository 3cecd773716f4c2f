import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { z } from 'zod';
import { submitClinicSession } from '@/lib/clinic-sessions/commands';
import { actorWith } from '@/tests/support/actors';
import { literalOf, type Recording } from './recording';
import type { Submission } from './submissions';

// A process of its own, as the application is one. `run` submits what a file holds through the command, by eight clients
// at once, and prints how many a second; `record` submits one after the other and writes down every statement.

const CLIENTS = 8;
const WARM_UP = 10 * CLIENTS;

const [, , mode, file = '', recordingFile = ''] = process.argv;

async function submitOne({ centreId, submission }: Submission): Promise<void> {
  const result = await submitClinicSession(actorWith({ role: 'centre_clerk', centreId }), submission);
  if (!result.ok) throw new Error(`A submission was refused: ${JSON.stringify(result.error)}`);
}

async function submitAll(waiting: Submission[]): Promise<void> {
  const client = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await submitOne(next);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
}

const asked = z.union([
  z.string().transform((text) => ({ text, name: '', values: [] })),
  z.object({ text: z.string(), name: z.string().default(''), values: z.array(z.unknown()).default([]) }),
]);

/** The statement as a script sends it: one that is kept prepared by its name, any other with its values in it. */
function scripted(query: unknown, prepared: Recording['prepared']): string {
  const { text, name, values } = asked.parse(query);
  const written = values.map(literalOf);
  if (name === '') return text.replace(/\$(\d+)/g, (_, number: string) => written[Number(number) - 1] ?? '');
  prepared[name] = text;
  return `EXECUTE ${name}(${written.join(', ')})`;
}

async function record(submissions: Submission[]): Promise<Recording> {
  const recording: Recording = { prepared: {}, transactions: [] };
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    recording.transactions.at(-1)?.push(scripted(args[0], recording.prepared));
    return Reflect.apply(query, this, args);
  } as typeof query;
  for (const submission of submissions) {
    recording.transactions.push([]);
    await submitOne(submission);
  }
  return recording;
}

async function run(submissions: Submission[]): Promise<number> {
  await submitAll(submissions.splice(0, WARM_UP));
  const count = submissions.length;
  const began = performance.now();
  await submitAll(submissions);
  return count / ((performance.now() - began) / 1000);
}

const submissions = JSON.parse(await readFile(file, 'utf8')) as Submission[];
if (mode === 'record') await writeFile(recordingFile, JSON.stringify(await record(submissions.slice(WARM_UP))));
else console.log(await run(submissions));
process.exit(0);
