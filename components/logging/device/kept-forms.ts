import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { answerOf, inStore, rangeOfOwner } from './database';
import { type KeptForm, slotKey } from './device-records';

// Forms fetched ahead, so that a session can be logged without a network.

/** A form as it comes over the network: its instants are texts. */
type SentForm = Omit<SessionForm, 'record'> & {
  record:
    | (Omit<NonNullable<SessionForm['record']>, 'submittedAt' | 'reason'> & {
        submittedAt: string;
        reason: { text: string; authorName: string; at: string } | null;
      })
    | null;
};

/** A form that came as JSON, with its instants. */
function revived({ record, ...form }: SentForm): SessionForm {
  if (record === null) return { ...form, record };
  const { reason, submittedAt } = record;
  return {
    ...form,
    record: {
      ...record,
      submittedAt: new Date(submittedAt),
      reason: reason && { ...reason, at: new Date(reason.at) },
    },
  };
}

/** Asks the server for the form of a session; null when it does not answer well. */
export async function fetchForm(clinicId: string, date: string, half: string): Promise<SessionForm | null> {
  const address = `/api/clinic-sessions/form?${new URLSearchParams({ clinic: clinicId, date, half })}`;
  const answer = await fetch(address, { credentials: 'same-origin', cache: 'no-store' }).catch(() => null);
  return answer?.ok ? revived((await answer.json()) as SentForm) : null;
}

/** Keeps the form of a session for an owner. */
export async function keepForm(owner: string, form: SessionForm): Promise<void> {
  const slot = slotKey({ clinicId: form.clinic.id, date: form.date, half: form.half });
  const kept: KeptForm = { owner, slot, form, at: new Date().toISOString() };
  await inStore('forms', 'readwrite', (store) => answerOf(store.put(kept)));
}

/** The form that was kept of a session; null when there is none. */
export async function findForm(owner: string, slot: string): Promise<SessionForm | null> {
  const kept = await inStore('forms', 'readonly', (store) => answerOf<KeptForm | undefined>(store.get([owner, slot])));
  return kept?.form ?? null;
}

/** Forgets every kept form of an owner that is not among the wanted ones; answers when each of these was kept. */
export async function pruneForms(owner: string, wanted: readonly string[]): Promise<Map<string, string>> {
  return await inStore('forms', 'readwrite', async (store) => {
    const kept = await answerOf<KeptForm[]>(store.getAll(rangeOfOwner(owner)));
    const stale = kept.filter(({ slot }) => !wanted.includes(slot));
    await Promise.all(stale.map(({ slot }) => answerOf(store.delete([owner, slot]))));
    return new Map(kept.filter(({ slot }) => wanted.includes(slot)).map(({ slot, at }) => [slot, at]));
  });
}
