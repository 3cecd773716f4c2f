import { tellChange } from './changes';
import { answerOf, inStore, rangeOfOwner } from './database';
import type { OutboxEntry } from './device-records';

// Records on their way. One session has one place here: a corrected record takes the place of the one before.

/** How long it is said that a record has arrived. */
const SAY_SENT_MS = 12 * 3_600_000;

/** Puts a record on its way; `sendWaiting` takes it from here. */
export async function putInOutbox(entry: OutboxEntry): Promise<void> {
  await inStore('outbox', 'readwrite', (store) => answerOf(store.put(entry)));
  tellChange();
}

/** The record of a session that is on its way; null when there is none. */
export async function findInOutbox(owner: string, slot: string): Promise<OutboxEntry | null> {
  const found = await inStore('outbox', 'readonly', (store) =>
    answerOf<OutboxEntry | undefined>(store.get([owner, slot])),
  );
  return found ?? null;
}

/** Every record of an owner that is on its way or has just arrived, the oldest first. */
export async function listOutbox(owner: string): Promise<OutboxEntry[]> {
  const oldest = new Date(Date.now() - SAY_SENT_MS).toISOString();
  return await inStore('outbox', 'readwrite', async (store) => {
    const entries = await answerOf<OutboxEntry[]>(store.getAll(rangeOfOwner(owner)));
    const done = entries.filter(({ state, at }) => state === 'sent' && at < oldest);
    await Promise.all(done.map(({ slot }) => answerOf(store.delete([owner, slot]))));
    return entries.filter((entry) => !done.includes(entry)).sort((a, b) => (a.at < b.at ? -1 : 1));
  });
}

/** Every record on this device that waits to be sent, whoever's it is, the oldest first. */
export async function listWaiting(): Promise<OutboxEntry[]> {
  const entries = await inStore('outbox', 'readonly', (store) => answerOf<OutboxEntry[]>(store.getAll()));
  return entries.filter(({ state }) => state === 'waiting').sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Takes a record out, at its owner's wish. */
export async function dropFromOutbox(owner: string, slot: string): Promise<void> {
  await inStore('outbox', 'readwrite', (store) => answerOf(store.delete([owner, slot])));
  tellChange();
}

/**
 * Writes down what became of a record that was sent, unless another has taken its place meanwhile. That one was then
 * written against what has just been stored.
 */
export async function settle(
  sent: OutboxEntry,
  outcome: Pick<OutboxEntry, 'state' | 'problem' | 'storedVersion'>,
): Promise<void> {
  const { storedVersion } = outcome;
  await inStore('outbox', 'readwrite', async (store) => {
    const now = await answerOf<OutboxEntry | undefined>(store.get([sent.owner, sent.slot]));
    if (!now) return;
    if (now.submission.submissionId === sent.submission.submissionId) await answerOf(store.put({ ...now, ...outcome }));
    else if (storedVersion !== null && now.submission.version === sent.submission.version)
      await answerOf(store.put({ ...now, submission: { ...now.submission, version: storedVersion } }));
  });
  tellChange();
}
