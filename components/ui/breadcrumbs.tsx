import { useTranslations } from 'next-intl';

export type Crumb = { href: string; label: React.ReactNode };
type Props = { trail: readonly Crumb[]; current: React.ReactNode };

/** The way down to this page; `trail` holds the pages above it, outermost first. */
export function Breadcrumbs({ trail, current }: Props) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumbs')} className="no-print text-sm text-ink-soft">
      {/* a line of text that breaks where it ends: boxes side by side would leave a mark alone at the end of one */}
      <ol>
        {trail.map((crumb) => (
          <li key={crumb.href} className="inline">
            <a href={crumb.href} className="inline-block py-2.5 text-link">
              {crumb.label}
            </a>
            <span aria-hidden="true" className="mx-1">
              ›
            </span>
          </li>
        ))}
        <li aria-current="page" className="inline">
          {current}
        </li>
      </ol>
    </nav>
  );
}
