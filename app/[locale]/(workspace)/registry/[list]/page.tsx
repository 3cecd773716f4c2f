import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { fileProblemText } from '@/app/[locale]/(workspace)/registry/file-problem';
import { ColumnTable } from '@/components/registry/column-table';
import { ImportTable } from '@/components/registry/import-table';
import { PartForm } from '@/components/registry/part-form';
import { filePath, REGISTRY_PATH } from '@/components/registry/registry-paths';
import { UndoNote } from '@/components/registry/undo-note';
import { UploadForm } from '@/components/registry/upload-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Icon } from '@/components/ui/icon';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { requireActor } from '@/lib/auth/require-actor';
import { localePath } from '@/lib/i18n/locales';
import { getRegistryList, listImports } from '@/lib/registry/queries';

/** What can be downloaded; the empty form is for those who bring lists in. */
const TAKEN = ['template', 'list', 'csv'] as const;

type Props = {
  params: Promise<{ list: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

async function requireList(params: Props['params']) {
  const actor = await requireActor();
  const list = await getRegistryList(actor, (await params).list);
  if (!list) notFound();
  return { actor, list };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ list }, t] = await Promise.all([requireList(params), getTranslations('registry')]);
  return { title: t(`list.${list.name}.name`) };
}

export default async function RegistryListPage({ params, searchParams }: Props) {
  const { actor, list } = await requireList(params);
  const [t, locale, imports, problem] = await Promise.all([
    getTranslations('registry'),
    getLocale(),
    listImports(actor, list.name),
    fileProblemText(await searchParams, list.limits),
  ]);
  const title = t(`list.${list.name}.name`);
  const inParts = list.parts.length > 0;
  const offered = TAKEN.filter((kind) => (kind === 'template' ? list.mayImport : !inParts));
  return (
    <>
      <Breadcrumbs trail={[{ href: localePath(locale, REGISTRY_PATH), label: t('back') }]} current={title} />
      <PageHeading title={title} lead={t(`list.${list.name}.description`)} />
      <Section id="take" title={t('take.title')}>
        <p className="mb-3 max-w-prose text-ink-soft">{t(list.mayImport ? 'take.note' : 'take.noteOnly')}</p>
        <p className="flex flex-wrap gap-3">
          {offered.map((kind) => (
            <ButtonLink
              key={kind}
              href={filePath(locale, {
                list: list.name,
                what: kind === 'template' ? 'template' : 'list',
                ...(kind === 'csv' ? { format: 'csv' } : {}),
              })}
            >
              <Icon name="download" />
              {t(`take.${kind}`)}
            </ButtonLink>
          ))}
        </p>
        {inParts && <PartForm list={list.name} parts={list.parts} rows={list.limits.rows} />}
      </Section>
      {list.mayImport && (
        <Section id="bring" title={t('bring.title')}>
          <UploadForm
            list={list.name}
            positions={list.columns.some(({ key }) => key === 'latitude')}
            limits={list.limits}
            problem={problem}
          />
          <div className="mt-5">
            <UndoNote list={list.name} />
          </div>
        </Section>
      )}
      <Section id="columns" title={t('columns.title')}>
        <Disclosure summary={t('columns.caption', { list: title })}>
          <ColumnTable list={list.name} columns={list.columns} />
        </Disclosure>
      </Section>
      {(list.mayImport || imports.length > 0) && (
        <Section id="imports" title={t('imports.title')}>
          <ImportTable imports={imports} />
        </Section>
      )}
    </>
  );
}
