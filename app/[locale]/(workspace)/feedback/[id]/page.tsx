import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { sendReportAnswer, sendReportTaking } from '@/app/[locale]/(workspace)/feedback/actions';
import type { Parameters } from '@/app/[locale]/(workspace)/joint-clinics/clinic-page';
import { FEEDBACK_PATH } from '@/components/feedback/feedback-paths';
import { AnswerTime, ReportState } from '@/components/feedback/report-table';
import { ActionForm } from '@/components/ui/action-form';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { InstantText } from '@/components/ui/date-text';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { requireActor } from '@/lib/auth/require-actor';
import { getReport } from '@/lib/directory/report-queries';
import { ANSWER_CHARACTERS } from '@/lib/directory/report-schema';
import { inLocale, localePath } from '@/lib/i18n/locales';

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Parameters> };

const DONE = ['taken', 'answered'] as const;

async function requireReport({ params }: Pick<Props, 'params'>) {
  const report = await getReport(await requireActor(), (await params).id);
  if (!report) notFound();
  return report;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ category }, kind] = await Promise.all([requireReport(props), getTranslations('terms.reportCategory')]);
  return { title: kind(category) };
}

export default async function ReportPage(props: Props) {
  const [report, t, kind, state, locale, { done }] = await Promise.all([
    requireReport(props),
    getTranslations('feedback'),
    getTranslations('terms.reportCategory'),
    getTranslations('terms.reportStatus'),
    getLocale(),
    props.searchParams,
  ]);
  const { id, version, subject, mayAnswer } = report;
  const hidden = { id, version: String(version) };
  const was = DONE.find((one) => one === done);
  const place = subject && `/${subject.kind === 'clinic' ? 'clinics' : 'facilities'}/${encodeURIComponent(subject.id)}`;
  return (
    <>
      <Breadcrumbs
        trail={[{ href: localePath(locale, FEEDBACK_PATH), label: t('title') }]}
        current={kind(report.category)}
      />
      <PageHeading title={kind(report.category)}>
        <ReportState report={report} />
      </PageHeading>
      {was && (
        <Notice kind="success" announce>
          {t(`done.${was}`)}
        </Notice>
      )}
      <DescriptionList
        items={[
          {
            key: 'subject',
            term: t('column.subject'),
            description:
              subject && place ? (
                <TextLink href={localePath(locale, place)}>{inLocale(locale, subject.name, subject.nameEn)}</TextLink>
              ) : (
                t('portal')
              ),
          },
          {
            key: 'message',
            term: t('message'),
            description: <p className="whitespace-pre-wrap break-words">{report.message}</p>,
          },
          { key: 'at', term: t('column.at'), description: <InstantText at={report.createdAt} /> },
          {
            key: 'contact',
            term: t('contact'),
            description: report.contact ?? t(report.leftContact ? 'contactHidden' : 'noContact'),
          },
          { key: 'owner', term: t('column.owner'), description: report.ownerName ?? t('nobody') },
          {
            key: 'answer',
            term: t('answer'),
            description: report.answer && <p className="whitespace-pre-wrap break-words">{report.answer}</p>,
          },
          {
            key: 'answered',
            term: t('answered'),
            description: report.answeredAt && (
              <>
                <InstantText at={report.answeredAt} /> · {report.answeredByName} · <AnswerTime report={report} />
              </>
            ),
          },
        ]}
      />
      {mayAnswer && !report.isMine && (
        <Section id="take" title={t('takeTitle')}>
          <ActionForm
            id="take-report"
            action={sendReportTaking}
            hidden={hidden}
            fields={[]}
            submit={t('take')}
            variant="secondary"
          />
        </Section>
      )}
      {mayAnswer && (
        <Section id="end" title={t('endTitle')}>
          <ActionForm
            id="answer-report"
            action={sendReportAnswer}
            hidden={hidden}
            note={t('contactNote')}
            fields={[
              {
                kind: 'radios',
                name: 'outcome',
                label: t('outcome'),
                options: (['answered', 'rejected'] as const).map((value) => ({ value, label: state(value) })),
              },
              {
                kind: 'area',
                name: 'answer',
                label: t('answer'),
                hint: t('answerHint'),
                maxLength: ANSWER_CHARACTERS,
              },
            ]}
            submit={t('end')}
          />
        </Section>
      )}
    </>
  );
}
