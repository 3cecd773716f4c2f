import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { Disclosure } from '@/components/ui/disclosure';
import type { KeptState } from '@/lib/monitor/views-schema';
import { useMonitorWords } from './reason-list';
import { StateMark } from './state-mark';

/** What the nightly job wrote down, from which follow-ups were opened; days in a row of one state are one row. */
export function KeptStates({ kept }: { kept: readonly KeptState[] }) {
  const t = useTranslations('monitor.kept');
  const words = useMonitorWords();
  return (
    <div className="mt-4">
      <Disclosure summary={t('title')}>
        <p className="mb-3 max-w-prose text-ink-soft">{t('lead')}</p>
        <DataTable
          caption={t('title')}
          captionHidden
          rows={kept}
          rowKey={({ from }) => from}
          empty={t('none')}
          columns={[
            { key: 'from', header: t('from'), cell: ({ from }) => <DateText date={from} weekday="none" year /> },
            { key: 'to', header: t('to'), cell: ({ to }) => <DateText date={to} weekday="none" year /> },
            { key: 'state', header: t('state'), cell: ({ state }) => <StateMark state={state} /> },
            { key: 'days', header: t('days'), numeric: true, cell: ({ days }) => words.number(days) },
            { key: 'version', header: t('version'), numeric: true, cell: ({ version }) => words.number(version) },
          ]}
        />
      </Disclosure>
    </div>
  );
}
