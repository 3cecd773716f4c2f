import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { localePath } from '@/lib/i18n/locales';
import { LocaleSwitch } from './locale-switch';
import { LogoMark } from './logo-mark';
import { currentState, MAIN_NAVIGATION, type NavigationItem } from './navigation';
import { SeniorSwitch } from './senior-switch';

type Props = { currentPath: string; senior: boolean; seniorAction: (form: FormData) => Promise<void> };

/** Name, ways through, language and senior mode; on narrow screens the ways fold into a menu that needs no scripts. */
export function SiteHeader({ currentPath, senior, seniorAction }: Props) {
  const t = useTranslations('layout');
  const locale = useLocale();
  const items: NavigationItem[] = MAIN_NAVIGATION.map(({ key, path }) => {
    const href = localePath(locale, path);
    return { key, href, label: t(`nav.${key}`), current: currentState(href, currentPath) };
  });

  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2">
        <a
          href={localePath(locale, '/')}
          className="inline-flex min-h-12 w-full min-w-0 items-center gap-2.5 font-semibold no-underline sm:w-auto"
        >
          <LogoMark />
          <span className="leading-snug">{t('name')}</span>
        </a>
        <details className="lg:hidden open:w-full">
          <summary className="flex min-h-11 list-none items-center gap-2 senior:min-h-12 [&::-webkit-details-marker]:hidden">
            <Icon name="menu" />
            {t('nav.menu')}
          </summary>
          <nav aria-label={t('nav.label')}>
            <NavigationList items={items} look="grid border-t border-line py-1" />
          </nav>
        </details>
        <nav aria-label={t('nav.label')} className="order-last hidden w-full lg:block xl:order-none xl:w-auto">
          <NavigationList items={items} look="flex flex-wrap gap-x-1" />
        </nav>
        <div className="ms-auto flex items-center gap-1">
          <LocaleSwitch currentPath={currentPath} />
          <SeniorSwitch on={senior} currentPath={currentPath} action={seniorAction} />
        </div>
      </div>
    </header>
  );
}

function NavigationList({ items, look }: { items: readonly NavigationItem[]; look: string }) {
  return (
    <ul className={look}>
      {items.map((item) => (
        <li key={item.key}>
          <a
            href={item.href}
            aria-current={item.current}
            className="flex min-h-12 items-center rounded-lg px-3 no-underline hover:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
          >
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  );
}
