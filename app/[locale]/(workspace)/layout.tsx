import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { leave } from '@/app/[locale]/(auth)/sign-in/actions';
import { setSeniorMode } from '@/app/[locale]/actions';
import { isSenior, SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { IdleWarning } from '@/components/workspace/idle-warning.client';
import { WorkspaceShell } from '@/components/workspace/workspace-shell';
import { listOwnRoles } from '@/lib/auth/own-account-queries';
import { requireActor, requireSignedIn } from '@/lib/auth/require-actor';
import { STAFF_PATHS } from '@/lib/auth/staff-paths';
import { IDLE_SECONDS } from '@/lib/auth/staff-session-rules';
import { currentPath } from '@/lib/i18n/current-path';
import { localePath } from '@/lib/i18n/locales';
import { changeRole, staySignedIn } from './actions';
import { workspaceLinks } from './navigation';

/** The workspace is nobody's search result. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function WorkspaceLayout({ children }: { children: React.ReactNode }) {
  const actor = await requireActor();
  const [{ demonstration }, roles, t, locale, given, store] = await Promise.all([
    requireSignedIn(),
    listOwnRoles(actor),
    getTranslations('workspace.idle'),
    getLocale(),
    headers(),
    cookies(),
  ]);
  return (
    <WorkspaceShell
      currentPath={currentPath(given)}
      senior={isSenior(store.get(SENIOR_COOKIE)?.value)}
      seniorAction={setSeniorMode}
      links={workspaceLinks(actor)}
      displayName={actor.displayName}
      roles={roles}
      switchAction={changeRole}
      signOutAction={leave}
      demonstration={demonstration}
      idleWarning={
        <IdleWarning
          idleSeconds={IDLE_SECONDS}
          stay={staySignedIn}
          signInHref={localePath(locale, STAFF_PATHS.signIn)}
          words={{
            title: t('title'),
            warning: t('warning'),
            stay: t('stay'),
            overTitle: t('overTitle'),
            over: t('over'),
            signIn: t('signIn'),
            again: t('again'),
          }}
        />
      }
    >
      {children}
    </WorkspaceShell>
  );
}
