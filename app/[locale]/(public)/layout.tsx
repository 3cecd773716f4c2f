import { cookies, headers } from 'next/headers';
import { setSeniorMode } from '@/app/[locale]/actions';
import { PublicShell } from '@/components/layout/public-shell';
import { isSenior, SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { currentPath } from '@/lib/i18n/current-path';

export default async function PublicLayout({ children }: { children: React.ReactNode }) {
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
