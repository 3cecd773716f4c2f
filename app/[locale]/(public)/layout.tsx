import { ResidentsShell } from '@/app/[locale]/residents-shell';

export default function PublicLayout({ children }: { children: React.ReactNode }) {
  return <ResidentsShell>{children}</ResidentsShell>;
}
