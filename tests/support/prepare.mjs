import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { runProgram } from './programs.mjs';

// What a bare machine lacks before the tests can run. Everything already there is left alone.

const INSTALLED = 'node_modules/.package-lock.json';

/** Installs what the lock file names and writes the database client. */
export async function prepareDependencies() {
  const fresh = existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync('package-lock.json').mtimeMs;
  if (!fresh) {
    const npm = await runProgram('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      shell: process.platform === 'win32',
    });
    if (npm.code !== 0) throw new Error(`npm ci failed:\n${npm.printed.slice(-4000)}`);
  }
  const client = await runProgram(process.execPath, ['lib/cli/generate.mjs']);
  if (client.code !== 0) throw new Error(`The database client could not be generated:\n${client.printed.slice(-4000)}`);
  return fresh ? 'already installed' : 'installed';
}

/** A closed network must fail soon. */
const BRIEFLY = ['-o', 'Acquire::http::Timeout=15', '-o', 'Acquire::https::Timeout=15', '-o', 'Acquire::Retries=0'];

/** How each package manager brings a browser and a Chinese font: the first list that succeeds is enough. */
const PACKAGES = [
  {
    manager: 'apt-get',
    before: ['update', '-qq', ...BRIEFLY],
    // the one without windows does the same in half the time, but not every distribution has it
    lists: [
      ['install', '-y', '-qq', ...BRIEFLY, 'chromium-headless-shell', 'fonts-noto-cjk'],
      ['install', '-y', '-qq', ...BRIEFLY, 'chromium', 'fonts-noto-cjk'],
    ],
  },
  { manager: 'dnf', lists: [['install', '-y', '-q', 'chromium', 'google-noto-sans-cjk-fonts']] },
  { manager: 'apk', lists: [['add', '-q', 'chromium', 'font-noto-cjk']] },
  { manager: 'brew', lists: [['install', '--quiet', '--cask', 'chromium']] },
];

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** Playwright's own browser, or the system's, as playwright.config.ts will find it. */
function browserPath() {
  const script = [
    "import { chromiumPath } from './tests/support/chromium.ts';",
    "import { chromium } from '@playwright/test';",
    "import { existsSync } from 'node:fs';",
    'const own = chromium.executablePath();',
    "console.log(chromiumPath() ?? (existsSync(own) ? own : ''));",
  ].join('\n');
  const found = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  return (found.stdout ?? '').trim();
}

/** Only Linux may lack them; without them every Chinese character is an empty box of the wrong width. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const list = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (list.error) return existsSync('/usr/share/fonts/opentype/noto') || existsSync('/usr/share/fonts/noto');
  return list.stdout.trim() !== '';
}

async function installWithSystem() {
  const found = PACKAGES.find(({ manager }) => works(manager, ['--version']));
  if (!found) return 'no package manager known to us';
  const asRoot = process.getuid?.() === 0 || found.manager === 'brew';
  if (!asRoot && !works('sudo', ['-n', 'true'])) return `${found.manager} needs root or sudo without a password`;
  const run = (args) => {
    const [command, rest] = asRoot ? [found.manager, args] : ['sudo', ['-n', found.manager, ...args]];
    return runProgram(command, rest);
  };
  if (found.before) await run(found.before);
  let last = '';
  for (const args of found.lists) {
    const done = await run(args);
    if (done.code === 0) return '';
    last = `${found.manager} ${args[0]}: ${done.printed.trim().slice(-300)}`;
  }
  return last;
}

/**
 * Makes sure that a Chromium and a Chinese font are there.
 * @throws Error saying what to install by hand
 */
export async function prepareBrowser() {
  const present = browserPath();
  const slow = process.env.CI === 'true' && works('apt-get', ['--version']) && !present.includes('headless');
  if (present && hasChineseFont() && !slow) return present;
  const trouble = await installWithSystem();
  if (!browserPath())
    await runProgram(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium']);
  const path = browserPath();
  if (path && hasChineseFont()) return `${path}, installed`;
  // a browser without a font still shows most of what we test
  if (path) return `${path}; no Chinese font could be installed (${trouble})`;
  throw new Error(`No Chromium, and none could be installed (${trouble}). Install one, or set CHROMIUM_PATH.`);
}
