import { getTranslations } from 'next-intl/server';
import type { FilterChip } from '@/components/search/filter-chips';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import { type AddressChange, type PageQuery, searchAddress } from '@/lib/public-directory/page-query';
import type { SearchCatalogue } from '@/lib/public-directory/search-catalogue';
import { placeName } from './search-choices';

type Item = { key: string; label: string; change: AddressChange };

/** What takes every filter off and leaves the question and the place. */
export const NO_FILTERS: AddressChange = {
  when: null,
  kinds: [],
  technique: null,
  condition: null,
  district: null,
  alliance: null,
  expertThisWeek: false,
  features: [],
  radiusMetres: null,
};

/** The filters of a search in words, each with the address of the search without it. */
export async function filterChips(
  page: PageQuery,
  catalogue: SearchCatalogue,
  locale: Locale,
  path: string,
): Promise<FilterChip[]> {
  const [t, terms] = await Promise.all([getTranslations('search.filters'), getTranslations('terms')]);
  const { query } = page;
  const items: Item[] = [];
  const nameOf = (records: readonly { code: string; name: string; nameEn: string }[], code: string) => {
    const found = records.find((record) => record.code === code);
    return found ? inLocale(locale, found.name, found.nameEn) : code;
  };

  if (query.near) {
    const label = placeName(catalogue, page.place, locale) ?? t('near');
    items.push({ key: 'origin', label, change: { origin: null } });
  }
  if (query.district) {
    const districts = catalogue.districts.map(({ district }) => district);
    items.push({ key: 'district', label: nameOf(districts, query.district), change: { district: null } });
  }
  if (query.alliance) {
    items.push({ key: 'alliance', label: terms(`allianceFull.${query.alliance}`), change: { alliance: null } });
  }
  if (query.open) {
    const [day = '', half = ''] = query.open.split('-');
    const label =
      query.open === 'now'
        ? terms('openNow')
        : t('slot', { day: terms(`slotDay.${day}`), half: terms(`half.${half}`) });
    items.push({ key: 'when', label, change: { when: null } });
  }
  for (const kind of query.kinds) {
    const kinds = query.kinds.filter((other) => other !== kind);
    items.push({ key: kind, label: terms(`kind.${kind}`), change: { kinds } });
  }
  if (query.technique) {
    items.push({
      key: 'technique',
      label: nameOf(catalogue.techniques, query.technique),
      change: { technique: null },
    });
  }
  if (query.condition) {
    items.push({
      key: 'condition',
      label: nameOf(catalogue.conditions, query.condition),
      change: { condition: null },
    });
  }
  if (query.expertThisWeek) items.push({ key: 'expert', label: t('expertWeek'), change: { expertThisWeek: false } });
  for (const feature of query.features) {
    const features = query.features.filter((other) => other !== feature);
    items.push({ key: feature, label: terms(`feature.${feature}`), change: { features } });
  }
  if (query.radiusMetres !== null) {
    const value = query.radiusMetres;
    const label = value < 1000 ? t('metres', { value }) : t('kilometres', { value: value / 1000 });
    items.push({ key: 'radius', label, change: { radiusMetres: null } });
  }
  return items.map(({ key, label, change }) => ({ key, label, removeHref: `${path}${searchAddress(page, change)}` }));
}
