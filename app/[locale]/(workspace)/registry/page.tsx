import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { ImportTable } from '@/components/registry/import-table';
import { listPath } from '@/components/registry/registry-paths';
import { DataTable } from '@/components/ui/data-table';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { requireActor } from '@/lib/auth/require-actor';
import { listImports, listRegistryLists } from '@/lib/registry/queries';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('registry');
  return { title: t('title') };
}

export default async function RegistryPage() {
  const actor = await requireActor();
  const lists = await listRegistryLists(actor);
  if (lists.length === 0) notFound();
  const [t, locale, imports] = await Promise.all([getTranslations('registry'), getLocale(), listImports(actor)]);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Section id="lists" title={t('lists.title')}>
        <DataTable
          caption={t('lists.caption')}
          captionHidden
          columns={[
            {
              key: 'name',
              header: t('lists.name'),
              wide: true,
              cell: ({ name }) => (
                <>
                  <TextLink href={listPath(locale, name)} className="inline-flex min-h-11 items-center font-medium">
                    {t(`list.${name}.name`)}
                  </TextLink>
                  <span className="block text-sm text-ink-soft">{t(`list.${name}.description`)}</span>
                </>
              ),
            },
            {
              key: 'entries',
              header: t('lists.entries'),
              numeric: true,
              cell: ({ entries }) => t('lists.count', { count: entries }),
            },
          ]}
          rows={lists}
          rowKey={({ name }) => name}
        />
      </Section>
      <Section id="imports" title={t('imports.title')}>
        <ImportTable imports={imports} />
      </Section>
    </>
  );
}
