import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendExportRequest } from '@/app/[locale]/(workspace)/exports/actions';
import { describedExport } from '@/app/[locale]/(workspace)/exports/export-kinds';
import { exportsPath } from '@/components/exports/export-paths';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeading } from '@/components/ui/page-heading';
import { requireActor } from '@/lib/auth/require-actor';
import { MOST_EXPORTED, MOST_IN_BACKGROUND } from '@/lib/clinic-sessions/list-export';
import { EXPORT_KINDS } from '@/lib/exports/file-schema';
import { fileLanguage } from '@/lib/i18n/file-language';

type Props = { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exports.files.new'))('title') };
}

/** Says what a file in the background will hold, before it is asked for. */
export default async function NewExportPage({ searchParams }: Props) {
  const actor = await requireActor();
  const [parameters, t, locale] = await Promise.all([searchParams, getTranslations('exports.files'), getLocale()]);
  const kind = EXPORT_KINDS.find((one) => one === parameters.kind) ?? 'clinic_sessions';
  const query = typeof parameters.query === 'string' ? parameters.query : '';
  const described = await describedExport(actor, kind, query, await fileLanguage(locale));
  if (!described) notFound();
  const lead =
    kind === 'clinic_sessions'
      ? t('new.sessionsLead', { most: MOST_IN_BACKGROUND, direct: MOST_EXPORTED })
      : t('new.reportsLead');
  return (
    <>
      <Breadcrumbs trail={[{ href: exportsPath(locale), label: t('title') }]} current={t('new.title')} />
      <PageHeading title={t('new.title')} lead={lead} />
      <Card className="border-line">
        <p className="text-sm text-ink-soft">{t('new.what')}</p>
        <p className="mb-4 font-medium">{described.label}</p>
        <form action={sendExportRequest}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="query" value={described.query} />
          <Button>{t('new.send')}</Button>
        </form>
      </Card>
    </>
  );
}
