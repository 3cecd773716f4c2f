import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { addDays } from '@/lib/core/dates';
import { RecordDetails } from './record-details';
import { byWeekAndClinic } from './record-groups';
import { RecordLine } from './record-line';
import { useRecordWords } from './record-words';
import { rowId } from './row-names';

type Props = {
  records: readonly RecordListed[];
  /** what stands before a row, such as a box to tick */
  before?: (record: RecordListed) => React.ReactNode;
  /** what may be done with a row */
  actions: (record: RecordListed) => React.ReactNode;
};

/** Records by week and clinic, each with what may be done with it. */
export function RecordGroupList({ records, before, actions }: Props) {
  const t = useTranslations('review');
  const words = useRecordWords();
  return (
    <div className="grid gap-4">
      {byWeekAndClinic(records).map(({ key, monday, records: rows }) => (
        <Card key={key} as="section" aria-labelledby={`group-${key.replace(' ', '-')}`} className="border-line">
          <h3 id={`group-${key.replace(' ', '-')}`} className="text-lg">
            {rows[0] && words.named(rows[0].clinic)}
          </h3>
          <p className="text-sm text-ink-soft">
            {rows[0] && words.named(rows[0].centre)} ·{' '}
            {t('week', { from: words.day(monday), to: words.day(addDays(monday, 6)) })}
          </p>
          <ul className="mt-2 divide-y divide-line">
            {rows.map((record) => (
              <li key={record.id} id={rowId(record.id)} className="scroll-mt-4 py-3">
                <div className="flex items-start gap-2">
                  {before?.(record)}
                  <div className="min-w-0 grow">
                    <RecordLine record={record} under />
                  </div>
                </div>
                <div className="mt-2 grid gap-2">
                  <Disclosure summary={t('record.more')}>
                    <RecordDetails record={record} />
                  </Disclosure>
                  {actions(record)}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
