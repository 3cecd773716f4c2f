import { cookies, headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { leave } from '@/app/[locale]/(auth)/sign-in/actions';
import { setSeniorMode } from '@/app/[locale]/actions';
import { isSenior, SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { IdleWarning } from '@/components/workspace/idle-warning.client';
import { WorkspaceShell } from '@/components/workspace/workspace-shell';
import { listOwnRoles } from '@/lib/auth/own-account-queries';
import { STAFF_PATHS } from '@/lib/auth/staff-paths';
import { IDLE_SECONDS } from '@/lib/auth/staff-session-rules';
import type { SignedIn } from '@/lib/auth/staff-sessions';
import { currentPath } from '@/lib/i18n/current-path';
import { localePath } from '@/lib/i18n/locales';
import { changeRole, staySignedIn } from './(workspace)/actions';
import { workspaceSections } from './(workspace)/navigation';

type Props = Pick<SignedIn, 'actor' | 'demonstration'> & { children: React.ReactNode };

/** The surroundings of the workspace filled for the signed-in person from the request. */
export async function StaffShell({ actor, demonstration, children }: Props) {
  const [roles, t, locale, given, store] = await Promise.all([
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
      sections={workspaceSections(actor)}
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
