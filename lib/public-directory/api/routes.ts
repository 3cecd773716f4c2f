import 'server-only';
import type { PlainAnswer, PlainRequest } from '@/lib/core/direct-answers';
import { getJointClinic, listClinicSessions, listJointClinics } from './clinic-handlers';
import { getFacility, listFacilities } from './facility-handlers';
import { guarded, methodNotAllowed, preflight } from './guard';
import { listAlliances, listConditions, listDistricts, listTechniques } from './network-handlers';
import { fromSnapshot, type SnapshotHandler } from './service';

// The addresses of the public API, one table for both ways to it: lib/server calls it directly, and Next's route for
// everything below /api/v1 calls it where our server does not stand in front, as under `next dev`.

const ROOT = '/api/v1/';

const HANDLERS: Record<string, SnapshotHandler> = {
  alliances: listAlliances,
  conditions: listConditions,
  districts: listDistricts,
  facilities: listFacilities,
  'facilities/[id]': getFacility,
  'joint-clinics': listJointClinics,
  'joint-clinics/[id]': getJointClinic,
  'joint-clinics/[id]/sessions': listClinicSessions,
  techniques: listTechniques,
};

/** The addresses of the table, with `[id]` where an id stands. */
export const API_PATTERNS: readonly string[] = Object.keys(HANDLERS).map((pattern) => ROOT + pattern);

const ROUTES = new Map(Object.entries(HANDLERS).map(([pattern, handler]) => [pattern, guarded(fromSnapshot(handler))]));

type Found = { pattern: string; id: string };

function patternOf(path: string): Found | null {
  if (!path.includes('/')) return { pattern: path, id: '' };
  const [list = '', given = '', ...rest] = path.split('/');
  try {
    return { pattern: [list, '[id]', ...rest].join('/'), id: decodeURIComponent(given) };
  } catch {
    return null;
  }
}

function pathOf(url: string): string {
  const start = url.startsWith('/') ? 0 : url.indexOf('/', url.indexOf('://') + 3);
  const end = url.search(/[?#]/);
  return url.slice(Math.max(0, start), end < 0 ? undefined : end);
}

/** Answers a request of the public API from the snapshot; null when the address is not in the table. */
export function answerPublicApi(request: PlainRequest): PlainAnswer | Promise<PlainAnswer> | null {
  const path = pathOf(request.url);
  const found = path.startsWith(ROOT) ? patternOf(path.slice(ROOT.length)) : null;
  const answer = found && ROUTES.get(found.pattern);
  if (!found || !answer) return null;
  if (request.method === 'GET' || request.method === 'HEAD') return answer(request, found.id);
  return request.method === 'OPTIONS' ? preflight() : methodNotAllowed(request, '');
}
