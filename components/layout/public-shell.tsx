import { useTranslations } from 'next-intl';
import { DemonstrationBanner } from './demonstration-banner';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

export const MAIN_ID = 'main';

type Props = {
  currentPath: string;
  senior: boolean;
  seniorAction: (form: FormData) => Promise<void>;
  /** true while people, stations, sessions or figures on these pages are made up */
  demonstration: boolean;
  children: React.ReactNode;
};

/** What surrounds every residents' page; the page itself is the content of `main`. */
export function PublicShell({ currentPath, senior, seniorAction, demonstration, children }: Props) {
  const t = useTranslations('layout');
  return (
    <>
      <a
        href={`#${MAIN_ID}`}
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-accent focus:px-5 focus:py-3 focus:text-on-accent"
      >
        {t('skip')}
      </a>
      <SiteHeader currentPath={currentPath} senior={senior} seniorAction={seniorAction} />
      {demonstration && <DemonstrationBanner />}
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 pt-3">
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
