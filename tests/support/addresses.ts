/** The first of five ports; another one lets two checkouts run their browser tests on one machine. */
const FIRST_PORT = Number(process.env.TEST_FIRST_PORT ?? 3201);

/** The servers of the browser tests: one with the demonstration network, one with reference data only. */
export const FULL_PORT = FIRST_PORT;
export const EMPTY_PORT = FIRST_PORT + 1;
/** The server that loses its database, started by the test that takes it away. */
export const LOSING_PORT = FIRST_PORT + 2;
/** The single sign-on provider of the first server; the second is told of one that does not answer. */
export const SIGN_ON_PORT = FIRST_PORT + 3;
const SILENT_PORT = FIRST_PORT + 4;

export const FULL_URL = `http://127.0.0.1:${FULL_PORT}`;
export const EMPTY_URL = `http://127.0.0.1:${EMPTY_PORT}`;
export const LOSING_URL = `http://127.0.0.1:${LOSING_PORT}`;
export const SIGN_ON_URL = `http://127.0.0.1:${SIGN_ON_PORT}`;
export const SILENT_URL = `http://127.0.0.1:${SILENT_PORT}`;
