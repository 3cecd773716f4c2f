// `npm run up` on a machine that has only Node, npm and git: installs what the lock file names, then hands over to up.ts.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED = [20, 19];
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '..', '..'));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(`Node ${NEEDED.join('.')} or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

const installed = 'node_modules/.package-lock.json';
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync('package-lock.json').mtimeMs) {
  console.log('Installing dependencies (once, about a minute) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error('Installing failed; the lines above say why.');
    process.exit(npm.status ?? 1);
  }
}

// before up.ts, which imports what this writes; it ends the process with what went wrong
await import('./generate.mjs');

const { register } = await import('tsx/esm/api');
register();
await import('./up.ts');
