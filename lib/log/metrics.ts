import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { env } from '@/lib/core/env';

// What a process counts about itself, for Prometheus. Names and labels hold classes of things, never addresses,
// questions or people.

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function newMetrics() {
  const registry = new Registry();
  const registers = [registry];
  // processor, memory, garbage collection, lag of the event loop
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({
      name: 'portal_http_requests_total',
      help: 'Requests answered, by class of address and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    durations: new Histogram({
      name: 'portal_http_request_duration_seconds',
      help: 'Time from a request to the end of its answer, by class of address',
      labelNames: ['route'],
      buckets: SECONDS,
      registers,
    }),
    jobRuns: new Counter({
      name: 'portal_job_runs_total',
      help: 'Runs of jobs that this process ended, by outcome',
      labelNames: ['job', 'outcome'],
      registers,
    }),
    sessionsStored: new Counter({
      name: 'portal_clinic_sessions_stored_total',
      help: 'Versions of session records that this process stored; a repetition counts nothing',
      labelNames: ['kind'],
      registers,
    }),
    poolConnections: new Gauge({
      name: 'portal_database_pool_connections',
      help: 'Connections of this process to the database, by state',
      labelNames: ['state'],
      registers,
    }),
    poolWaiting: new Gauge({
      name: 'portal_database_pool_waiting',
      help: 'Questions that wait for a connection',
      registers,
    }),
    snapshotVersion: new Gauge({
      name: 'portal_directory_snapshot_version',
      help: 'Version of the directory that residents are answered from; 0 before the first',
      registers,
    }),
    snapshotAge: new Gauge({
      name: 'portal_directory_snapshot_age_seconds',
      help: 'How long ago that version was read',
      registers,
    }),
    snapshotReady: new Gauge({
      name: 'portal_directory_snapshot_ready',
      help: '1 while the directory is followed, 0 while it may be out of date',
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof newMetrics>;

// the bundle of the server and those of Next each carry this module; a process has one set
const slot = globalThis as typeof globalThis & { __tcmMetrics?: Metrics };

/** The metrics of this process; null when nobody may read them, so that nothing is counted either. */
export function metrics(): Metrics | null {
  if (env().METRICS_TOKEN === undefined) return null;
  slot.__tcmMetrics ??= newMetrics();
  return slot.__tcmMetrics;
}
