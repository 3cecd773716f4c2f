import type { Metadata } from 'next';
import { useLocale, useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeading } from '@/components/ui/page-heading';
import { TextLink } from '@/components/ui/text-link';
import { TextSections } from '@/components/ui/text-sections';
import { languageAlternates, localePath } from '@/lib/i18n/locales';

const SECTIONS = [
  { id: 'position', paragraphs: ['use', 'coarse', 'kept', 'maps'] },
  { id: 'cookies', paragraphs: ['only', 'staff', 'none'] },
  { id: 'reports', paragraphs: ['content', 'limit'] },
  { id: 'logs', paragraphs: ['content'] },
  { id: 'patients', paragraphs: ['content'] },
  { id: 'questions', paragraphs: ['content'] },
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('privacy'), getLocale()]);
  return { title: t('title'), description: t('lead'), alternates: languageAlternates(locale, '/privacy') };
}

export default function PrivacyPage() {
  const t = useTranslations('privacy');
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
    </>
  );
}
