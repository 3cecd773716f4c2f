import { useTranslations } from 'next-intl';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import type { CivilDate } from '@/lib/core/dates';
import { RecordStateBadge } from './record-badges';
import { RecordLine } from './record-line';
import { useRecordWords } from './record-words';

type Props = { records: readonly RecordListed[]; today: CivilDate; empty: string };

/** Records that wait for somebody else, by when they are to answer and with what was said last. */
export function WaitingList({ records, today, empty }: Props) {
  const t = useTranslations('review');
  const { day } = useRecordWords();
  if (records.length === 0) return <p className="text-ink-soft">{empty}</p>;
  return (
    <ul className="divide-y divide-line rounded-xl border border-line bg-surface px-4">
      {records.map((record) => (
        <li key={record.id} className="py-3">
          <RecordLine record={record} />
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
            <RecordStateBadge state={record.state} />
            {record.dueOn && (
              <span className={record.dueOn < today ? 'font-medium text-danger' : 'text-ink-soft'}>
                {t(record.dueOn < today ? 'record.overdue' : 'record.due', { date: day(record.dueOn) })}
              </span>
            )}
          </p>
          {record.lastMessage && (
            <p className="mt-1 break-words">
              {t('due.thread', { name: record.lastMessage.authorName, text: record.lastMessage.text })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
