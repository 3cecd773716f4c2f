import { useTranslations } from 'next-intl';
import { DemonstrationBanner } from '@/components/layout/demonstration-banner';
import { MAIN_ID } from '@/components/layout/public-shell';
import { SiteFooter } from '@/components/layout/site-footer';
import { WorkspaceHeader, type WorkspaceHeaderProps } from './workspace-header';

type Props = WorkspaceHeaderProps & {
  demonstration: boolean;
  idleWarning: React.ReactNode;
  children: React.ReactNode;
};

/** What surrounds every page of the workspace; the page itself is the content of `main`. */
export function WorkspaceShell({ demonstration, idleWarning, children, ...header }: Props) {
  const t = useTranslations('layout');
  return (
    <>
      <a
        href={`#${MAIN_ID}`}
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-accent focus:px-5 focus:py-3 focus:text-on-accent"
      >
        {t('skip')}
      </a>
      <WorkspaceHeader {...header} />
      {demonstration && <DemonstrationBanner />}
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 pt-3">
        {children}
      </main>
      {idleWarning}
      <SiteFooter signedIn />
    </>
  );
}
