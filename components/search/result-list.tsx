import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Pager } from '@/components/ui/pager';
import type { CivilDate } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';
import type { FacilityRow } from '@/lib/public-directory/schema';
import { ResultRow } from './result-row';

export type SortLink = { key: string; href: string; current: boolean };

type Props = {
  rows: readonly FacilityRow[];
  total: number;
  today: CivilDate;
  sorts: readonly SortLink[];
  firstHref: string | null;
  nextHref: string | null;
  mapToggle: { href: string; shown: boolean } | null;
};

/** The results as a numbered list, with how many there are, their order, and the way to more. */
export function ResultList({ rows, total, today, sorts, firstHref, nextHref, mapToggle }: Props) {
  const t = useTranslations('search.results');
  const map = useTranslations('search.map');
  const terms = useTranslations('terms.sort');
  return (
    <section aria-labelledby="results" className="mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line-strong pb-2">
        <h2 id="results" className="text-xl">
          {t('heading')} <span className="text-base font-normal text-ink-soft">{t('total', { total })}</span>
        </h2>
        {mapToggle && (
          <ButtonLink href={mapToggle.href}>
            <Icon name="map" />
            {mapToggle.shown ? map('hide') : map('show')}
          </ButtonLink>
        )}
        {sorts.length > 1 && (
          <nav aria-label={t('sort')} className="no-print w-full">
            <ul className="flex flex-wrap gap-x-5">
              {sorts.map((sort) => (
                <li key={sort.key}>
                  <a
                    href={sort.href}
                    aria-current={sort.current ? 'true' : undefined}
                    className={classNames(
                      'inline-flex min-h-11 items-center',
                      sort.current ? 'border-b-2 border-accent font-semibold text-accent' : 'text-link',
                    )}
                  >
                    {terms(sort.key)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
      <ol>
        {rows.map((row, index) => (
          <ResultRow key={row.facility.id} row={row} number={index + 1} today={today} />
        ))}
      </ol>
      <Pager label={t('page')} previousHref={firstHref} nextHref={nextHref} previous={t('first')} next={t('next')} />
    </section>
  );
}

/** When really nothing was found: what to do next, never a dead end. */
export function NoResults({ openQuestionHref, examples }: { openQuestionHref: string; examples: readonly string[] }) {
  const t = useTranslations('search');
  const locale = useLocale();
  return (
    <section aria-labelledby="results" className="mt-6">
      <h2 id="results" className="text-xl">
        {t('results.none')}
      </h2>
      <p className="mt-2">{t('results.noneHelp')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-5" aria-label={t('suggestions')}>
        <li>
          <a href={openQuestionHref} className="inline-flex min-h-11 items-center text-link">
            {t('filters.clear')}
          </a>
        </li>
        {examples.map((example) => (
          <li key={example}>
            <a
              href={`${localePath(locale, '/services')}?q=${encodeURIComponent(example)}`}
              className="inline-flex min-h-11 items-center text-link"
            >
              {example}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
