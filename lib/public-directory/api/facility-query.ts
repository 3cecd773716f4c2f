import { LRUCache } from 'lru-cache';
import type { Wgs84 } from '@/lib/core/geo';
import type { Directory, DirectoryIndex } from '@/lib/public-directory/directory-index';
import type { DirectoryQuery } from '@/lib/public-directory/schema';
import { codeMeant } from './codes';
import { FACILITY_REPEATABLE, type FacilityParameters, facilityParametersSchema, parseNear } from './parameters';
import type { ParameterError } from './problem';
import { decodePart, type Parsed, parseQueryString } from './query-string';

// From a raw query string to a search. Many people ask the same from different places, so everything but the position
// is parsed and checked once and kept; the position is read by hand each time and kept nowhere.

const KEPT_QUERIES = 2000;
const STAND_IN = 'near=0,0';

type Kept = { index: DirectoryIndex; query: DirectoryQuery };
const kept = new LRUCache<string, Kept>({ max: KEPT_QUERIES });

/** The search a raw query string asks for, or what does not fit in it. */
export function facilityQuery(directory: Directory, raw: string): Parsed<DirectoryQuery> {
  const start = raw.startsWith('near=') ? 0 : raw.indexOf('&near=') + 1;
  if (start === 0 && !raw.startsWith('near=')) return parsedOnce(directory, raw, null);
  const end = raw.indexOf('&', start);
  const value = decodePart(end < 0 ? raw.slice(start + 5) : raw.slice(start + 5, end));
  const near = value === null ? null : parseNear(value);
  // the slow way words the error, together with whatever else does not fit
  if (near === null || typeof near === 'string') return parseAll(directory, raw);
  const key = raw.slice(0, start) + STAND_IN + (end < 0 ? '' : raw.slice(end));
  return parsedOnce(directory, key, near);
}

function parsedOnce(directory: Directory, key: string, near: Wgs84 | null): Parsed<DirectoryQuery> {
  const found = kept.get(key);
  if (found && found.index === directory.index)
    return { ok: true, value: near ? { ...found.query, near } : found.query };
  const parsed = parseAll(directory, key);
  if (!parsed.ok) return parsed;
  // a position that got this far was written in an unusual way (%6Eear=…): answered, but not kept
  if (near || !parsed.value.near) kept.set(key, { index: directory.index, query: parsed.value });
  return near ? { ok: true, value: { ...parsed.value, near } } : parsed;
}

function parseAll(directory: Directory, raw: string): Parsed<DirectoryQuery> {
  const parsed = parseQueryString(raw, facilityParametersSchema, FACILITY_REPEATABLE);
  return parsed.ok ? queryOfParameters(directory, parsed.value) : parsed;
}

function queryOfParameters(directory: Directory, given: FacilityParameters): Parsed<DirectoryQuery> {
  const errors: ParameterError[] = [];
  const query: DirectoryQuery = {
    q: given.q ? given.q : null,
    near: given.near ?? null,
    kinds: given.kind ? [given.kind] : [],
    technique: codeMeant(directory, 'technique', given.technique, errors),
    condition: codeMeant(directory, 'condition', given.condition, errors),
    district: codeMeant(directory, 'district', given.district, errors),
    alliance: given.alliance ?? null,
    open: given.open ?? null,
    expertThisWeek: given.expert === 'week',
    features: given.feature ?? [],
    radiusMetres: given.radius ?? null,
    sort: given.sort ?? null,
    limit: given.limit,
    cursor: given.cursor ?? null,
  };
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: query };
}
