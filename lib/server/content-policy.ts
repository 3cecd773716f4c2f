import { randomBytes } from 'node:crypto';

// What a browser may load and run on our pages. Scripts carry a nonce that is new with every response; Next puts it on
// its own when it finds it in the policy of the request (see security-headers.ts), and nothing else may run.

export type PolicySettings = {
  /** residents reach the portal by https */
  https: boolean;
  /** 天地图 is configured, so maps fetch its tiles */
  tiles: boolean;
  /** where signing in by single sign-on leads, as an origin */
  signOnOrigin: string | null;
};

const TILES = 'https://*.tianditu.gov.cn';

/** 128 random bits, as they stand in a policy and in a script element. */
export function newNonce(): string {
  return randomBytes(16).toString('base64');
}

function join(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** The policy of a page; without a nonce no script runs on it at all. */
export function pagePolicy(nonce: string | null, { https, tiles, signOnOrigin }: PolicySettings): string {
  const tileSources = tiles ? [TILES] : [];
  return join({
    'default-src': ["'none'"],
    // scripts that ours load in turn are as trustworthy as ours; 'self' is for browsers that do not know that rule
    'script-src': nonce === null ? ["'none'"] : ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:', ...tileSources],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...tileSources],
    // the map's worker
    'worker-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
    // browsers hold the redirects of a form to this, too
    'form-action': ["'self'", ...(signOnOrigin ? [signOnOrigin] : [])],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
    ...(https ? { 'upgrade-insecure-requests': [] } : {}),
  });
}

/** The policy of a script file, which binds it where it runs as a worker. */
export function workerPolicy({ tiles }: PolicySettings): string {
  const sources = ["'self'", ...(tiles ? [TILES] : [])];
  return join({ 'default-src': ["'none'"], 'script-src': ["'self'"], 'connect-src': sources, 'img-src': sources });
}

/** The policy of data: whoever opens it as a document gets nothing that could load or run. */
export const DATA_POLICY = join({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });

/** The nonce in a policy; null when there is none. */
export function nonceIn(policy: string | null | undefined): string | null {
  return /'nonce-([A-Za-z0-9+/=_-]+)'/.exec(policy ?? '')?.[1] ?? null;
}
