import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MissionFigures } from '@/components/about/mission-figures';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { type TextSection, TextSections } from '@/components/ui/text-sections';
import { languageAlternates, localePath } from '@/lib/i18n/locales';
import { getNetworkTotals } from '@/lib/public-directory/public-queries';

const USES = ['search', 'hours', 'sessions', 'report'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('about'), getLocale()]);
  return { title: t('title'), description: t('lead'), alternates: languageAlternates(locale, '/about') };
}

export default async function AboutPage() {
  const [t, locale, totals] = await Promise.all([getTranslations('about'), getLocale(), getNetworkTotals()]);
  const linkTo = (path: string) => (words: React.ReactNode) => (
    <TextLink href={localePath(locale, path)}>{words}</TextLink>
  );
  const before: TextSection[] = [
    {
      id: 'what',
      title: t('what.title'),
      paragraphs: [t('what.regions'), t('what.clinics'), t.rich('what.alliances', { link: linkTo('/alliances') })],
    },
  ];
  const after: TextSection[] = [
    {
      id: 'use',
      title: t('use.title'),
      paragraphs: [...USES.map((use) => t(`use.${use}`)), <strong key="not">{t('use.not')}</strong>],
    },
    {
      id: 'operator',
      title: t('operator.title'),
      paragraphs: [t('operator.demonstration'), t.rich('operator.licence', { link: linkTo('/data#sources') })],
    },
  ];
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <TextSections sections={before} />
      <Section id="mission" title={t('mission.title')}>
        <MissionFigures figures={totals.figures} />
        <p className="mt-3 text-sm text-ink-soft">{t.rich('mission.note', { link: linkTo('/data#figures') })}</p>
        <p className="mt-1 text-sm text-ink-soft">{t.rich('mission.counting', { link: linkTo('/what-we-count') })}</p>
      </Section>
      <TextSections sections={after} />
    </>
  );
}
