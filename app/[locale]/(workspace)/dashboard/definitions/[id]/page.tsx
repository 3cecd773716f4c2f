import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendDefinition } from '@/app/[locale]/(workspace)/dashboard/definitions/actions';
import { definitionFields } from '@/app/[locale]/(workspace)/dashboard/definitions/definition-fields';
import { DefinitionCard } from '@/components/indicators/definition-card';
import { DEFINITIONS_PATH } from '@/components/indicators/definition-paths';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { definitionOn } from '@/lib/indicators/definition-rules';
import { listDefinitions } from '@/lib/indicators/public-queries';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

async function versionsOf(params: Props['params']) {
  const actor = await requireActor();
  const { id } = await params;
  const versions = (await listDefinitions()).find(([first]) => first.id === id);
  if (!versions || !mayI(actor, 'export', 'ActivityMonth')) notFound();
  return { actor, versions, latest: versions.at(-1) ?? versions[0] };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [locale, { versions }] = await Promise.all([getLocale(), versionsOf(params)]);
  const { name, nameEn } = definitionOn(versions, dateInShanghai(now()));
  return { title: inLocale(locale, name, nameEn) };
}

export default async function DefinitionPage({ params, searchParams }: Props) {
  const { actor, versions, latest } = await versionsOf(params);
  const today = dateInShanghai(now());
  const [t, locale, { done }] = await Promise.all([getTranslations('counting'), getLocale(), searchParams]);
  const { name, nameEn } = definitionOn(versions, today);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: localePath(locale, DEFINITIONS_PATH), label: t('table.title') }]}
        current={inLocale(locale, name, nameEn)}
      />
      <PageHeading title={inLocale(locale, name, nameEn)} />
      {done === 'redefined' && (
        <Notice kind="success" announce>
          {t('edit.done', { version: latest.version, date: latest.validFrom })}
        </Notice>
      )}
      <Section id="words" title={t('edit.words')}>
        <DefinitionCard versions={versions} today={today} />
      </Section>
      {mayI(actor, 'create', 'IndicatorDefinition') && (
        <Section id="change" title={t('edit.title', { version: latest.version + 1 })}>
          <ActionForm
            id="definition"
            action={sendDefinition}
            hidden={{ id: latest.id, version: String(latest.version) }}
            fields={await definitionFields(latest, today)}
            note={t('edit.note')}
            submit={t('edit.save')}
          />
        </Section>
      )}
    </>
  );
}
