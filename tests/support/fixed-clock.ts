/** The instant at which the tests live: a Wednesday morning in Shanghai, within a week without holidays. */
export const FIXED_NOW = '2026-11-18T09:30:00+08:00';

/** What every test process needs in its environment, whatever the machine's own says. */
export const TEST_ENVIRONMENT = {
  FIXED_NOW,
  LOG_LEVEL: 'error',
  APP_SECRET: 'only-for-tests-only-for-tests-only-for-tests',
} as const;
