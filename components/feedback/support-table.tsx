import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DateText, InstantText } from '@/components/ui/date-text';
import { TwoLines } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import type { AnswerTimes, SupportListed, SupportStatus } from '@/lib/directory/support-schema';
import { localePath } from '@/lib/i18n/locales';
import { supportPagePath } from './feedback-paths';
import { AnswerTime } from './report-table';

const TONES: Record<SupportStatus, Tone> = { open: 'accent', done: 'success', declined: 'neutral' };

/** Where a request stands; one whose day is over says so. */
export function SupportState({ request: { status, overdue } }: { request: Pick<SupportListed, 'status' | 'overdue'> }) {
  const t = useTranslations('feedback.support');
  return (
    <>
      <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>{' '}
      {overdue && <Badge tone="danger">{t('overdue')}</Badge>}
    </>
  );
}

/** Whose turn it is: the person who took it, or the office. */
export function SupportOwner({
  request: { office, ownerName },
}: {
  request: Pick<SupportListed, 'office' | 'ownerName'>;
}) {
  const t = useTranslations('feedback.support');
  if (!ownerName) return <>{t(`office.${office}`)}</>;
  return <TwoLines note={t(`office.${office}`)}>{ownerName}</TwoLines>;
}

/** Requests with who asks what and where it stands, each leading to its page. */
export function SupportTable({ requests }: { requests: readonly SupportListed[] }) {
  const t = useTranslations('feedback.support');
  const role = useTranslations('accounts.role');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'kind',
          header: t('column.kind'),
          wide: true,
          cell: ({ id, kind, text }) => (
            <>
              <TextLink href={localePath(locale, supportPagePath(id))} className="inline-flex min-h-11 items-center">
                {t(`kind.${kind}`)}
              </TextLink>
              <span className="line-clamp-2 text-sm text-ink-soft">{text}</span>
            </>
          ),
        },
        {
          key: 'asked',
          header: t('column.asked'),
          cell: ({ askedByName, askedByRole, isMine }) => (
            <TwoLines note={role(askedByRole)}>{isMine ? t('me') : askedByName}</TwoLines>
          ),
        },
        { key: 'at', header: t('column.at'), cell: ({ createdAt }) => <InstantText at={createdAt} /> },
        { key: 'owner', header: t('column.owner'), cell: (request) => <SupportOwner request={request} /> },
        { key: 'due', header: t('column.due'), cell: ({ dueOn }) => <DateText date={dueOn} /> },
        {
          key: 'state',
          header: t('column.state'),
          cell: (request) => (
            <TwoLines note={<AnswerTime report={request} />}>
              <SupportState request={request} />
            </TwoLines>
          ),
        },
      ]}
    />
  );
}

/** How long answers took in the last year, by kind; a kind without answers says so. */
export function AnswerTimesTable({ times }: { times: readonly AnswerTimes[] }) {
  const t = useTranslations('feedback.support');
  const waited = useTranslations('feedback');
  const format = useFormatter();
  return (
    <DataTable
      caption={t('timesCaption')}
      rows={times}
      rowKey={({ kind }) => kind}
      columns={[
        { key: 'kind', header: t('column.kind'), wide: true, cell: ({ kind }) => t(`kind.${kind}`) },
        { key: 'answered', header: t('answeredCount'), numeric: true, cell: ({ answered }) => format.number(answered) },
        {
          key: 'median',
          header: t('median'),
          numeric: true,
          cell: ({ medianHours: hours }) => {
            if (hours === null) return <span className="text-ink-soft">{t('noAnswers')}</span>;
            return hours < 48 ? waited('hours', { hours }) : waited('days', { days: Math.round(hours / 24) });
          },
        },
      ]}
    />
  );
}
