// How every process of the portal is started: by `npm run up`, by the browser tests and by the benchmark.

/** Where the build leaves the program of lib/server/main.ts. */
export const SERVER_PROGRAM = '.next/http-server.mjs';

/**
 * Room for a directory of Shanghai's size, in megabytes, and what each further facility adds. 110 are alive when
 * residents search. With 384 a process ended once, while every page and file was asked for at once; what filled it was not
 * found out.
 */
const BASE_HEAP_MB = 512;
const HEAP_MB_PER_FACILITY = 0.015;

/**
 * Node's arguments for the server. Without a bound V8 lets garbage pile up to many times what is alive; a larger young
 * generation halves the time spent collecting while pages render.
 * @param facilities how many facilities the snapshot will hold
 */
export function serverArguments(facilities: number): string[] {
  const heap = Math.round(BASE_HEAP_MB + facilities * HEAP_MB_PER_FACILITY);
  return [`--max-old-space-size=${heap}`, '--max-semi-space-size=16', SERVER_PROGRAM];
}

/** Settings of the C library that keep compression buffers from spreading over many arenas. */
export const SERVER_ENVIRONMENT = { MALLOC_ARENA_MAX: '2' } as const;
