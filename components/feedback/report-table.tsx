import { useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import { TwoLines } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import type { ReportListed, ReportStatus } from '@/lib/directory/report-schema';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { reportPagePath } from './feedback-paths';

const TONES: Record<ReportStatus, Tone> = { open: 'accent', answered: 'success', rejected: 'neutral' };
const HOUR_MS = 3_600_000;

/** Where a report stands; one that waits too long says so. */
export function ReportState({ report: { status, overdue } }: { report: Pick<ReportListed, 'status' | 'overdue'> }) {
  const t = useTranslations('feedback');
  const state = useTranslations('terms.reportStatus');
  return (
    <>
      <Badge tone={TONES[status]}>{state(status)}</Badge> {overdue && <Badge tone="danger">{t('overdue')}</Badge>}
    </>
  );
}

/** How long a report waited for its answer. */
export function AnswerTime({
  report: { createdAt, answeredAt },
}: {
  report: Pick<ReportListed, 'createdAt' | 'answeredAt'>;
}) {
  const t = useTranslations('feedback');
  if (!answeredAt) return null;
  const hours = Math.max(1, Math.round((answeredAt.getTime() - createdAt.getTime()) / HOUR_MS));
  return <>{hours < 48 ? t('hours', { hours }) : t('days', { days: Math.round(hours / 24) })}</>;
}

/** Reports with what they are about and where they stand, each leading to its page. */
export function ReportTable({ reports }: { reports: readonly ReportListed[] }) {
  const t = useTranslations('feedback');
  const kind = useTranslations('terms.reportCategory');
  const locale = useLocale();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={reports}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'category',
          header: t('column.category'),
          wide: true,
          cell: ({ id, category, message }) => (
            <>
              <TextLink href={localePath(locale, reportPagePath(id))} className="inline-flex min-h-11 items-center">
                {kind(category)}
              </TextLink>
              <span className="line-clamp-2 text-sm text-ink-soft">{message}</span>
            </>
          ),
        },
        {
          key: 'subject',
          header: t('column.subject'),
          wide: true,
          cell: ({ subject }) =>
            subject ? <TwoLines note={named(subject.district)}>{named(subject)}</TwoLines> : t('portal'),
        },
        { key: 'at', header: t('column.at'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        { key: 'owner', header: t('column.owner'), cell: ({ ownerName }) => ownerName ?? t('nobody') },
        {
          key: 'state',
          header: t('column.state'),
          cell: (report) => (
            <TwoLines note={<AnswerTime report={report} />}>
              <ReportState report={report} />
            </TwoLines>
          ),
        },
      ]}
    />
  );
}
