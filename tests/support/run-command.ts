import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a command of package.json on a database, as an operator meets it: words and an exit code. */
export async function runCommandOn(
  url: string,
  program: string,
  ...args: string[]
): Promise<{ code: number; printed: string }> {
  const command = ['--conditions=react-server', '--import', 'tsx', program, ...args];
  const run = promisify(execFile)(process.execPath, command, { env: { ...process.env, DATABASE_URL: url } });
  return await run.then(
    ({ stdout, stderr }) => ({ code: 0, printed: stdout + stderr }),
    (problem: { code: number; stdout: string; stderr: string }) => ({
      code: problem.code,
      printed: problem.stdout + problem.stderr,
    }),
  );
}
