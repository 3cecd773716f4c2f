import type { DueSession } from '@/lib/clinic-sessions/views-schema';
import { answerOf, inStore, rangeOfAccount } from './database';

// Who works on this device at present: without a network nobody else can say.

/** The person whose pages were last open here, with what was due for them. */
export type PresentClerk = {
  key: 'present';
  owner: string;
  displayName: string;
  /** whether senior mode is on, which the kept page cannot know */
  senior: boolean;
  due: readonly DueSession[];
  at: string;
};

const KEY = 'present';

/** Notes who works here. */
export async function rememberClerk(clerk: Omit<PresentClerk, 'key' | 'at'>): Promise<void> {
  const noted: PresentClerk = { ...clerk, key: KEY, at: new Date().toISOString() };
  await inStore('device', 'readwrite', (store) => answerOf(store.put(noted)));
}

/** Who works here; null when nobody does. */
export async function presentClerk(): Promise<PresentClerk | null> {
  const found = await inStore('device', 'readonly', (store) => answerOf<PresentClerk | undefined>(store.get(KEY)));
  return found ?? null;
}

/**
 * Forgets what this device keeps of an account that has signed out: its drafts, its forms, and that it was here. A
 * record that could not be sent stays, seen by nobody else, until the account is back: it was sent by somebody who
 * trusts it to arrive.
 */
export async function forgetAccount(accountId: string): Promise<void> {
  const range = rangeOfAccount(accountId);
  await inStore('drafts', 'readwrite', (store) => answerOf(store.delete(range)));
  await inStore('forms', 'readwrite', (store) => answerOf(store.delete(range)));
  await inStore('outbox', 'readwrite', async (store) => {
    const entries = await answerOf<{ owner: string; slot: string; state: string }[]>(store.getAll(range));
    const sent = entries.filter(({ state }) => state === 'sent');
    await Promise.all(sent.map(({ owner, slot }) => answerOf(store.delete([owner, slot]))));
  });
  await inStore('device', 'readwrite', async (store) => {
    const present = await answerOf<PresentClerk | undefined>(store.get(KEY));
    if (present?.owner.startsWith(`${accountId}.`)) await answerOf(store.delete(KEY));
  });
}
