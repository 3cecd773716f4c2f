import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LoggingWords } from '@/components/logging/logging-words';
import { OfflinePages } from '@/components/logging/offline-pages.client';
import { OfflineShell } from '@/components/logging/offline-shell';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('logging'))('offline.title'), robots: { index: false, follow: false } };
}

/**
 * What the worker shows in place of Today and the log form while there is no network. It is the same for everybody and
 * asks for nobody: everything of a person comes from the device's own database.
 */
export default function OfflinePage() {
  return (
    <OfflineShell>
      <LoggingWords>
        <OfflinePages />
      </LoggingWords>
    </OfflineShell>
  );
}
