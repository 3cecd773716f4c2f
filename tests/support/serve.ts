import { EMPTY_PORT, FULL_PORT, FULL_URL, SIGN_ON_URL, SILENT_URL } from './addresses';
import { cloneName, createClone, dropClone, type TestPreset } from './clones';
import { TEST_ENVIRONMENT } from './fixed-clock';
import { tellOffFreeClinics } from './free-clinics';
import { type PortalProcess, startPortal } from './portal-process';
import { signOnEnvironment, startSignOnProvider } from './sign-on-provider';
import { makeVisitors, rememberDatabase } from './staff-accounts';
import { openTestServer } from './test-server';
import { makeVisitedChange } from './visited-change';
import { makeVisitedExports } from './visited-export';
import { makeVisitedImport } from './visited-import';
import { makeVisitedRecord } from './visited-record';
import { makeVisitedReport } from './visited-report';
import { makeVisitedServiceRecord } from './visited-service-record';

// What the browser tests visit: the production build twice, on copies of the two template databases. Playwright
// starts this program and ends it; it ends everything it started.

Object.assign(process.env, TEST_ENVIRONMENT);

const SITES: { preset: TestPreset; port: number; issuer: string }[] = [
  { preset: 'demo', port: FULL_PORT, issuer: SIGN_ON_URL },
  { preset: 'empty', port: EMPTY_PORT, issuer: SILENT_URL },
];

const portals: PortalProcess[] = [];
const databases: string[] = [];
const { server, close } = await openTestServer();

let stopping = false;
async function stop(code: number) {
  if (stopping) return;
  stopping = true;
  await Promise.all(portals.map((portal) => portal.stop()));
  try {
    for (const name of databases) await dropClone(server.adminUrl, name);
    await close();
  } catch {
    // the signal that ends us may end the database server before; the next run drops what is left
  }
  process.exit(code);
}
process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));
// a runner that was ended by force cannot end its servers; they must not outlive it
const runner = Number(process.env.TEST_RUNNER_PID);
if (runner)
  setInterval(() => {
    try {
      process.kill(runner, 0);
    } catch {
      void stop(1);
    }
  }, 1000).unref();

try {
  await startSignOnProvider(SIGN_ON_URL, FULL_URL);
  for (const { preset, port, issuer } of SITES) {
    const name = cloneName();
    databases.push(name);
    const url = await createClone(server.adminUrl, name, server.templates[preset]);
    if (preset === 'demo') {
      await tellOffFreeClinics(url);
      await makeVisitors(url);
      await makeVisitedRecord(url);
      await makeVisitedImport(url);
      await makeVisitedExports(url);
      await makeVisitedServiceRecord(url);
      await makeVisitedReport(url);
      await makeVisitedChange(url);
      rememberDatabase(url);
    }
    portals.push(await startPortal(port, url, signOnEnvironment(issuer)));
  }
  console.log('Both portals answer.');
} catch (error) {
  console.error(error);
  await stop(1);
}
