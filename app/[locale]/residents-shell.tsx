import { cookies, headers } from 'next/headers';
import { PublicShell } from '@/components/layout/public-shell';
import { isSenior, SENIOR_COOKIE } from '@/components/layout/senior-mode';
import { currentPath } from '@/lib/i18n/current-path';
import { showsDemonstration } from '@/lib/public-directory/public-queries';
import { isDirectoryUnavailable } from '@/lib/public-directory/unavailable';
import { setSeniorMode } from './actions';

/** The residents' surroundings filled from the request: address, senior mode, nature of the data. */
export async function ResidentsShell({ children }: { children: React.ReactNode }) {
  return (
    <PublicShell
      currentPath={currentPath(await headers())}
      senior={isSenior((await cookies()).get(SENIOR_COOKIE)?.value)}
      seniorAction={setSeniorMode}
      demonstration={await dataIsDemonstration()}
    >
      {children}
    </PublicShell>
  );
}

/** Pages without data, such as the privacy statement, stand even before the directory was ever read. */
async function dataIsDemonstration(): Promise<boolean> {
  try {
    return await showsDemonstration();
  } catch (problem) {
    if (isDirectoryUnavailable(problem)) return false;
    throw problem;
  }
}
