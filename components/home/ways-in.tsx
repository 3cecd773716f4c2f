import { useLocale, useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/ui/icon';
import { Section } from '@/components/ui/section';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { TechniqueView } from '@/lib/public-directory/views-schema';

/** The techniques most places offer are the ones most people ask for. */
const TECHNIQUES_SHOWN = 8;

const WAYS = [
  { key: 'condition', path: '/conditions', icon: 'search' },
  { key: 'calendar', path: '/calendar', icon: 'calendar' },
  { key: 'openNow', path: '/services?when=now', icon: 'clock' },
] as const satisfies readonly { key: string; path: string; icon: IconName }[];

/** Quick ways in for those who would rather choose than type. */
export function WaysIn({ techniques }: { techniques: readonly TechniqueView[] }) {
  const t = useTranslations('home.ways');
  const locale = useLocale();
  const common = techniques.toSorted((a, b) => b.facilityCount - a.facilityCount).slice(0, TECHNIQUES_SHOWN);
  return (
    <Section id="ways" title={t('title')}>
      <ul className="grid gap-3 sm:grid-cols-3">
        {WAYS.map(({ key, path, icon }) => (
          <li key={key}>
            <a
              href={localePath(locale, path)}
              className="flex h-full items-start gap-3 rounded-xl border border-line bg-surface p-4 no-underline hover:border-accent"
            >
              <Icon name={icon} className="mt-0.5 size-[1.4em] text-accent" />
              <span>
                <span className="font-semibold text-accent underline underline-offset-4">{t(key)}</span>
                <span className="block text-sm text-ink-soft">{t(`${key}Text`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      {common.length > 0 && (
        <nav aria-labelledby="ways-techniques" className="mt-4">
          <h3 id="ways-techniques" className="mb-2 text-lg">
            {t('technique')}
          </h3>
          <ul className="flex flex-wrap gap-2">
            {common.map(({ technique }) => (
              <li key={technique.code}>
                <a
                  href={`${localePath(locale, '/services')}?technique=${technique.code}`}
                  className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-4 no-underline hover:border-accent hover:text-accent"
                >
                  {inLocale(locale, technique.name, technique.nameEn)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Section>
  );
}
