// What kind of address a request asks for: few classes, so that log and metrics hold neither questions nor ids.

export type RouteClass =
  | 'public_api'
  | 'session_api'
  | 'health'
  | 'metrics'
  | 'sign_in'
  | 'workspace'
  | 'file'
  | 'residents';

/** The first part of the addresses of the workspace; a structure test compares with its folders. */
export const WORKSPACE_PARTS: ReadonlySet<string> = new Set([
  'account',
  'accounts',
  'audit',
  'clinic-sessions',
  'dashboard',
  'exports',
  'feedback',
  'jobs',
  'joint-clinics',
  'monitor',
  'my-training',
  'people',
  'registry',
  'today',
]);

const FILE = /\.(?:css|html|ico|ics|js|json|mjs|pdf|png|svg|txt|webmanifest|woff2|xml)$/;

/** The class of an address, of which only the path counts. */
export function routeClass(url: string): RouteClass {
  const end = url.search(/[?#]/);
  const path = end < 0 ? url : url.slice(0, end);
  if (path.startsWith('/api/v1/')) return 'public_api';
  if (path.startsWith('/api/clinic-sessions')) return 'session_api';
  if (path === '/api/health') return 'health';
  if (path === '/api/metrics') return 'metrics';
  if (path.startsWith('/api/auth/')) return 'sign_in';
  if (path.startsWith('/_next/') || FILE.test(path)) return 'file';
  const [first = ''] = path
    .replace(/^\/en(?=\/|$)/, '')
    .split('/')
    .slice(1);
  if (first === 'sign-in') return 'sign_in';
  return WORKSPACE_PARTS.has(first) ? 'workspace' : 'residents';
}
