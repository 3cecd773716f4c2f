import { useLocale, useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { TextLink } from '@/components/ui/text-link';
import type { SavedViewListed } from '@/lib/clinic-sessions/saved-view-schema';
import { savedViewPath, viewsPath } from './list-paths';

type Props = {
  views: readonly SavedViewListed[];
  /** the list that is shown, as a view would keep it */
  query: string;
};

/** The views a person keeps, each leading to its list; the one that is open is marked. */
export function ViewLinks({ views, query }: Props) {
  const t = useTranslations('session-list.view');
  const locale = useLocale();
  if (views.length === 0) return null;
  return (
    <nav aria-label={t('title')} className="no-print">
      <ul className="flex flex-wrap items-center gap-2">
        {views.map((view) => (
          <li key={view.id}>
            <a
              href={savedViewPath(locale, view)}
              aria-current={view.query === query ? 'page' : undefined}
              className={classNames(
                'inline-flex min-h-11 items-center rounded-full border px-4 py-1 no-underline hover:underline',
                view.query === query
                  ? 'border-accent bg-accent-soft font-semibold text-accent'
                  : 'border-line-strong bg-surface text-ink',
              )}
            >
              {view.name}
            </a>
          </li>
        ))}
        <li>
          <TextLink href={viewsPath(locale)} className="inline-flex min-h-11 items-center px-2">
            {t('manage')}
          </TextLink>
        </li>
      </ul>
    </nav>
  );
}
