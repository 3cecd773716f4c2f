import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { addDays } from '@/lib/core/dates';
import { RecordDetails } from './record-details';
import { byWeek } from './record-groups';
import { RecordLine } from './record-line';
import { useRecordWords } from './record-words';
import { rowId } from './row-names';

type Slot = (record: RecordListed) => React.ReactNode;

type Props = {
  /** names the list on the page */
  id: string;
  records: readonly RecordListed[];
  /** what stands before a row, such as a box to tick */
  before?: Slot;
  /** what settles a row at once, at its end */
  action?: Slot;
  /** what opens on request, beside the whole record */
  more?: Slot;
  /** what is to be filled in below a row */
  below?: Slot;
};

/** Records by week and clinic, each with what may be done with it. */
export function RecordGroupList({ id, records, before, action, more, below }: Props) {
  const t = useTranslations('review');
  const words = useRecordWords();
  return (
    <div className="grid gap-4">
      {byWeek(records).map(({ monday, records: rows }) => (
        <Card key={monday} as="section" aria-labelledby={`${id}-${monday}`} className="border-line">
          <h3 id={`${id}-${monday}`} className="text-lg">
            {t('week', { from: words.day(monday), to: words.day(addDays(monday, 6)) })}
          </h3>
          <ul className="divide-y divide-line">
            {rows.map((record) => (
              <li key={record.id} id={rowId(record.id)} className="scroll-mt-4 py-3">
                <div className="flex flex-wrap items-start gap-x-2 gap-y-2">
                  {before?.(record)}
                  <div className="min-w-0 grow basis-60">
                    <RecordLine record={record} />
                  </div>
                  {action?.(record)}
                </div>
                {below?.(record)}
                <div className="mt-2 flex flex-wrap items-start gap-2 [&>details]:grow [&>details[open]]:basis-full">
                  <Disclosure summary={t('record.more')}>
                    <RecordDetails record={record} />
                  </Disclosure>
                  {more?.(record)}
                </div>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}
