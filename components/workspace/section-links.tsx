import { useLocale, useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { localePath } from '@/lib/i18n/locales';
import { type SectionShown, sectionsShown, type WorkspaceSection } from './sections';

type Props = { sections: readonly WorkspaceSection[]; currentPath: string };

const LINK =
  'flex min-h-12 items-center rounded-lg px-3 no-underline hover:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent';

function useSections({ sections, currentPath }: Props) {
  const t = useTranslations('workspace');
  const locale = useLocale();
  const shown = sectionsShown(sections, currentPath, (path) => localePath(locale, path));
  const nameOf = ({ key, alone }: SectionShown) => (alone ? t(`nav.${key}`) : t(`section.${key}`));
  return { t, shown, nameOf };
}

/** The sections in a line, for wide screens. */
export function SectionBar(props: Props) {
  const { t, shown, nameOf } = useSections(props);
  return (
    <nav aria-label={t('nav.label')} className="hidden w-full lg:block">
      <ul className="-mx-3 flex flex-wrap gap-x-1">
        {shown.map((section) => (
          <li key={section.key}>
            <a href={section.href} aria-current={section.current} className={LINK}>
              {nameOf(section)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Every link below the name of its section, for narrow screens. */
export function SectionMenu(props: Props) {
  const { t, shown, nameOf } = useSections(props);
  return (
    <nav aria-label={t('nav.label')}>
      <ul className="grid border-t border-line py-1">
        {shown.map((section) => (
          <li key={section.key} className="border-b border-line py-1 last:border-b-0">
            {!section.alone && <p className="px-3 pt-2 text-sm text-ink-soft">{nameOf(section)}</p>}
            <ul className={classNames(!section.alone && 'grid grid-cols-2 senior:grid-cols-1')}>
              {section.links.map(({ key, href, current }) => (
                <li key={key}>
                  <a href={href} aria-current={current} className={LINK}>
                    {t(`nav.${key}`)}
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The links of the section being shown, as tabs over its pages. */
export function SectionTabs(props: Props) {
  const { t, shown, nameOf } = useSections(props);
  const section = shown.find(({ current, alone }) => current !== undefined && !alone);
  if (!section) return null;
  return (
    <nav aria-label={nameOf(section)} className="no-print border-b border-line bg-surface">
      <ul className="mx-auto flex max-w-6xl flex-wrap gap-x-1 px-1">
        {section.links.map(({ key, href, current }) => (
          <li key={key}>
            <a
              href={href}
              aria-current={current}
              className={classNames(
                'inline-flex min-h-12 items-center border-b-3 px-3 no-underline',
                current
                  ? 'border-accent font-semibold text-accent'
                  : 'border-transparent text-ink-soft hover:border-line-strong hover:text-ink',
              )}
            >
              {t(`nav.${key}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
