import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { exportsPath } from '@/components/exports/export-paths';
import { ExportTable } from '@/components/exports/export-table';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { requireActor } from '@/lib/auth/require-actor';
import { listExports } from '@/lib/exports/file-queries';
import { sendExportCancel } from './actions';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

const DONE = ['requested', 'cancelled'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports.files'))('title') };
}

export default async function ExportsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [parameters, files, t, locale] = await Promise.all([
    searchParams,
    listExports(actor),
    getTranslations('exports.files'),
    getLocale(),
  ]);
  const done = DONE.find((one) => one === parameters.done);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {done && (
        <Notice kind="success" announce>
          {t(`done.${done}`)}
        </Notice>
      )}
      {parameters.problem === 'many' && (
        <Notice kind="warning" announce>
          {t('problem.many')}
        </Notice>
      )}
      {files.length === 0 ? (
        <p>{t('empty')}</p>
      ) : (
        <>
          <p className="no-print my-4">
            <ButtonLink href={exportsPath(locale)}>{t('refresh')}</ButtonLink>
          </p>
          <ExportTable files={files} cancel={sendExportCancel} />
        </>
      )}
    </>
  );
}
