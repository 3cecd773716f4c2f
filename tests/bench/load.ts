import autocannon from 'autocannon';

export type Load = { perSecond: number; p50: number; p99: number };

export const CONNECTIONS = 32;

/**
 * Loads a server with 32 connections for some seconds; every connection starts elsewhere in the list of paths.
 * @throws Error when an answer is not 2xx: a fast error would be no speed.
 */
export async function load(baseUrl: string, paths: readonly string[], seconds: number): Promise<Load> {
  let clients = 0;
  const result = await autocannon({
    url: baseUrl,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient(client) {
      const from = Math.floor((clients++ * paths.length) / CONNECTIONS);
      const turned = [...paths.slice(from), ...paths.slice(0, from)];
      client.setRequests(turned.map((path) => ({ method: 'GET', path })));
    },
  });
  if (result.non2xx > 0 || result.errors > 0 || result.timeouts > 0)
    throw new Error(`${result.non2xx} answers were not 2xx, ${result.errors} errors, ${result.timeouts} timeouts`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

/** Times single requests one after another, in milliseconds from sending to the last byte. */
export async function timeEach(baseUrl: string, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    const started = performance.now();
    const answer = await fetch(baseUrl + path);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    times.push(performance.now() - started);
  }
  return times;
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** A percentile by nearest rank; NaN of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
