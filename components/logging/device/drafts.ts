import { tellChange } from './changes';
import { answerOf, inStore, rangeOfOwner } from './database';
import type { Draft } from './device-records';

const KEEP_DAYS = 60;

/** Keeps what is typed; a later draft of the same session takes the place of the earlier. */
export async function keepDraft(draft: Draft): Promise<void> {
  await inStore('drafts', 'readwrite', (store) => answerOf(store.put(draft)));
  tellChange();
}

/** Forgets a draft. */
export async function dropDraft(owner: string, slot: string): Promise<void> {
  await inStore('drafts', 'readwrite', (store) => answerOf(store.delete([owner, slot])));
  tellChange();
}

/** The draft of a session; null when there is none. */
export async function findDraft(owner: string, slot: string): Promise<Draft | null> {
  const found = await inStore('drafts', 'readonly', (store) => answerOf<Draft | undefined>(store.get([owner, slot])));
  return found ?? null;
}

/** Every draft of an owner, the latest first; what nobody has touched for two months is let go. */
export async function listDrafts(owner: string): Promise<Draft[]> {
  const drafts = await inStore('drafts', 'readonly', (store) => answerOf<Draft[]>(store.getAll(rangeOfOwner(owner))));
  const oldest = new Date(Date.now() - KEEP_DAYS * 86_400_000).toISOString();
  const old = drafts.filter(({ at }) => at < oldest);
  for (const { slot } of old) await inStore('drafts', 'readwrite', (store) => answerOf(store.delete([owner, slot])));
  return drafts.filter(({ at }) => at >= oldest).sort((a, b) => (a.at < b.at ? 1 : -1));
}
