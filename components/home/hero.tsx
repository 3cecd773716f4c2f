import { useLocale, useTranslations } from 'next-intl';
import { SearchBox } from '@/components/search/search-box';
import { NO_SEARCH_VALUES } from '@/components/search/search-values';
import type { OptionGroup } from '@/components/ui/option-markup';
import { localePath } from '@/lib/i18n/locales';

const EXAMPLES = ['knee', 'sleep', 'back', 'neck', 'acupuncture', 'tuina', 'cough'] as const;

/** What to do here, in one screen: the one box, and questions that others ask. */
export function Hero({ places }: { places: readonly OptionGroup[] }) {
  const t = useTranslations('home');
  const locale = useLocale();
  const action = localePath(locale, '/services');
  return (
    <div className="mt-2 rounded-2xl border border-line bg-surface p-4 sm:p-8">
      <h1 className="mb-3 text-2xl sm:text-3xl">{t('heading')}</h1>
      <search>
        <form method="get" action={action}>
          <SearchBox values={NO_SEARCH_VALUES} places={places} prominent />
        </form>
      </search>
      <nav aria-label={t('examples.label')} className="mt-3 flex flex-wrap items-center gap-2">
        <span className="text-sm text-ink-soft">{t('examples.label')}</span>
        <ul className="flex flex-wrap gap-2">
          {EXAMPLES.map((example) => {
            const words = t(`examples.${example}`);
            return (
              <li key={example}>
                <a
                  href={`${action}?q=${encodeURIComponent(words)}`}
                  className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-paper px-4 no-underline hover:border-accent hover:text-accent"
                >
                  {words}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
    </div>
  );
}
