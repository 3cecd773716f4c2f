import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { PlaceName } from '@/components/facility/place-name';
import { ALLIANCE_LOOKS, AllianceShape } from '@/components/layout/alliance-mark';
import { classNames } from '@/components/ui/class-names';
import { localePath } from '@/lib/i18n/locales';
import type { AllianceView } from '@/lib/public-directory/views-schema';

const COUNTS = ['centres', 'stations', 'clinics', 'experts'] as const;

/** One alliance in a card: its mark and colour, lead hospital, districts and figures. */
export function AllianceCard({ view }: { view: AllianceView }) {
  const t = useTranslations('alliances');
  const term = useTranslations('terms');
  const locale = useLocale();
  const format = useFormatter();
  const { alliance, leadHospital, districts, counts } = view;
  const look = ALLIANCE_LOOKS[alliance.code];
  return (
    <li className={classNames('rounded-xl border border-t-4 bg-surface p-4 sm:p-5', look.border)}>
      <h2 className={classNames('flex items-center gap-2 text-xl', look.text)}>
        <AllianceShape alliance={alliance.code} />
        <a
          href={localePath(locale, `/alliances/${alliance.code}`)}
          className="py-1 underline underline-offset-4 hover:decoration-2"
        >
          {term(`allianceFull.${alliance.code}`)}
        </a>
      </h2>
      {leadHospital && (
        <p className="mt-1">
          <span className="text-ink-soft">{t('leadHospital')}</span>{' '}
          <a href={localePath(locale, `/facilities/${leadHospital.id}`)} className="text-link">
            <PlaceName name={leadHospital.name} nameEn={leadHospital.nameEn} />
          </a>
        </p>
      )}
      <ul className="mt-3 flex flex-wrap gap-x-4" aria-label={t('districts')}>
        {districts.map((district) => (
          <li key={district.code}>
            <a
              href={localePath(locale, `/districts/${district.code}`)}
              className="inline-flex min-h-11 items-center text-link"
            >
              <PlaceName name={district.name} nameEn={district.nameEn} />
            </a>
          </li>
        ))}
      </ul>
      <dl className="mt-2 grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4">
        {COUNTS.map((count) => (
          <div key={count} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-ink-soft">{t(`short.${count}`)}</dt>
            <dd className="text-xl font-semibold">{format.number(counts[count])}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
