import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MissingDocument } from '@/app/[locale]/missing-document';
import { ResidentsShell } from '@/app/[locale]/residents-shell';
import { FailedPage } from '@/components/layout/failed-page';
import { wantedErrorDocument } from '@/lib/core/error-document';

export async function generateMetadata(): Promise<Metadata> {
  const [t, wanted] = await Promise.all([getTranslations('errors'), headers().then(wantedErrorDocument)]);
  return {
    title: wanted?.kind === 'failed' ? t('unexpected.title') : t('notFound.title'),
    robots: { index: false, follow: false },
  };
}

/** Any address that no page answers; also the complete documents that the server puts in place of Next's empty ones. */
export default async function UnknownPage() {
  const wanted = wantedErrorDocument(await headers());
  switch (wanted?.kind) {
    case 'missing':
      return <MissingDocument />;
    case 'failed':
      return (
        <ResidentsShell>
          <FailedPage path={wanted.path} id={wanted.id} />
        </ResidentsShell>
      );
    default:
      notFound();
  }
}
