import { LOCALES, type Locale, localePath } from '@/lib/i18n/locales';

// The one page that the worker keeps, in each language, with the scripts and styles it needs. It is the same for
// everybody and carries nothing of anybody: who works here and what is due stands in the device's database. No page
// that a person sees when signed in is ever kept.

const CACHE = 'clinic-logging-pages';
const OFFLINE_PATH = '/clinic-sessions/offline';
/** Addresses with a digest in them: their content never changes. */
const ASSET = /\/(?:_next\/static\/[\w./~-]+|late-scripts\.js\?v=\w+)/g;

/** Whether a request for a page may be answered by the kept one while there is no network. */
export function standsInFor(pathname: string): Locale | null {
  return (
    LOCALES.find((locale) =>
      [localePath(locale, '/today'), localePath(locale, '/clinic-sessions/log')].includes(pathname),
    ) ?? null
  );
}

/** Whether an address is one of the files that never change. */
export function isAsset({ pathname, search }: URL): boolean {
  return `${pathname}${search}`.replace(ASSET, '') === '' && !pathname.includes('..');
}

/** The addresses of the scripts and styles that a page names, in its elements and in the payload of its components. */
export function assetsOf(html: string): string[] {
  return [...new Set(html.match(ASSET) ?? [])];
}

/** Keeps the page of a language anew, files first, so that what is kept is always whole. */
export async function keepPage(locale: Locale): Promise<void> {
  const path = localePath(locale, OFFLINE_PATH);
  // asked without cookies: around every page of somebody signed in there is something of that person
  const answer = await fetch(path, { credentials: 'omit', cache: 'no-store' });
  if (!answer.ok || answer.redirected) return;
  const assets = assetsOf(await answer.clone().text());
  const cache = await caches.open(CACHE);
  for (const asset of assets) if (!(await cache.match(asset))) await cache.add(asset);
  await cache.put(path, answer);
  await prune(cache);
}

/** Lets files go that no kept page names any more. */
async function prune(cache: Cache): Promise<void> {
  const pages = await Promise.all(LOCALES.map((locale) => cache.match(localePath(locale, OFFLINE_PATH))));
  const texts = await Promise.all(pages.map((page) => page?.text() ?? ''));
  const named = new Set(texts.flatMap(assetsOf));
  for (const request of await cache.keys()) {
    const url = new URL(request.url);
    if (isAsset(url) && !named.has(url.pathname + url.search)) await cache.delete(request);
  }
}

/** The kept page of a language; undefined while there is none. */
export async function keptPage(locale: Locale): Promise<Response | undefined> {
  return await (await caches.open(CACHE)).match(localePath(locale, OFFLINE_PATH));
}

/** A kept file; undefined where it is not kept. */
export async function keptAsset(request: Request): Promise<Response | undefined> {
  return await (await caches.open(CACHE)).match(request);
}
