import { useLocale, useTranslations } from 'next-intl';
import { LocaleSwitch } from '@/components/layout/locale-switch';
import { LogoMark } from '@/components/layout/logo-mark';
import { SeniorSwitch } from '@/components/layout/senior-switch';
import { Icon } from '@/components/ui/icon';
import { localePath } from '@/lib/i18n/locales';
import { PersonMenu, type PersonMenuProps } from './person-menu';
import { SectionBar, SectionMenu, SectionTabs } from './section-links';
import type { WorkspaceSection } from './sections';

export type WorkspaceHeaderProps = PersonMenuProps & {
  currentPath: string;
  senior: boolean;
  seniorAction: (form: FormData) => Promise<void>;
  sections: readonly WorkspaceSection[];
};

/** Where one may go, who one is, and the way out; the menus of narrow screens need no scripts. */
export function WorkspaceHeader({ currentPath, senior, seniorAction, sections, ...person }: WorkspaceHeaderProps) {
  const t = useTranslations('workspace');
  const layout = useTranslations('layout');
  const locale = useLocale();

  return (
    <>
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2 lg:pb-0">
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
            <SectionMenu sections={sections} currentPath={currentPath} />
          </details>
          <div className="flex flex-wrap items-center gap-1 lg:ms-auto">
            <LocaleSwitch currentPath={currentPath} />
            <SeniorSwitch on={senior} currentPath={currentPath} action={seniorAction} />
          </div>
          <PersonMenu {...person} />
          <SectionBar sections={sections} currentPath={currentPath} />
        </div>
      </header>
      <SectionTabs sections={sections} currentPath={currentPath} />
    </>
  );
}
