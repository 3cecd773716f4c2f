import type { Metadata } from 'next';
import { ResidentsShell } from '@/app/[locale]/residents-shell';

/** Pages of the sign-in are nobody's search result. */
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default function AuthLayout({ children }: { children: React.ReactNode }) {
  return <ResidentsShell>{children}</ResidentsShell>;
}
