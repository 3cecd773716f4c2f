import { NotFoundPage } from '@/components/layout/not-found-page';
import { MissingForStaff } from '@/components/workspace/missing-for-staff';
import { signedInIfKnown } from '@/lib/auth/require-actor';
import { ResidentsShell } from './residents-shell';
import { StaffShell } from './staff-shell';

/** A missing page with its surroundings: whoever is signed in keeps the workspace and the way back to Today. */
export async function MissingDocument() {
  const signedIn = await signedInIfKnown();
  if (signedIn?.step === null)
    return (
      <StaffShell actor={signedIn.actor} demonstration={signedIn.demonstration}>
        <MissingForStaff />
      </StaffShell>
    );
  return (
    <ResidentsShell>
      <NotFoundPage />
    </ResidentsShell>
  );
}
