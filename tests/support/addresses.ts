/** The servers of the browser tests: one with the demonstration network, one with reference data only. */
export const FULL_PORT = 3201;
export const EMPTY_PORT = 3202;
/** The server that loses its database, started by the test that takes it away. */
export const LOSING_PORT = 3203;

export const FULL_URL = `http://127.0.0.1:${FULL_PORT}`;
export const EMPTY_URL = `http://127.0.0.1:${EMPTY_PORT}`;
export const LOSING_URL = `http://127.0.0.1:${LOSING_PORT}`;
