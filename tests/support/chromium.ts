import { accessSync, constants } from 'node:fs';
import os from 'node:os';

const CANDIDATES = [
  // draws no window of its own and needs half the time
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The system's Chromium; undefined leaves the choice to Playwright's own download. CHROMIUM_PATH comes first. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM_PATH ?? '', ...CANDIDATES].find(isExecutable);
}

/** Keeps the browser off the network it does not need, and lets root start it. */
export function chromiumFlags(): string[] {
  const quiet = [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ];
  return os.platform() !== 'win32' && os.userInfo().uid === 0 ? [...quiet, '--no-sandbox'] : quiet;
}
