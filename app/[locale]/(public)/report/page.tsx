import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ReportForm } from '@/components/report/report-form.client';
import { ReportSent } from '@/components/report/report-sent';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { REPORT_CATEGORIES } from '@/lib/directory/schema';
import { inLocale, languageAlternates } from '@/lib/i18n/locales';
import type { RawParameters } from '@/lib/public-directory/page-query';
import { getClinic, getFacility } from '@/lib/public-directory/public-queries';
import { sendReport } from './actions';

type Props = { searchParams: Promise<RawParameters> };

const PROBLEMS = ['id', 'category', 'message', 'contact', 'subject', 'locale', 'limit', 'unavailable'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('report'), getLocale()]);
  return { title: t('title'), description: t('description'), alternates: languageAlternates(locale, '/report') };
}

export default async function ReportPage({ searchParams }: Props) {
  const [t, terms, locale, raw] = await Promise.all([
    getTranslations('report'),
    getTranslations('terms.reportCategory'),
    getLocale(),
    searchParams,
  ]);
  const subject = await reportSubject(raw);
  const name = subject && inLocale(locale, subject.name, subject.nameEn);
  if (raw.sent === '1') return <ReportSent subject={subject && { path: subject.path }} />;
  const asked = typeof raw.facility === 'string' || typeof raw.clinic === 'string';

  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <p className="mb-6 font-medium">
        {name === null ? t('about.general') : t(`about.${subject?.kind ?? 'facility'}`, { name })}
      </p>
      {asked && subject === null && <Notice>{t('unknown')}</Notice>}
      <ReportForm
        action={sendReport}
        submissionId={randomUUID()}
        facilityId={subject?.kind === 'facility' ? subject.id : ''}
        clinicId={subject?.kind === 'clinic' ? subject.id : ''}
        locale={locale}
        categories={REPORT_CATEGORIES.map((category) => ({ value: category, label: terms(category) }))}
        words={{
          errorTitle: t('errorTitle'),
          category: t('form.category'),
          message: t('form.message'),
          messageHint: t('form.messageHint'),
          contact: t('form.contact'),
          contactHint: t('form.contactHint'),
          website: t('form.website'),
          submit: t('form.submit'),
          sending: t('form.sending'),
        }}
        problems={Object.fromEntries(PROBLEMS.map((key) => [`report.problem.${key}`, t(`problem.${key}`)]))}
        otherProblem={t('problem.other')}
      />
    </>
  );
}

type Subject = { kind: 'facility' | 'clinic'; id: string; name: string; nameEn: string; path: string };

/** The place or clinic the address names, null when it names none that we know. */
async function reportSubject(raw: RawParameters): Promise<Subject | null> {
  if (typeof raw.facility === 'string') {
    const detail = await getFacility(raw.facility);
    if (!detail) return null;
    const { id, name, nameEn } = detail.facility;
    return { kind: 'facility', id, name, nameEn, path: `/facilities/${id}` };
  }
  if (typeof raw.clinic === 'string') {
    const detail = await getClinic(raw.clinic);
    if (!detail) return null;
    const { id, name, nameEn } = detail.clinic;
    return { kind: 'clinic', id, name, nameEn, path: `/clinics/${id}` };
  }
  return null;
}
