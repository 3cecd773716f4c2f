import type { IncomingMessage, ServerResponse } from 'node:http';
import { DATA_POLICY, type PolicySettings, pagePolicy, workerPolicy } from './content-policy';

const POLICY = 'content-security-policy';
const HTML = /^text\/html\b/;
/** Sign-in, its callbacks, and everything a person's browser holds afterwards. */
const AUTH_ROUTE = /^\/api\/auth(\/|\?|$)/;
const NEVER_STORED = 'private, no-cache, no-store, max-age=0, must-revalidate';
/** A year; the portal's own host only, for its neighbours are not ours to decide. */
const HTTPS_ONLY = 'max-age=31536000';

const FOR_EVERYTHING: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  // other sites learn where a visitor comes from, never which page or question
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': [
    'geolocation=(self)',
    ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'gyroscope', 'magnetometer', 'microphone'],
    ...['midi', 'payment', 'usb'],
  ]
    .map((feature) => (feature.includes('=') ? feature : `${feature}=()`))
    .join(', '),
  'cross-origin-opener-policy': 'same-origin',
  // for browsers that do not know frame-ancestors
  'x-frame-options': 'DENY',
};

/** Which policy an answer under an address needs. */
function policyFor(url: string, nonce: string, settings: PolicySettings): string {
  if (url.startsWith('/_next/')) return workerPolicy(settings);
  if (url.startsWith('/api/') && !AUTH_ROUTE.test(url)) return DATA_POLICY;
  return pagePolicy(nonce, settings);
}

/** The headers of an answer that is data, unless it says otherwise itself. */
export function dataHeaders({ https }: PolicySettings): Readonly<Record<string, string>> {
  return {
    ...FOR_EVERYTHING,
    [POLICY]: DATA_POLICY,
    ...(https ? { 'strict-transport-security': HTTPS_ONLY } : {}),
    'cache-control': NEVER_STORED,
    vary: 'Accept-Encoding',
  };
}

/**
 * Gives a response its security headers, and the request the policy from which Next takes the nonce for its scripts;
 * what a client sends under that name is overwritten. Pages and answers about a person's sign-in are never stored, and
 * neither is anything else whose handler does not say how long it may be.
 */
export function secureResponse(
  request: IncomingMessage,
  response: ServerResponse,
  nonce: string,
  settings: PolicySettings,
): void {
  const url = request.url ?? '/';
  const policy = policyFor(url, nonce, settings);
  delete request.headers['content-security-policy-report-only'];
  request.headers[POLICY] = policy;
  for (const [name, value] of Object.entries(FOR_EVERYTHING)) response.setHeader(name, value);
  response.setHeader(POLICY, policy);
  if (settings.https) response.setHeader('strict-transport-security', HTTPS_ONLY);
  beforeHeaders(response, () => {
    const html = HTML.test(String(response.getHeader('content-type') ?? ''));
    if (html || AUTH_ROUTE.test(url) || !response.hasHeader('cache-control'))
      response.setHeader('cache-control', NEVER_STORED);
  });
}

/** A page that carries no script runs none, whatever finds its way into it. */
export function forbidScripts(response: ServerResponse, settings: PolicySettings): void {
  if (!response.headersSent) response.setHeader(POLICY, pagePolicy(null, settings));
}

/** Calls back when the headers are about to be sent; compression, wrapped around us, has set all of them by then. */
function beforeHeaders(response: ServerResponse, callback: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => ServerResponse;
  response.writeHead = ((...parts: unknown[]) => {
    callback();
    return writeHead(...parts);
  }) as typeof response.writeHead;
}
