import { useTranslations } from 'next-intl';

export type Crumb = { href: string; label: React.ReactNode };
type Props = { trail: readonly Crumb[]; current: React.ReactNode };

/** The way down to this page; `trail` holds the pages above it, outermost first. */
export function Breadcrumbs({ trail, current }: Props) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumbs')} className="no-print text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-x-1">
        {trail.map((crumb) => (
          <li key={crumb.href} className="flex items-center gap-x-1">
            <a href={crumb.href} className="inline-flex min-h-11 items-center text-link">
              {crumb.label}
            </a>
            <span aria-hidden="true">›</span>
          </li>
        ))}
        <li aria-current="page" className="inline-flex min-h-11 items-center">
          {current}
        </li>
      </ol>
    </nav>
  );
}
