import { distanceMetres, regionOf, type Wgs84 } from '@/lib/core/geo';
import type { DirectoryQuery, Match, Understanding } from '@/lib/public-directory/schema';
import type { Meaning } from './interpret';
import type { Filters } from './plan';
import { openFilterOf } from './time-words';

// How what a question says and what its parameters say go together.

/** What a parameter says goes before what the question says. */
export function filtersOf(query: DirectoryQuery, meaning: Meaning | null, now: Date): Filters {
  const said = meaning?.time ? openFilterOf(meaning.time, now) : null;
  return {
    technique: query.technique,
    condition: query.condition,
    district: query.district,
    alliance: query.alliance,
    kinds: query.kinds.length > 0 ? query.kinds : (meaning?.kinds ?? []),
    features: meaning?.features.length ? [...query.features, ...meaning.features] : query.features,
    open: query.open ?? said,
    expertThisWeek: query.expertThisWeek || (meaning?.expertThisWeek ?? false),
  };
}

/**
 * Where distance is measured from. A place the resident typed goes before the resident's own position: who stands in
 * one district and types another place wants to go there. A place that was only guessed from a misspelling does not.
 * Of several places with the name, the one nearest to the resident is meant.
 */
export function originOf(near: Wgs84 | null, meaning: Meaning | null): Understanding['origin'] {
  let named: { position: Wgs84; match: Match } | null = null;
  let best = Number.POSITIVE_INFINITY;
  for (const origin of meaning?.origins ?? []) {
    if (near && !origin.certain) continue;
    const distance = near ? distanceMetres(near, origin.position) : 0;
    if (distance < best) {
      best = distance;
      named = origin;
    }
  }
  if (named) return { position: named.position, label: named.match };
  return near && { position: near, label: null };
}

/** Nearest first where there is a place to measure from; who names an expert wants that expert's places first. */
export function sortOf(
  query: DirectoryQuery,
  meaning: Meaning | null,
  hasOrigin: boolean,
): 'distance' | 'session' | 'relevance' {
  if (query.sort !== null) return query.sort;
  if (!hasOrigin) return 'relevance';
  const namesExpert = meaning?.groups.some(({ entities }) => entities[0]?.entity.type === 'expert') ?? false;
  return namesExpert ? 'relevance' : 'distance';
}

/** Where a given position lies when it is not in Shanghai. */
export function outsideOf(near: Wgs84 | null): Understanding['outside'] {
  if (!near) return null;
  const region = regionOf(near);
  return region === 'shanghai' ? null : region;
}
