import { getTranslations } from 'next-intl/server';
import type { SearchChoices } from '@/components/search/search-values';
import { inLocale, type Locale } from '@/lib/i18n/locales';
import type { SearchCatalogue } from '@/lib/public-directory/search-catalogue';

// the same for everybody until the directory changes
const known = new WeakMap<SearchCatalogue, Map<Locale, Promise<SearchChoices>>>();

/** What the search form offers, named in a language. */
export function searchChoices(catalogue: SearchCatalogue, locale: Locale): Promise<SearchChoices> {
  const byLocale = known.get(catalogue) ?? new Map<Locale, Promise<SearchChoices>>();
  known.set(catalogue, byLocale);
  const made = byLocale.get(locale) ?? makeChoices(catalogue, locale);
  byLocale.set(locale, made);
  return made;
}

async function makeChoices(catalogue: SearchCatalogue, locale: Locale): Promise<SearchChoices> {
  const t = await getTranslations('search.box');
  const named = (item: { name: string; nameEn: string }) => inLocale(locale, item.name, item.nameEn);
  const departments = [...new Set(catalogue.conditions.map(({ department }) => department))];
  return {
    places: catalogue.districts.map(({ district, subdistricts }) => ({
      label: named(district),
      options: [
        { value: district.code, label: t('wholeDistrict', { district: named(district) }) },
        ...subdistricts.map((subdistrict) => ({ value: subdistrict.code, label: named(subdistrict) })),
      ],
    })),
    techniques: catalogue.techniques.map((technique) => ({ value: technique.code, label: named(technique) })),
    conditions: departments.map((department) => {
      const conditions = catalogue.conditions.filter((condition) => condition.department === department);
      return {
        label: inLocale(locale, department, conditions[0]?.departmentEn ?? null),
        options: conditions.map((condition) => ({ value: condition.code, label: named(condition) })),
      };
    }),
  };
}

/** The name of a subdistrict or landmark by its code, null when there is none. */
export function placeName(catalogue: SearchCatalogue, code: string | null, locale: Locale): string | null {
  if (code === null) return null;
  const place =
    catalogue.landmarks.find(({ id }) => id === code) ??
    catalogue.districts.flatMap(({ subdistricts }) => subdistricts).find((subdistrict) => subdistrict.code === code);
  return place ? inLocale(locale, place.name, place.nameEn) : null;
}
