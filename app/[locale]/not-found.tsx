import { NotFoundPage } from '@/components/layout/not-found-page';
import { ResidentsShell } from './residents-shell';

export default function NotFound() {
  return (
    <ResidentsShell>
      <NotFoundPage />
    </ResidentsShell>
  );
}
