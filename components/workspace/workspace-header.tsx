import { useLocale, useTranslations } from 'next-intl';
import { LocaleSwitch } from '@/components/layout/locale-switch';
import { LogoMark } from '@/components/layout/logo-mark';
import { nearestStates } from '@/components/layout/navigation';
import { SeniorSwitch } from '@/components/layout/senior-switch';
import { Icon } from '@/components/ui/icon';
import { localePath } from '@/lib/i18n/locales';
import { PersonMenu, type PersonMenuProps } from './person-menu';

export type WorkspaceLink = { key: string; path: string };

export type WorkspaceHeaderProps = PersonMenuProps & {
  currentPath: string;
  senior: boolean;
  seniorAction: (form: FormData) => Promise<void>;
  links: readonly WorkspaceLink[];
};

/** Where one may go, who one is, and the way out; the menus of narrow screens need no scripts. */
export function WorkspaceHeader({ currentPath, senior, seniorAction, links, ...person }: WorkspaceHeaderProps) {
  const t = useTranslations('workspace');
  const layout = useTranslations('layout');
  const locale = useLocale();
  const states = nearestStates(
    links.map(({ path }) => localePath(locale, path)),
    currentPath,
  );
  const list = (look: string) => (
    <ul className={look}>
      {links.map(({ key, path }) => {
        const href = localePath(locale, path);
        return (
          <li key={key}>
            <a
              href={href}
              aria-current={states.get(href)}
              className="flex min-h-12 items-center rounded-lg px-3 no-underline hover:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {t.has(`nav.${key}`) ? t(`nav.${key}`) : key}
            </a>
          </li>
        );
      })}
    </ul>
  );

  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
        <a
          href={localePath(locale, '/today')}
          className="inline-flex min-h-12 w-full min-w-0 items-center gap-2.5 font-semibold no-underline sm:w-auto"
        >
          <LogoMark />
          <span className="leading-snug">
            {layout('shortName')} · {t('name')}
          </span>
        </a>
        <details className="lg:hidden open:w-full">
          <summary className="flex min-h-11 list-none items-center gap-2 senior:min-h-12 [&::-webkit-details-marker]:hidden">
            <Icon name="menu" />
            {t('nav.menu')}
          </summary>
          <nav aria-label={t('nav.label')}>{list('grid border-t border-line py-1')}</nav>
        </details>
        <nav aria-label={t('nav.label')} className="hidden lg:block">
          {list('flex flex-wrap gap-x-1')}
        </nav>
        <div className="flex flex-wrap items-center gap-1">
          <LocaleSwitch currentPath={currentPath} />
          <SeniorSwitch on={senior} currentPath={currentPath} action={seniorAction} />
        </div>
        <PersonMenu {...person} />
      </div>
    </header>
  );
}
