import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '@/lib/log/logger';
import { metrics } from '@/lib/log/metrics';
import { routeClass } from './route-class';

/**
 * Notes how a request went once its answer is over: one line in the log (of failed ones as a warning, of all others at
 * debug) and the metrics. An answer that its reader did not wait for is told as such.
 */
export function observeRequest(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const began = performance.now();
  const { method, url = '/' } = request;
  response.once('close', () => {
    const { statusCode: status } = response;
    const failed = status >= 500;
    const counted = metrics();
    if (!counted && !failed && !log.isLevelEnabled('debug')) return;
    const route = routeClass(url);
    const milliseconds = Math.round((performance.now() - began) * 10) / 10;
    counted?.requests.inc({ route, status });
    counted?.durations.observe({ route }, milliseconds / 1000);
    const line = { requestId, method, route, status, ms: milliseconds };
    const told = response.writableFinished ? line : { ...line, aborted: true };
    if (failed) log.warn(told, 'answered');
    else log.debug(told, 'answered');
  });
}
