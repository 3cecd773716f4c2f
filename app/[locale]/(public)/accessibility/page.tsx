import type { Metadata } from 'next';
import { useLocale, useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { DateText } from '@/components/ui/date-text';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { TextSections } from '@/components/ui/text-sections';
import { civilDate } from '@/lib/core/dates';
import { languageAlternates, localePath } from '@/lib/i18n/locales';

const SECTIONS = [
  { id: 'aim', paragraphs: ['standard', 'check'] },
  { id: 'senior', paragraphs: ['what', 'calm'] },
  { id: 'ways', paragraphs: ['keyboard', 'script', 'list', 'aloud', 'scheme'] },
  { id: 'limits', paragraphs: ['names', 'map', 'outside'] },
  { id: 'contact', paragraphs: ['content', 'urgent'] },
] as const;

/** When a person last held the statement against the pages. */
const REVIEWED_ON = civilDate('2026-11-22');

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('accessibility'), getLocale()]);
  return { title: t('title'), description: t('lead'), alternates: languageAlternates(locale, '/accessibility') };
}

export default function AccessibilityPage() {
  const t = useTranslations('accessibility');
  const locale = useLocale();
  const report = (words: React.ReactNode) => <TextLink href={localePath(locale, '/report')}>{words}</TextLink>;
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <TextSections
        sections={SECTIONS.map(({ id, paragraphs }) => ({
          id,
          title: t(`${id}.title`),
          paragraphs: paragraphs.map((paragraph) => t.rich(`${id}.${paragraph}`, { report })),
        }))}
      />
      <p className="mt-8 text-sm text-ink-soft">
        {t.rich('reviewed', { date: () => <DateText date={REVIEWED_ON} weekday="none" year /> })}
      </p>
    </>
  );
}
