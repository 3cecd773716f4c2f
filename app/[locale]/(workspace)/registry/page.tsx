import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { FirstLists } from '@/components/registry/first-lists';
import { ImportTable } from '@/components/registry/import-table';
import { ListCards } from '@/components/registry/list-cards';
import { grouped } from '@/components/registry/list-groups';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
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
  const [t, imports] = await Promise.all([getTranslations('registry'), listImports(actor)]);
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <FirstLists lists={lists} />
      {grouped(lists).map(({ group, lists: own }) => (
        <Section key={group} id={group} title={t(`group.${group}`)}>
          <ListCards lists={own} />
        </Section>
      ))}
      <Section id="imports" title={t('imports.title')}>
        <ImportTable imports={imports} />
      </Section>
    </>
  );
}
