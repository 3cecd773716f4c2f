import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Icon } from '@/components/ui/icon';
import type { CivilDate } from '@/lib/core/dates';
import { MAP_APPS, mapLinks } from '@/lib/core/map-links';
import { inLocale } from '@/lib/i18n/locales';
import type { FacilityDetail } from '@/lib/public-directory/views-schema';
import { OpeningText } from './opening-text';
import { PhoneLink } from './phone-link';

type Props = { detail: FacilityDetail; today: CivilDate };

/** What a person needs to get there: open now or not, telephone, address, and the place in a map app. */
export function Reach({ detail, today }: Props) {
  const t = useTranslations('facility.reach');
  const terms = useTranslations('terms.exactness');
  const locale = useLocale();
  const { facility, opening, subdistrict, positions } = detail;
  const address = inLocale(locale, facility.address, facility.addressEn);
  const links = mapLinks({ name: facility.name, address: facility.address, ...positions });

  return (
    <Card>
      <DescriptionList
        items={[
          {
            key: 'now',
            term: t('now'),
            description: facility.status === 'operating' ? <OpeningText opening={opening} today={today} /> : null,
          },
          {
            key: 'phone',
            // as high as the link beside it
            term: facility.phone ? (
              <span className="sm:inline-flex sm:min-h-11 sm:items-center">{t('phone')}</span>
            ) : (
              t('phone')
            ),
            description: facility.phone ? <PhoneLink phone={facility.phone} /> : t('noPhone'),
          },
          {
            key: 'address',
            term: t('address'),
            description: (
              <>
                {address ?? t('noAddress')}
                {locale === 'en' && facility.address && (
                  <span lang="zh-CN" className="block text-ink-soft">
                    {facility.address}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'subdistrict',
            term: t('subdistrict'),
            description: subdistrict && inLocale(locale, subdistrict.name, subdistrict.nameEn),
          },
        ]}
      />
      {facility.exactness !== 'building' && (
        <p className="mt-3 flex gap-2 text-sm text-ink-soft">
          <Icon name="info" className="mt-0.5 size-[1.2em]" />
          {t('distanceNote', { exactness: terms(facility.exactness) })}
        </p>
      )}
      <nav aria-label={t('openIn')} className="no-print mt-3">
        <p className="text-ink-soft">{t('openIn')}</p>
        <ul className="flex flex-wrap gap-x-5">
          {MAP_APPS.map((app) => (
            <li key={app}>
              <a
                href={links[app]}
                rel="external noopener"
                className="inline-flex min-h-11 items-center gap-1.5 text-link"
              >
                {t(`maps.${app}`)}
                <Icon name="external" className="size-[1em]" />
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </Card>
  );
}
