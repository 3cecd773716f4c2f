import type { SortLink } from '@/components/search/result-list';
import type { SearchValues } from '@/components/search/search-values';
import { nearText, type PageQuery, searchAddress } from '@/lib/public-directory/page-query';
import { SORTS } from '@/lib/public-directory/schema';

/** A search as the form shows it. */
export function searchValues({ query, place, map }: PageQuery): SearchValues {
  return {
    q: query.q ?? '',
    near: place === null && query.near ? nearText(query.near) : '',
    place: place ?? query.district ?? '',
    when: query.open ?? '',
    kinds: query.kinds,
    technique: query.technique ?? '',
    condition: query.condition ?? '',
    alliance: query.alliance ?? '',
    expertThisWeek: query.expertThisWeek,
    features: query.features,
    radius: query.radiusMetres === null ? '' : String(query.radiusMetres),
    sort: query.sort ?? '',
    map,
  };
}

/** The orders that make sense for a search: by distance only from somewhere, by relevance only to a question. */
export function sortLinks(page: PageQuery, measured: boolean, path: string): SortLink[] {
  const { q, sort } = page.query;
  const usual = measured ? 'distance' : q === null ? 'session' : 'relevance';
  const offered = SORTS.filter((key) => (key === 'distance' ? measured : key === 'relevance' ? q !== null : true));
  return offered.map((key) => ({
    key,
    href: `${path}${searchAddress(page, { sort: key })}`,
    current: key === (sort !== null && offered.includes(sort) ? sort : usual),
  }));
}
