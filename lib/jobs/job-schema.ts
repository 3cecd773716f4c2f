import { z } from 'zod';

// The portal's jobs by name, and what people are shown of their runs.

/** Jobs of the night, each with the minute of the day in Shanghai from which on it is due. */
export const NIGHTLY_JOBS = {
  'apply-changes': 5,
  'clear-expired': 3 * 60 + 30,
  'clear-exports': 3 * 60 + 50,
  'evaluate-clinics': 4 * 60,
} as const;
export type NightlyJob = keyof typeof NIGHTLY_JOBS;
export const NIGHTLY_NAMES = [
  'apply-changes',
  'clear-expired',
  'clear-exports',
  'evaluate-clinics',
] as const satisfies NightlyJob[];

/** With those that run when somebody asks for something that takes long, or when much has come together. */
export const JOB_NAMES = [...NIGHTLY_NAMES, 'exports', 'imports', 'fold-districts'] as const;
export type JobName = (typeof JOB_NAMES)[number];

export const RUN_STATES = ['waiting', 'again', 'running', 'done', 'failed', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Why a run failed, as far as that can be said without its text, which may name people or addresses. */
export const CAUSES = ['database', 'storage', 'collision', 'timeout', 'ended', 'other'] as const;
export type Cause = (typeof CAUSES)[number];

/** A run of a job; failed and waiting ones say why the last try failed. */
export type RunView = {
  id: string;
  job: JobName;
  state: RunState;
  tries: number;
  madeAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** when it is tried again */
  nextAt: Date | null;
  cause: Cause | null;
};

export type NightlyView = {
  job: NightlyJob;
  dueMinute: number;
  /** the last run that came to an end */
  last: RunView | null;
  /** one waits or is under way */
  open: boolean;
};

export type JobsView = {
  /** false until a process of the portal has opened the queue */
  opened: boolean;
  nightly: NightlyView[];
  /** runs that wait, are under way or have failed, the latest first */
  runs: RunView[];
};

export const jobRequestSchema = z.object({ job: z.enum(NIGHTLY_NAMES) });
