import type { Metadata } from 'next';
import { StaffShell } from '@/app/[locale]/staff-shell';
import { requireActor, requireSignedIn } from '@/lib/auth/require-actor';

/** The workspace is nobody's search result. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function WorkspaceLayout({ children }: { children: React.ReactNode }) {
  const actor = await requireActor();
  const { demonstration } = await requireSignedIn();
  return (
    <StaffShell actor={actor} demonstration={demonstration}>
      {children}
    </StaffShell>
  );
}
