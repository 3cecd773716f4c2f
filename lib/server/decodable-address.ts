/** Where addresses go that cannot be read: there is nothing under these names, so they are answered as missing. */
const NOTHING = { api: '/api/v1/undecodable', en: '/en/undecodable', page: '/undecodable' } as const;

/**
 * The address itself, or one of nothing when its percent signs do not decode: Next would answer those with a failure
 * instead of a missing page. Next decodes route parameters a second time, so both decodings must succeed.
 */
export function decodableAddress(url: string): string {
  const path = url.split('?', 1)[0] ?? '';
  if (!path.includes('%')) return url;
  try {
    decodeURIComponent(decodeURIComponent(path));
    return url;
  } catch {
    if (path.startsWith('/api/')) return NOTHING.api;
    return path.startsWith('/en/') ? NOTHING.en : NOTHING.page;
  }
}
