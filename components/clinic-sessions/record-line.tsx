import { useLocale, useTranslations } from 'next-intl';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';
import { RecordMarks } from './record-badges';
import { useRecordWords } from './record-words';
import { recordPath } from './row-names';

/** A record in a few lines: when and where, who was there, how many came, and what deserves a look. */
export function RecordLine({ record }: { record: RecordListed }) {
  const t = useTranslations('review.record');
  const session = useTranslations('sessions');
  const locale = useLocale();
  const words = useRecordWords();
  const { date, half, clinic } = words.label(record);
  const signed = record.trainees.filter((one) => one.signed).length;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <a
          href={localePath(locale, recordPath(record.id))}
          className="text-link inline-flex min-h-11 items-center font-semibold"
        >
          {date} {half} {clinic}
        </a>
        <RecordMarks record={record} />
      </p>
      <p className="text-sm text-ink-soft">{words.named(record.centre)}</p>
      <p>
        {words.attended(record)}
        {record.held && record.mode && ` · ${session(`mode.${record.mode}`)}`}
        {record.held && ` · ${words.visits(record)}`}
      </p>
      {record.held && (
        <p className="text-sm text-ink-soft">
          {record.trainees.length > 0 ? t('trainees', { count: record.trainees.length, signed }) : t('noTrainees')}
        </p>
      )}
      {record.note && <p className="text-sm break-words text-ink-soft">{record.note}</p>}
      {record.explanation && <p className="text-sm break-words text-ink-soft">{record.explanation}</p>}
    </div>
  );
}
