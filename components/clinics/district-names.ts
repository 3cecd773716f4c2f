import { inLocale, type Locale } from '@/lib/i18n/locales';

/** District names by code in the reader's language, for lists that know their districts by code only. */
export function districtNames(
  districts: readonly { code: string; name: string; nameEn: string }[],
  locale: Locale,
): ReadonlyMap<string, string> {
  return new Map(districts.map(({ code, name, nameEn }) => [code, inLocale(locale, name, nameEn)]));
}
