import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { submitClinicSessionSchema } from '@/lib/clinic-sessions/schema';
import { storedAnswerSchema } from '@/lib/clinic-sessions/submission-answer-schema';
import type { MortalSystem } from './mortal-system';

// A device that sends records as the queue on a clerk's device does: again and again until an answer says that one is
// stored, always with the same submission id.

export type Submission = z.input<typeof submitClinicSessionSchema>;
export type Acknowledged = { submissionId: string; id: string; version: number };

/** What happened on the way. */
export type Tally = {
  /** attempts that got no answer, or one that said the server was not well, by its status */
  failures: Map<number | 'no answer', number>;
  /** sent again because no answer had come, although it was stored: the retries that could have doubled something */
  storedUnheard: number;
};

const ATTEMPTS = 400;
const PAUSE_MS = 50;

async function post({ portalUrl }: MortalSystem, cookie: string, submission: Submission): Promise<Response | null> {
  return await fetch(`${portalUrl}/api/clinic-sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(submission),
    signal: AbortSignal.timeout(10_000),
  }).catch(() => null);
}

/**
 * Sends a submission until it is acknowledged.
 * @throws Error for an answer that sending again would not change, or when nobody answers at all
 */
export async function sendUntilStored(
  system: MortalSystem,
  cookie: string,
  submission: Submission,
  tally: Tally,
): Promise<Acknowledged & { repeated: boolean }> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const answer = await post(system, cookie, submission);
    // the connection may be cut after the head of an answer
    const body: unknown = answer && (await answer.json().catch(() => null));
    if (answer?.status === 200 && body !== null) {
      const { id, version, repeated } = storedAnswerSchema.parse(body);
      if (repeated && attempt > 1) tally.storedUnheard += 1;
      return { submissionId: submission.submissionId, id, version, repeated };
    }
    if (answer && answer.status !== 200 && answer.status < 500)
      throw new Error(`A submission was refused with ${answer.status}: ${JSON.stringify(body)}`);
    // half of a good answer is none
    const kind = answer && answer.status !== 200 ? answer.status : 'no answer';
    tally.failures.set(kind, (tally.failures.get(kind) ?? 0) + 1);
    await system.up;
    await wait(PAUSE_MS);
  }
  throw new Error(`A submission was not taken in ${ATTEMPTS} attempts`);
}
