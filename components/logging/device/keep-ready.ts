import type { DueSession } from '@/lib/clinic-sessions/views-schema';
import { slotKey } from './device-records';
import { fetchForm, keepForm, pruneForms } from './kept-forms';

/** A kept form is fetched anew when it is older than this. */
const FRESH_MS = 30 * 60_000;
/** So many forms are kept, those of today and of the last days first. */
const MOST_FORMS = 24;

const FIRST: readonly DueSession['kind'][] = ['today', 'week', 'returned', 'disputed', 'overdue'];

/** Fetches the forms of the sessions that are due, so that they open without a network; one after the other, at leisure. */
export async function keepFormsReady(owner: string, due: readonly DueSession[]): Promise<void> {
  const wanted = [...due].sort((a, b) => FIRST.indexOf(a.kind) - FIRST.indexOf(b.kind)).slice(0, MOST_FORMS);
  const kept = await pruneForms(owner, wanted.map(slotKey));
  const fresh = new Date(Date.now() - FRESH_MS).toISOString();
  for (const session of wanted) {
    const at = kept.get(slotKey(session));
    if (at !== undefined && at > fresh) continue;
    const form = await fetchForm(session.clinicId, session.date, session.half);
    if (form) await keepForm(owner, form);
  }
}
