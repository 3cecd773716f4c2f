import { useLocale, useTranslations } from 'next-intl';
import { filteredListPath, listQueryPath } from '@/components/session-list/list-paths';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import type { RecordPlace } from '@/lib/clinic-sessions/page-schema';
import { inLocale } from '@/lib/i18n/locales';

/** The way down to a record: city, alliance, district, centre, clinic, each with its own list of records. */
export function RecordWay({ place, current }: { place: RecordPlace; current: React.ReactNode }) {
  const t = useTranslations('session-list');
  const term = useTranslations('terms');
  const locale = useLocale();
  const { alliance, district, centre, clinic } = place;
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  return (
    <Breadcrumbs
      trail={[
        { href: listQueryPath(locale, ''), label: t('record.city') },
        ...(alliance
          ? [{ href: filteredListPath(locale, { alliance }), label: term(`allianceFull.${alliance}`) }]
          : []),
        { href: filteredListPath(locale, { district: district.id }), label: named(district) },
        { href: filteredListPath(locale, { centre: centre.id }), label: named(centre) },
        { href: filteredListPath(locale, { clinic: clinic.id }), label: named(clinic) },
      ]}
      current={current}
    />
  );
}
