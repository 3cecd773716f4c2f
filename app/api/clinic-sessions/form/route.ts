import { answer } from '@/app/api/clinic-sessions/json-answer';
import { slotSchema } from '@/components/logging/session-values';
import { currentActor } from '@/lib/auth/require-actor';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { invalid } from '@/lib/clinic-sessions/parse';
import { whenReachable } from '@/lib/clinic-sessions/when-reachable';
import { err, ok, type Result } from '@/lib/core/result';

async function find(request: Request): Promise<Result<SessionForm>> {
  const actor = await currentActor();
  if (!actor) return err({ code: 'UNAUTHENTICATED' });
  const { searchParams: given } = new URL(request.url);
  const slot = slotSchema.safeParse({
    clinicId: given.get('clinic'),
    date: given.get('date'),
    half: given.get('half'),
  });
  if (!slot.success) return invalid(slot.error);
  const form = await getSessionForm(actor, slot.data);
  return form ? ok(form) : err({ code: 'NOT_FOUND' });
}

/** The form of one session, for devices that keep it for the time without a network. */
export async function GET(request: Request): Promise<Response> {
  return answer(await whenReachable(() => find(request)));
}
