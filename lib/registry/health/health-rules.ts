import { distanceMetres, type Wgs84 } from '@/lib/core/geo';
import { liesInside, type Polygons } from '@/lib/registry/lists/outline-rules';
import { readPhone } from '@/lib/registry/rows/cell-rules';
import { nearName } from '@/lib/registry/rows/match-rules';
import {
  COMPLETE_ENOUGH,
  type HealthProblem,
  PROFILE_FIELDS,
  PROFILE_WEIGHTS,
  type ProfileField,
  type ProfileKind,
  STALE_DAYS,
} from './health-schema';

// How complete and how plausible the profile of a facility is.

const DAY_MS = 86_400_000;
/** A place this far from its subdistrict's point, and so many times nearer to another's, is probably elsewhere (ours). */
const FAR_METRES = 5_000;
const FAR_TIMES = 3;

export type ProfileFacts = {
  id: string;
  kind: ProfileKind;
  name: string;
  districtCode: string;
  districtName: string;
  /** the centre itself, or the one a station belongs to */
  centreId: string;
  subdistrictCode: string | null;
  address: string | null;
  phone: string | null;
  position: Wgs84;
  /** the position is that of the building, or within some hundred metres */
  exact: boolean;
  counts: { hours: number; techniques: number; conditions: number; features: number };
  changedAt: Date;
  checkedAt: Date | null;
};

/** The parts of a profile that are there. */
function has({ phone, address, subdistrictCode, exact, counts }: ProfileFacts): Record<ProfileField, boolean> {
  return {
    hours: counts.hours > 0,
    phone: phone !== null && readPhone(phone).ok,
    position: exact,
    address: address !== null,
    subdistrict: subdistrictCode !== null,
    techniques: counts.techniques > 0,
    conditions: counts.conditions > 0,
    features: counts.features > 0,
  };
}

/** How complete a profile is, in hundredths, and what is missing that counts. */
export function completeness(facts: ProfileFacts): { score: number; missing: ProfileField[] } {
  const weights = PROFILE_WEIGHTS[facts.kind];
  const there = has(facts);
  const missing = PROFILE_FIELDS.filter((field) => weights[field] > 0 && !there[field]);
  return { score: missing.reduce((score, field) => score - weights[field], 100), missing };
}

/** The number as it would be kept, where it can be told and is written otherwise. */
export function phoneProposal(phone: string | null): string | null {
  if (phone === null) return null;
  const read = readPhone(phone);
  return read.ok && read.value !== phone ? read.value : null;
}

function isPhoneWrong(phone: string | null): boolean {
  if (phone === null) return false;
  const read = readPhone(phone);
  return !read.ok || read.value !== phone;
}

export type Places = {
  outlines: ReadonlyMap<string, Polygons>;
  /** by district, the points of its subdistricts by their codes */
  points: ReadonlyMap<string, ReadonlyMap<string, Wgs84>>;
};

/** Whether a place lies outside its district, or far from its subdistrict and near to another; null when neither. */
export function positionProblem(facts: ProfileFacts, places: Places): 'district' | 'subdistrict' | null {
  const { position, districtCode, subdistrictCode, exact } = facts;
  const outline = places.outlines.get(districtCode);
  if (outline && !liesInside(outline, position)) return 'district';
  const points = places.points.get(districtCode);
  const own = subdistrictCode === null ? undefined : points?.get(subdistrictCode);
  if (!exact || !points || !own) return null;
  const away = distanceMetres(position, own);
  if (away <= FAR_METRES) return null;
  const nearest = Math.min(...[...points.values()].map((point) => distanceMetres(position, point)));
  return away >= nearest * FAR_TIMES ? 'subdistrict' : null;
}

/** Under which keys a facility would meet its double: the same name in a centre, or the very same place. */
function doubleKeys({ kind, centreId, districtCode, districtName, name, position, exact }: ProfileFacts): string[] {
  const parent = kind === 'community_centre' ? districtCode : centreId;
  const place = `${position.lat.toFixed(6)},${position.lon.toFixed(6)}`;
  return [`${kind} ${parent} ${nearName(name, districtName)}`, ...(exact ? [`${kind} ${place}`] : [])];
}

/** For each facility that may be there twice, the ids of the others. */
export function doublesIn(all: readonly ProfileFacts[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const facts of all)
    for (const key of doubleKeys(facts)) {
      const known = groups.get(key);
      if (known) known.push(facts.id);
      else groups.set(key, [facts.id]);
    }
  const doubles = new Map<string, Set<string>>();
  for (const ids of groups.values())
    if (ids.length > 1)
      for (const id of ids) {
        const others = doubles.get(id) ?? new Set<string>();
        for (const other of ids) if (other !== id) others.add(other);
        doubles.set(id, others);
      }
  return new Map([...doubles].map(([id, others]) => [id, [...others]]));
}

export type Judged = {
  score: number;
  missing: ProfileField[];
  position: 'district' | 'subdistrict' | null;
  doubles: readonly string[];
  touchedAt: Date;
  problems: ReadonlySet<HealthProblem>;
};

/**
 * What is wrong with a profile on an instant. What somebody has confirmed since the last change counts as right where a
 * rule can only suspect: a number, a position, a double.
 */
export function judgeProfile(
  facts: ProfileFacts,
  { places, doubles, instant }: { places: Places; doubles: readonly string[]; instant: Date },
): Judged {
  const { changedAt, checkedAt } = facts;
  const confirmed = checkedAt !== null && checkedAt >= changedAt;
  const touchedAt = confirmed ? checkedAt : changedAt;
  const position = positionProblem(facts, places);
  const { score, missing } = completeness(facts);
  const found: Record<HealthProblem, boolean> = {
    profile: score < COMPLETE_ENOUGH,
    hours: facts.counts.hours === 0,
    phone: !confirmed && isPhoneWrong(facts.phone),
    position: !confirmed && position !== null,
    duplicate: !confirmed && doubles.length > 0,
    stale: touchedAt.getTime() < instant.getTime() - STALE_DAYS * DAY_MS,
  };
  const problems = new Set((Object.keys(found) as HealthProblem[]).filter((problem) => found[problem]));
  return { score, missing, position, doubles, touchedAt, problems };
}
