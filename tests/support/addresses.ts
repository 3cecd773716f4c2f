/** The first of three ports; another one lets two checkouts run their browser tests on one machine. */
const FIRST_PORT = Number(process.env.TEST_FIRST_PORT ?? 3201);

/** The servers of the browser tests: one with the demonstration network, one with reference data only. */
export const FULL_PORT = FIRST_PORT;
export const EMPTY_PORT = FIRST_PORT + 1;
/** The server that loses its database, started by the test that takes it away. */
export const LOSING_PORT = FIRST_PORT + 2;

export const FULL_URL = `http://127.0.0.1:${FULL_PORT}`;
export const EMPTY_URL = `http://127.0.0.1:${EMPTY_PORT}`;
export const LOSING_URL = `http://127.0.0.1:${LOSING_PORT}`;
