import { z } from 'zod';
import { sendWaiting } from '@/components/logging/device/sending';
import { KEEP_PAGES, SYNC_TAG } from '@/components/logging/device/worker-registration';
import { LOCALES } from '@/lib/i18n/locales';
import { isAsset, keepPage, keptAsset, keptPage, standsInFor } from './kept-pages';

// The worker behind the pages of a clerk. Without a network it answers for Today and the log form with the kept page,
// and it sends what waits when the browser wakes it. With a network it only passes on.

const PATIENCE_MS = 8_000;

type Waiting = Event & { waitUntil(promise: Promise<unknown>): void };
type Fetching = Waiting & { request: Request; respondWith(answer: Promise<Response>): void };
type Told = Waiting & { data: unknown };
type Woken = Waiting & { tag: string };
type Worker = {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(kind: 'install' | 'activate', on: (event: Waiting) => void): void;
  addEventListener(kind: 'fetch', on: (event: Fetching) => void): void;
  addEventListener(kind: 'message', on: (event: Told) => void): void;
  addEventListener(kind: 'sync', on: (event: Woken) => void): void;
};
const worker = globalThis as unknown as Worker;

const keepPages = z.object({ kind: z.literal(KEEP_PAGES), locale: z.enum(LOCALES) });

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  const told = keepPages.safeParse(event.data);
  // without a network what was kept before stays
  if (told.success) event.waitUntil(keepPage(told.data.locale).catch(() => undefined));
});

worker.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendWaiting());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  const locale = request.mode === 'navigate' ? standsInFor(url.pathname) : null;
  if (locale !== null) event.respondWith(page(request, locale));
  else if (isAsset(url)) event.respondWith(keptAsset(request).then((kept) => kept ?? fetch(request)));
});

/** The page from the network; where none answers in time, the kept one. */
async function page(request: Request, locale: (typeof LOCALES)[number]): Promise<Response> {
  const kept = await keptPage(locale);
  if (!kept) return await fetch(request);
  try {
    // a request to navigate cannot carry a signal of its own, so the slow answer is left behind
    return await Promise.race([fetch(request), tooSlow()]);
  } catch {
    return kept;
  }
}

function tooSlow(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('The network is too slow')), PATIENCE_MS));
}
