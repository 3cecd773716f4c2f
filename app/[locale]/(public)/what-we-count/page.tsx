import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { COUNTING_PATH } from '@/components/indicators/counting-paths';
import { DefinitionCard } from '@/components/indicators/definition-card';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, languageAlternates } from '@/lib/i18n/locales';
import { definitionOn } from '@/lib/indicators/definition-rules';
import { listDefinitions } from '@/lib/indicators/public-queries';
import { INDICATOR_GROUPS } from '@/lib/indicators/schema';

const RULES = ['months', 'missing', 'sums', 'fixed', 'small', 'nobody'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('counting'), getLocale()]);
  return { title: t('title'), description: t('lead'), alternates: languageAlternates(locale, COUNTING_PATH) };
}

export default async function WhatWeCountPage() {
  const [t, locale, definitions] = await Promise.all([getTranslations('counting'), getLocale(), listDefinitions()]);
  const today = dateInShanghai(now());
  const groups = INDICATOR_GROUPS.map((ids, index) => ({
    number: index + 1,
    group: definitions.filter(([{ id }]) => ids.some((one) => one === id)),
  }));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <Section id="rules" title={t('rules.title')}>
        <ul className="max-w-prose list-disc space-y-2 ps-5">
          {RULES.map((rule) => (
            <li key={rule}>{t(`rules.${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <nav aria-labelledby="list" className="mt-8">
        <h2 id="list" className="mb-3 text-xl">
          {t('list', { count: definitions.length })}
        </h2>
        <ol className="grid gap-x-8 gap-y-3 sm:not-senior:grid-cols-2">
          {groups.map(({ number, group }) => (
            <li key={number}>
              <p className="text-ink-soft">{t(`group.${number}`)}</p>
              <ul className="flex flex-wrap gap-x-4">
                {group.map((versions) => {
                  const { id, name, nameEn } = definitionOn(versions, today);
                  return (
                    <li key={id}>
                      <TextLink href={`#${id}`} className="inline-flex min-h-11 items-center">
                        {inLocale(locale, name, nameEn)}
                      </TextLink>
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ol>
      </nav>
      {groups.map(({ number, group }) => (
        <Section key={number} id={`group-${number}`} title={t(`group.${number}`)}>
          {group.map((versions) => (
            <DefinitionCard key={versions[0].id} versions={versions} today={today} />
          ))}
        </Section>
      ))}
    </>
  );
}
