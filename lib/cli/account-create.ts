import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { createFirstOfficer } from '@/lib/auth/first-officer-command';
import { oneTimeLinkUrl } from '@/lib/auth/staff-paths';
import { now } from '@/lib/core/clock';
import { env } from '@/lib/core/env';
import type { AppError } from '@/lib/core/errors';
import { openDatabase } from '@/lib/db/client';
import { applyMigrations } from '@/lib/db/migrate';
import en from '@/lib/i18n/messages/en/accounts.json';
import { openCommandDatabase, runCommand } from './database';

// `npm run account:create -- --user-name li.min --name 李敏 [--phone 139…] [--again]`: makes the first city officer and
// prints a one-time link. Asks for what is not given. Sets no password: the officer chooses one by the link.

const USAGE = 'Usage: npm run account:create -- --user-name <name> --name <full name> [--phone <number>] [--again]';

function readArguments() {
  const { values } = parseArgs({
    options: {
      'user-name': { type: 'string' },
      name: { type: 'string' },
      phone: { type: 'string' },
      again: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** What was given on the command line, else what a person types; without a terminal nobody can be asked. */
async function readPerson(values: ReturnType<typeof readArguments>) {
  const { 'user-name': userName, name, phone } = values;
  if (userName !== undefined && name !== undefined) return { userName, displayName: name, phone };
  if (!process.stdin.isTTY) throw new Error(USAGE);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return {
      userName: userName ?? (await terminal.question('User name (small letters, digits, dots): ')),
      displayName: name ?? (await terminal.question('Full name: ')),
      phone: phone ?? (await terminal.question('Mobile number (may stay empty): ')),
    };
  } finally {
    terminal.close();
  }
}

/** The sentence of a problem's key. */
function sentence(messageKey: string | undefined): string {
  const key = messageKey?.replace('accounts.problem.', '') ?? 'field';
  return Object.entries(en.problem).find(([name]) => name === key)?.[1] ?? en.problem.field;
}

function explain({ messageKey, problems = [] }: AppError): string {
  const lines = problems.map((problem) => `${problem.path}: ${sentence(problem.messageKey)}`);
  if (lines.length > 0) return lines.join('\n');
  return `${sentence(messageKey)} Add --again to make another one, for instance when nobody can sign in any more.`;
}

await runCommand(async () => {
  const values = readArguments();
  // the link would lead to a portal where nobody can sign in
  if (env().DATABASE_URL && !env().APP_SECRET)
    throw new Error('Set APP_SECRET first, to at least 32 random characters; see .env.example.');
  const person = await readPerson(values);
  const database = await openCommandDatabase();
  const db = openDatabase(database.url);
  try {
    await applyMigrations(database.url);
    const side = { db, requestId: randomUUID(), instant: now(), again: values.again };
    const made = await createFirstOfficer(person, side);
    if (!made.ok) throw new Error(explain(made.error));
    console.log('The account is made. Open this link within seven days to choose a password; it works once:');
    console.log(oneTimeLinkUrl(env().siteUrl, made.value.token));
  } finally {
    await db.$disconnect();
    await database.close();
  }
});
