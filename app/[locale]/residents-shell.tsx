import { cookies, headers } from 'next/headers';
import { PublicShell } from '@/components/layout/public-shell';
import { isSenior, SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { currentPath } from '@/lib/i18n/current-path';
import { setSeniorMode } from './actions';

/** The residents' surroundings filled from the request: address, senior mode, nature of the data. */
export async function ResidentsShell({ children }: { children: React.ReactNode }) {
  return (
    <PublicShell
      currentPath={currentPath(await headers())}
      senior={isSenior((await cookies()).get(SENIOR_COOKIE)?.value)}
      seniorAction={setSeniorMode}
      demonstration={true}
    >
      {children}
    </PublicShell>
  );
}
