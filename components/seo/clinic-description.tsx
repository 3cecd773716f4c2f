import { useLocale, useTranslations } from 'next-intl';
import { env } from '@/lib/core/env';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { ClinicDetail } from '@/lib/public-directory/views-schema';
import { JsonLd } from './json-ld';
import { clinicJsonLd } from './schema-org';

type Props = { detail: Pick<ClinicDetail, 'clinic' | 'centre' | 'hospital' | 'sessions'> };

/** A joint clinic page for search engines: the clinic, and its sessions as events. */
export function ClinicDescription({ detail }: Props) {
  const locale = useLocale();
  const origin = useTranslations('ui.origin');
  const { clinic, centre, hospital, sessions } = detail;
  const named = (item: { name: string; nameEn: string }) => inLocale(locale, item.name, item.nameEn);
  const at = (path: string) => env().siteUrl + localePath(locale, path);
  return (
    <JsonLd
      data={clinicJsonLd({
        locale,
        url: at(`/clinics/${clinic.id}`),
        name: named(clinic),
        centre: {
          name: named(centre),
          url: at(`/facilities/${centre.id}`),
          address: inLocale(locale, centre.address, centre.addressEn),
        },
        hospitalName: named(hospital),
        sessions,
        note: clinic.origin === 'demonstration' ? origin('demonstration.explanation') : null,
      })}
    />
  );
}
