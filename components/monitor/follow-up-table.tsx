import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { FollowUpListed } from '@/lib/monitor/follow-up-schema';
import { FollowUpDue, FollowUpOwner } from './follow-up-owner';
import { followUpPath } from './monitor-paths';
import { StateMark } from './state-mark';

/** Follow-ups with whose they are, until when, and what came of them. */
export function FollowUpTable({ followUps, caption }: { followUps: readonly FollowUpListed[]; caption: string }) {
  const t = useTranslations('monitor.followUp');
  const locale = useLocale();
  return (
    <DataTable
      caption={caption}
      rows={followUps}
      rowKey={({ id }) => id}
      empty={t('empty')}
      columns={[
        {
          key: 'clinic',
          header: t('column.clinic'),
          whole: true,
          cell: ({ id, clinic, centre, district }) => (
            <>
              <TextLink href={followUpPath(locale, id)} className="inline-flex min-h-11 items-center">
                {inLocale(locale, clinic.name, clinic.nameEn)}
              </TextLink>
              <span className="block text-sm text-ink-soft">
                {inLocale(locale, district.name, district.nameEn)} · {inLocale(locale, centre.name, centre.nameEn)}
              </span>
            </>
          ),
        },
        {
          key: 'state',
          header: t('column.state'),
          cell: ({ state, stateOn }) => (
            <>
              <StateMark state={state} />
              <span className="block text-sm text-ink-soft">
                <DateText date={stateOn} weekday="none" year />
              </span>
            </>
          ),
        },
        { key: 'owner', header: t('column.owner'), cell: (followUp) => <FollowUpOwner followUp={followUp} /> },
        { key: 'due', header: t('column.due'), cell: (followUp) => <FollowUpDue followUp={followUp} /> },
        {
          key: 'outcome',
          header: t('column.outcome'),
          cell: ({ outcome }) => (outcome ? t(`outcome.${outcome}`) : t('noOutcome')),
        },
      ]}
    />
  );
}
