import { defineConfig } from '@playwright/test';
import { EMPTY_URL, FULL_URL } from '@/tests/support/addresses';
import { chromiumFlags, chromiumPath } from '@/tests/support/chromium';

const executablePath = chromiumPath();
const inCi = process.env.CI === 'true';

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'tests/output/browser',
  reporter: [['dot'], ['json', { outputFile: 'tests/output/browser.json' }]],
  fullyParallel: true,
  forbidOnly: true,
  retries: inCi ? 1 : 0,
  workers: 2,
  timeout: 45_000,
  // a busy machine is no failure
  expect: { timeout: 15_000 },
  use: {
    baseURL: FULL_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: { args: chromiumFlags(), ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    // what depends on the width or on touch also runs on a phone, or only there; such tests carry a tag
    {
      name: 'phone',
      grep: /@(only-)?phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    { name: 'desktop', grepInvert: /@only-phone/, use: { viewport: { width: 1280, height: 900 } } },
  ],
  webServer: {
    command: 'node --import tsx tests/support/serve.ts',
    // the second of the two servers to come up
    url: `${EMPTY_URL}/api/health`,
    timeout: 180_000,
    env: { TEST_RUNNER_PID: String(process.pid) },
    stdout: 'pipe',
    reuseExistingServer: !inCi,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
});
