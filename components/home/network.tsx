import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { markOf } from '@/components/alliances/figures';
import { PublishedTotals } from '@/components/alliances/network-figures';
import { ALLIANCE_LOOKS, AllianceShape } from '@/components/layout/alliance-mark';
import { classNames } from '@/components/ui/class-names';
import { OriginMark } from '@/components/ui/origin-mark';
import { Section } from '@/components/ui/section';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { AllianceView, NetworkFigure, NetworkTotals } from '@/lib/public-directory/views-schema';

const COUNTS = [
  { count: 'centres', figure: 'centres' },
  { count: 'stations', figure: 'stations' },
  { count: 'clinics', figure: 'joint_clinics' },
] as const;

/** The four alliances in figures: what is published for the city, and what this directory holds of each. */
export function Network({ totals }: { totals: NetworkTotals }) {
  const t = useTranslations('home.network');
  const districts = totals.alliances.reduce((sum, view) => sum + view.districts.length, 0);
  return (
    <Section id="network" title={t('title')}>
      <p className="text-ink-soft">{t('lead', { districts })}</p>
      <h3 className="mt-4 mb-2 text-lg">{t('publishedTitle')}</h3>
      <PublishedTotals figures={totals.figures} />
      <p className="mt-5 mb-3 text-ink-soft">{t('countedHere')}</p>
      <ul className="grid gap-3 md:grid-cols-2">
        {totals.alliances.map((view) => (
          <AllianceFigures key={view.alliance.code} view={view} figures={totals.figures} />
        ))}
      </ul>
    </Section>
  );
}

function AllianceFigures({ view, figures }: { view: AllianceView; figures: readonly NetworkFigure[] }) {
  const t = useTranslations('home.network');
  const terms = useTranslations('terms');
  const locale = useLocale();
  const format = useFormatter();
  const { alliance, leadHospital, districts, counts } = view;
  const look = ALLIANCE_LOOKS[alliance.code];
  return (
    <li className={classNames('flex flex-col rounded-xl border border-t-4 bg-surface p-4', look.border)}>
      <h3 className={classNames('flex items-center gap-2 text-lg', look.text)}>
        <AllianceShape alliance={alliance.code} />
        <a href={localePath(locale, `/alliances/${alliance.code}`)} className="py-1 underline underline-offset-4">
          {terms(`allianceFull.${alliance.code}`)}
        </a>
      </h3>
      <p className="mt-1 text-sm text-ink-soft">
        {t('districts', { count: districts.length })}
        {leadHospital && (
          <>
            {' · '}
            {t('leadHospital')}{' '}
            <a href={localePath(locale, `/facilities/${leadHospital.id}`)} className="inline-block py-0.5 text-link">
              {inLocale(locale, leadHospital.name, leadHospital.nameEn)}
            </a>
          </>
        )}
      </p>
      <dl className="mt-3 grid gap-1">
        {COUNTS.map(({ count, figure }) => (
          <div key={count} className="flex flex-wrap items-baseline gap-x-2">
            <dt className="order-2">{t(count)}</dt>
            <dd className="order-1 min-w-[2.5em] text-xl font-semibold">{format.number(counts[count])}</dd>
            <dd className="order-3 ms-auto">
              <OriginMark origin={markOf(figures, figure)} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
