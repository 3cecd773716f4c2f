import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import type { FormAction } from '@/components/ui/form-state';
import { TwoLines } from '@/components/ui/table-cells';
import { clockTime } from '@/lib/core/dates';
import type { NightlyView, RunView } from '@/lib/jobs/job-schema';
import { RunStanding } from './run-table';

type Props = {
  jobs: readonly NightlyView[];
  /** null for whoever only reads */
  request: FormAction | null;
};

const secondsOf = ({ startedAt, finishedAt }: RunView) =>
  startedAt && finishedAt ? Math.max(1, Math.round((finishedAt.getTime() - startedAt.getTime()) / 1000)) : null;

/** The jobs of the night with their last run, and the way to run one again. */
export function NightlyTable({ jobs, request }: Props) {
  const t = useTranslations('jobs');
  return (
    <DataTable
      caption={t('nightly.caption')}
      captionHidden
      rows={jobs}
      rowKey={({ job }) => job}
      columns={[
        {
          key: 'job',
          header: t('column.job'),
          wide: true,
          cell: ({ job }) => <TwoLines note={t(`does.${job}`)}>{t(`job.${job}`)}</TwoLines>,
        },
        {
          key: 'result',
          header: t('column.result'),
          cell: ({ last }) => (last ? <RunStanding run={last} /> : t('nothing')),
        },
        { key: 'last', header: t('column.last'), cell: ({ last }) => <LastRun run={last} /> },
        { key: 'due', header: t('column.due'), cell: ({ dueMinute }) => t('daily', { time: clockTime(dueMinute) }) },
        {
          key: 'action',
          header: t('column.action'),
          label: '',
          whole: true,
          cell: ({ job, open }) =>
            open ? (
              t('open')
            ) : request ? (
              <ActionForm
                id={`run-${job}`}
                action={request}
                hidden={{ job }}
                fields={[]}
                submit={t('again')}
                variant="secondary"
              />
            ) : (
              t('cityOnly')
            ),
        },
      ]}
    />
  );
}

function LastRun({ run }: { run: RunView | null }) {
  const t = useTranslations('jobs');
  if (!run?.finishedAt) return t('never');
  const seconds = secondsOf(run);
  return (
    <TwoLines note={seconds === null ? null : t('seconds', { seconds })}>
      <InstantText at={run.finishedAt} />
    </TwoLines>
  );
}
