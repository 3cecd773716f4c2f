import type { TestProject } from 'vitest/node';
import type { TestServer } from './clones';
import { TEST_ENVIRONMENT } from './fixed-clock';
import { openTestServer } from './test-server';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Runs once before the integration tests: opens the server and tells every test file where it is. */
export default async function setup(project: TestProject) {
  Object.assign(process.env, TEST_ENVIRONMENT);
  const { server, close } = await openTestServer();
  project.provide('testServer', server);
  return close;
}
