import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeAudit } from '@/lib/audit/write-audit';
import { useDatabase } from '@/tests/support/database';

// `npm run audit:verify` as an operator meets it: words and an exit code.

const database = useDatabase('empty');

type Outcome = { code: number; printed: string };

async function verify(url: string, ...args: string[]): Promise<Outcome> {
  const command = ['--import', 'tsx', 'lib/cli/audit-verify.ts', ...args];
  const run = promisify(execFile)(process.execPath, command, { env: { ...process.env, DATABASE_URL: url } });
  return await run.then(
    ({ stdout, stderr }) => ({ code: 0, printed: stdout + stderr }),
    (problem: { code: number; stdout: string; stderr: string }) => ({
      code: problem.code,
      printed: problem.stdout + problem.stderr,
    }),
  );
}

describe('npm run audit:verify', () => {
  it('leaves with 0 while the trail is whole, 1 when it is not, naming the row', async () => {
    await database.db.$transaction(async (tx) => {
      for (const id of ['a-1', 'a-2', 'a-3'])
        await writeAudit(
          tx,
          { system: 'cli', requestId: 'r' },
          { event: 'account.created', object: { type: 'Account', id } },
        );
    });
    const whole = await verify(database.url);
    expect(whole).toMatchObject({ code: 0, printed: expect.stringContaining('whole: 3 rows') });
    const end = /3:[0-9a-f]{64}/.exec(whole.printed)?.[0] ?? '';
    expect(await verify(database.url, '--anchor', end)).toMatchObject({ code: 0 });

    await database.sql.query('ALTER TABLE audit_event DISABLE TRIGGER ALL');
    expect(await verify(database.url)).toMatchObject({ code: 1, printed: expect.stringContaining('audit_event_keep') });
    await database.sql.query("UPDATE audit_event SET object_id = 'a-9' WHERE seq = 2");
    await database.sql.query('ALTER TABLE audit_event ENABLE TRIGGER ALL');
    const broken = await verify(database.url);
    expect(broken.code).toBe(1);
    expect(broken.printed).toContain('Row 2 (account.created, Account a-9) was altered');
    expect(broken.printed).toContain('1 rows before it are whole');
  });

  it('leaves with 2 when it cannot be checked', async () => {
    expect(await verify('postgresql://nobody@127.0.0.1:1/nothing')).toMatchObject({ code: 2 });
    expect(await verify(database.url, '--anchor', 'x')).toMatchObject({
      code: 2,
      printed: expect.stringContaining('Usage'),
    });
  });
});
