import { z } from 'zod';
import { ERROR_CODES } from '@/lib/core/errors';
import { SESSION_STATES } from './schema';

// How devices send records: `POST /api/clinic-sessions` with a submission (`submitClinicSessionSchema`) as JSON and the
// sign-in's cookie. A device may name the owner of the record, so that nobody else's sign-in sends it. The answer is one
// of these two; anything else (no answer, a server that is not well, a page of somebody in between) means: try again
// with the same submission id, which is harmless.
//
//   200 { id, version, state, repeated }            it is stored, now or before
//   401 { error: { code: 'UNAUTHENTICATED' } }      sign in again, then send it again
//   403 { error: { code: 'FORBIDDEN', … } }         another person or another role is signed in here; it waits
//   404 { error: { code: 'NOT_FOUND' } }            not this role's clinic
//   409 { error: { code: 'CONFLICT', messageKey } } stale, accepted or closed month, by its key
//   422 { error: { code: 'INVALID', problems } }    what is wrong, soft checks without an explanation included
//   503 { error: { code: 'UNAVAILABLE', … } }       the database is away: try again
//
// `GET /api/clinic-sessions` answers { owner } to whoever is signed in: whose records may be sent now.

export const SUBMISSION_ADDRESS = '/api/clinic-sessions';

/** The header in which a device says whose record it sends: account and role grant with a dot between. */
export const OWNER_HEADER = 'x-record-owner';

/** Why a record of somebody else is not taken. */
export const OTHER_ROLE = 'logging.problem.otherRole';

/** The longest submission in bytes; a full form is about a tenth of it. */
export const LONGEST_SUBMISSION = 64 * 1024;

/** Whose work a record is: an account in one of its roles, in one word. */
export function ownerOf({ accountId, grantId }: { accountId: string; grantId: string }): string {
  return `${accountId}.${grantId}`;
}

export const storedAnswerSchema = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(SESSION_STATES),
  repeated: z.boolean(),
});

export const refusedAnswerSchema = z.object({
  error: z.object({
    code: z.enum(ERROR_CODES),
    messageKey: z.string().optional(),
    problems: z
      .array(
        z.object({
          path: z.string(),
          messageKey: z.string(),
          values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional(),
    retryAfterSeconds: z.number().optional(),
  }),
});

export const submissionAnswerSchema = z.union([storedAnswerSchema, refusedAnswerSchema]);
export type SubmissionAnswer = z.output<typeof submissionAnswerSchema>;
