import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { loneTests } from './tests/structure/lone-tests';

const root = import.meta.dirname;
const alone = loneTests();
const unit = {
  environment: 'node',
  pool: 'threads',
  // a busy machine is no failure; a test that hangs is
  testTimeout: 120_000,
} as const;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      // the marker package throws outside a React server; tests are such an outside
      { find: /^server-only$/, replacement: path.join(root, 'node_modules/server-only/empty.js') },
    ],
  },
  test: {
    // a run that started the PostgreSQL of the tests waits here until other runs have finished with it
    teardownTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: {
          ...unit,
          name: 'unit',
          include: ['{lib,components,prisma,app,public}/**/*.test.{ts,tsx}', 'tests/{structure,support}/**/*.test.ts'],
          exclude: alone,
          isolate: false,
        },
      },
      { extends: true, test: { ...unit, name: 'unit-alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.integ.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 3,
          globalSetup: ['tests/support/integration-server.ts'],
          setupFiles: ['tests/support/integration-env.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
