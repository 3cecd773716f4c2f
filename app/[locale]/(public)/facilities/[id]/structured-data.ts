import { getLocale, getTranslations } from 'next-intl/server';
import { env } from '@/lib/core/env';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { breadcrumbJsonLd, facilityJsonLd, type JsonLdDocument } from '@/lib/public-directory/json-ld';
import type { FacilityDetail } from '@/lib/public-directory/schema';

/** What search engines are told of a place: the place itself and the way down to it. */
export async function facilityDescriptions(detail: FacilityDetail): Promise<JsonLdDocument[]> {
  const [t, terms, origins, locale] = await Promise.all([
    getTranslations('facility'),
    getTranslations('terms'),
    getTranslations('ui.origin'),
    getLocale(),
  ]);
  const { facility, district, centre, techniques } = detail;
  const named = (item: { name: string; nameEn: string }) => inLocale(locale, item.name, item.nameEn);
  const at = (path: string) => `${env().siteUrl}${localePath(locale, path)}`;
  const url = at(`/facilities/${facility.id}`);
  return [
    facilityJsonLd({
      locale,
      url,
      facility,
      districtName: named(district),
      cityName: t('city'),
      techniques,
      featureNames: facility.features.map((feature) => ({ feature, name: terms(`feature.${feature}`) })),
      parent: centre && { name: named(centre), url: at(`/facilities/${centre.id}`) },
      note: facility.origin === 'demonstration' ? origins('demonstration.explanation') : null,
    }),
    breadcrumbJsonLd([
      { name: t('city'), url: at('/alliances') },
      { name: terms(`allianceFull.${facility.alliance}`), url: at(`/alliances/${facility.alliance}`) },
      { name: named(district), url: at(`/districts/${district.code}`) },
      ...(centre ? [{ name: named(centre), url: at(`/facilities/${centre.id}`) }] : []),
      { name: named(facility), url },
    ]),
  ];
}
