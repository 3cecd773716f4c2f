import { LOCALES, localePath } from '@/lib/i18n/locales';

// The worker that answers for the pages of a clerk while there is no network. It is in charge of Today and of the log
// form only: residents' pages never go through it.

export const WORKER_ADDRESS = '/log-worker.js';
/** What the browser wakes the worker for when the network is back. */
export const SYNC_TAG = 'clinic-logging';
/** Asks the worker to keep the pages that work without a network. */
export const KEEP_PAGES = 'keep-pages';

const SCOPES = ['/today', '/clinic-sessions/'];

function scopesOf(locales: readonly (typeof LOCALES)[number][]): string[] {
  return locales.flatMap((locale) => SCOPES.map((path) => localePath(locale, path)));
}

type SyncManager = { register(tag: string): Promise<void> };
type WithSync = ServiceWorkerRegistration & { sync?: SyncManager };

async function registrations(): Promise<WithSync[]> {
  if (!('serviceWorker' in navigator)) return [];
  const found = await Promise.all(scopesOf(LOCALES).map((scope) => navigator.serviceWorker.getRegistration(scope)));
  return found.filter((one) => one !== undefined);
}

/** Puts the worker in charge, and lets it fetch what it needs to stand in for the pages of a language. */
export async function startWorker(locale: (typeof LOCALES)[number]): Promise<void> {
  // no worker over plain http, and none in some private windows: drafts and the outbox work without
  if (!('serviceWorker' in navigator)) return;
  const [today] = await Promise.all(
    scopesOf([locale]).map((scope) => navigator.serviceWorker.register(WORKER_ADDRESS, { scope })),
  );
  const worker = today?.active ?? today?.waiting ?? today?.installing;
  worker?.postMessage({ kind: KEEP_PAGES, locale });
}

/** Asks the browser to wake the worker when there is a network again, where it can; pages send as well when they open. */
export async function sendLater(): Promise<void> {
  const [registration] = await registrations();
  // refused where the person does not allow it
  await registration?.sync?.register(SYNC_TAG).catch(() => undefined);
}
