import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import { TwoLines } from '@/components/ui/table-cells';
import type { RunState, RunView } from '@/lib/jobs/job-schema';

const TONES: Record<RunState, Tone> = {
  waiting: 'neutral',
  again: 'warning',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
};

/** How a run stands; one that failed says why. */
export function RunStanding({ run: { state, cause, nextAt } }: { run: RunView }) {
  const t = useTranslations('jobs');
  return (
    <>
      <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
      {cause && <span className="block text-sm text-ink-soft">{t(`cause.${cause}`)}</span>}
      {nextAt && (
        <span className="block text-sm text-ink-soft">
          {t('next')} <InstantText at={nextAt} />
        </span>
      )}
    </>
  );
}

/** Runs that wait, are under way or have failed, with the reason and what to do. */
export function RunTable({ runs }: { runs: readonly RunView[] }) {
  const t = useTranslations('jobs');
  return (
    <DataTable
      caption={t('runs.caption')}
      captionHidden
      empty={t('runs.empty')}
      rows={runs}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'job',
          header: t('column.job'),
          cell: ({ job, id }) => <TwoLines note={id}>{t(`job.${job}`)}</TwoLines>,
        },
        { key: 'state', header: t('column.state'), wide: true, cell: (run) => <RunStanding run={run} /> },
        { key: 'made', header: t('column.made'), cell: ({ madeAt }) => <InstantText at={madeAt} /> },
        { key: 'tries', header: t('column.tries'), numeric: true, cell: ({ tries }) => t('tries', { tries }) },
        {
          key: 'help',
          header: t('column.help'),
          wide: true,
          cell: ({ cause, state, job }) =>
            state === 'failed' && (job === 'exports' || job === 'imports')
              ? t(`askAgain.${job}`)
              : cause
                ? t(`help.${cause}`)
                : t('nothing'),
        },
      ]}
    />
  );
}
