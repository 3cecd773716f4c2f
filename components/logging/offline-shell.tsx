import { useTranslations } from 'next-intl';
import { LogoMark } from '@/components/layout/logo-mark';
import { MAIN_ID } from '@/components/layout/public-shell';

/** What surrounds the page without a network: no menus, for none of them would lead anywhere. */
export function OfflineShell({ children }: { children: React.ReactNode }) {
  const t = useTranslations('layout');
  const logging = useTranslations('logging.offline');
  return (
    <>
      <header className="border-b border-line bg-surface">
        <p className="mx-auto flex min-h-14 max-w-6xl items-center gap-2.5 px-4 py-2 font-semibold">
          <LogoMark />
          {t('shortName')}
        </p>
      </header>
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-6xl grow px-4 pt-3 pb-16">
        {children}
        <p className="mt-6 scripting:hidden">{logging('noScript')}</p>
      </main>
    </>
  );
}
