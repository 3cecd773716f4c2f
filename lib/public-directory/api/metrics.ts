import 'server-only';
import { env } from '@/lib/core/env';
import { poolState } from '@/lib/db/client';
import { carriesToken } from '@/lib/log/bearer-token';
import { metrics } from '@/lib/log/metrics';
import { snapshotHealth } from '@/lib/public-directory/snapshot';

export type MetricsText = { contentType: string; text: string };

/**
 * What this process counts, in the text format of Prometheus.
 * @returns null when no token is set or the request does not carry it
 */
export async function metricsText(authorization: string | null): Promise<MetricsText | null> {
  const { METRICS_TOKEN } = env();
  const all = metrics();
  if (METRICS_TOKEN === undefined || !all || !carriesToken(authorization, METRICS_TOKEN)) return null;
  const { total, idle, waiting } = poolState();
  all.poolConnections.set({ state: 'idle' }, idle);
  all.poolConnections.set({ state: 'busy' }, total - idle);
  all.poolWaiting.set(waiting);
  const { version, ageSeconds, state } = snapshotHealth();
  all.snapshotVersion.set(version ?? 0);
  all.snapshotAge.set(ageSeconds ?? 0);
  all.snapshotReady.set(state === 'ready' ? 1 : 0);
  return { contentType: all.registry.contentType, text: await all.registry.metrics() };
}
