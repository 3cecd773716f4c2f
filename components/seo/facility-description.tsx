import { useLocale, useTranslations } from 'next-intl';
import { env } from '@/lib/core/env';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { FacilityDetail } from '@/lib/public-directory/views-schema';
import { JsonLd } from './json-ld';
import { breadcrumbJsonLd, facilityJsonLd } from './schema-org';

type Props = { detail: Pick<FacilityDetail, 'facility' | 'district' | 'centre' | 'techniques'> };

/** A facility page for search engines: the place itself and the way down to it. */
export function FacilityDescription({ detail }: Props) {
  const locale = useLocale();
  const t = useTranslations('facility');
  const term = useTranslations('terms');
  const origin = useTranslations('ui.origin');
  const { facility, district, centre, techniques } = detail;
  const named = (item: { name: string; nameEn: string }) => inLocale(locale, item.name, item.nameEn);
  const at = (path: string) => env().siteUrl + localePath(locale, path);
  const url = at(`/facilities/${facility.id}`);
  return (
    <>
      <JsonLd
        data={facilityJsonLd({
          locale,
          url,
          facility,
          districtName: named(district),
          cityName: t('city'),
          techniques,
          featureNames: facility.features.map((feature) => ({ feature, name: term(`feature.${feature}`) })),
          parent: centre && { name: named(centre), url: at(`/facilities/${centre.id}`) },
          note: facility.origin === 'demonstration' ? origin('demonstration.explanation') : null,
        })}
      />
      <JsonLd
        data={breadcrumbJsonLd([
          { name: t('city'), url: at('/') },
          { name: term(`allianceFull.${facility.alliance}`), url: at(`/alliances/${facility.alliance}`) },
          { name: named(district), url: at(`/districts/${district.code}`) },
          ...(centre ? [{ name: named(centre), url: at(`/facilities/${centre.id}`) }] : []),
          { name: named(facility), url },
        ])}
      />
    </>
  );
}
