import type { IncomingHttpHeaders } from 'node:http';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

type Asked = { method?: string; headers: IncomingHttpHeaders };

/**
 * Whether another site makes a visitor's browser change something here. Browsers say so themselves; programs, which
 * say nothing, carry nobody's cookies. Server actions and next-auth check again on their own.
 * @param siteUrl the portal's own address, which a reverse proxy may hide from us
 */
export function isCrossSiteChange({ method, headers }: Asked, siteUrl: string): boolean {
  if (READING.has(method ?? 'GET')) return false;
  const { origin } = headers;
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  if (origin === undefined) return false;
  // a sandboxed frame or a local file
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== headers.host && host !== new URL(siteUrl).host;
}
