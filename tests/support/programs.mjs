import { spawn } from 'node:child_process';

// Programs in process groups of their own, so that whatever they started can be ended with them.

const OWN_GROUPS = process.platform !== 'win32';
const LONGEST_MS = 40 * 60_000;
const GRACE_MS = 8000;
const groups = new Set();

function signalGroup(id, signal) {
  try {
    process.kill(OWN_GROUPS ? -id : id, signal);
    return true;
  } catch {
    // nobody is left in it
    return false;
  }
}

/** Asks a group to end as Ctrl-C does, which test runners answer by tidying up; waits, and insists. */
async function endGroup(id) {
  const deadline = Date.now() + GRACE_MS;
  if (signalGroup(id, 'SIGINT')) {
    while (signalGroup(id, 0) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
    signalGroup(id, 'SIGKILL');
  }
  groups.delete(id);
}

/** Ends every program that is still running. */
export async function endEverything() {
  await Promise.all([...groups].map(endGroup));
}

/** Runs a program to its end and answers its exit code and everything it printed. */
export function runProgram(command, args, { shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: OWN_GROUPS,
      shell,
      env: { ...process.env, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' },
    });
    const id = child.pid;
    if (id !== undefined) groups.add(id);
    let printed = '';
    const keep = (chunk) => {
      printed = (printed + chunk.toString()).slice(-200_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const tooLong = setTimeout(() => {
      keep(`\nEnded after ${LONGEST_MS / 60_000} minutes.\n`);
      if (id !== undefined) void endGroup(id);
    }, LONGEST_MS);
    const finish = async (code) => {
      clearTimeout(tooLong);
      if (id !== undefined) await endGroup(id);
      resolve({ code: code ?? 1, printed });
    };
    child.on('error', (error) => {
      keep(`\n${error.message}\n`);
      void finish(1);
    });
    child.on('exit', (code) => {
      // a grandchild may hold the pipes open; what is printed by now is enough
      setTimeout(() => void finish(code), 50);
    });
  });
}
