import { currentActor } from '@/lib/auth/require-actor';
import { type Submitted, submitClinicSession } from '@/lib/clinic-sessions/commands';
import { invalid } from '@/lib/clinic-sessions/parse';
import { submitClinicSessionSchema } from '@/lib/clinic-sessions/schema';
import { LONGEST_SUBMISSION, OTHER_ROLE, OWNER_HEADER, ownerOf } from '@/lib/clinic-sessions/submission-answer-schema';
import { whenReachable } from '@/lib/clinic-sessions/when-reachable';
import { err, ok, type Result } from '@/lib/core/result';
import { answer } from './json-answer';

export const dynamic = 'force-dynamic';

/** The JSON of a request; null when it is none, too long, or what another site's form could send. */
async function jsonOf(request: Request): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json') || !request.body) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body) {
    length += chunk.length;
    if (length > LONGEST_SUBMISSION) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}

async function take(request: Request): Promise<Result<Submitted>> {
  const actor = await currentActor();
  if (!actor) return err({ code: 'UNAUTHENTICATED' });
  const owner = request.headers.get(OWNER_HEADER);
  if (owner !== null && owner !== ownerOf(actor)) return err({ code: 'FORBIDDEN', messageKey: OTHER_ROLE });
  const submission = submitClinicSessionSchema.safeParse(await jsonOf(request));
  return submission.success ? await submitClinicSession(actor, submission.data) : invalid(submission.error);
}

/** Whose records may be sent with this sign-in. */
export async function GET(): Promise<Response> {
  return answer(
    await whenReachable(async () => {
      const actor = await currentActor();
      return actor ? ok({ owner: ownerOf(actor) }) : err({ code: 'UNAUTHENTICATED' });
    }),
  );
}

/** Takes a record that a device sends, also one that waited there for a network; see submission-answer-schema. */
export async function POST(request: Request): Promise<Response> {
  return answer(await whenReachable(() => take(request)));
}
