import { headers } from 'next/headers';
import { ResidentsShell } from '@/app/[locale]/residents-shell';
import { wantedErrorDocument } from '@/lib/core/error-document';

export default async function PublicLayout({ children }: { children: React.ReactNode }) {
  // the document of a missing or failed page brings the surroundings of whoever asked for it
  if (wantedErrorDocument(await headers())) return children;
  return <ResidentsShell>{children}</ResidentsShell>;
}
