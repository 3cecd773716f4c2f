import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import { TextLink } from '@/components/ui/text-link';
import type { AttendanceListed } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';
import { useRecordWords } from './record-words';
import { recordPath } from './row-names';

/** What a trainee has signed lately. */
export function SignedTable({ records }: { records: readonly AttendanceListed[] }) {
  const t = useTranslations('review.attendance');
  const parts = useTranslations('sessions.part');
  const locale = useLocale();
  const words = useRecordWords();
  return (
    <DataTable
      caption={t('signedCaption')}
      empty={t('signedEmpty')}
      rows={records}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'when',
          header: t('column.when'),
          cell: (record) => (
            <TextLink href={localePath(locale, recordPath(record.id))} className="inline-flex min-h-11 items-center">
              {words.label(record).date} {words.label(record).half}
            </TextLink>
          ),
        },
        { key: 'clinic', header: t('column.clinic'), wide: true, cell: ({ clinic }) => words.named(clinic) },
        { key: 'part', header: t('column.part'), cell: ({ own }) => parts(own.part) },
        {
          key: 'signedAt',
          header: t('column.signedAt'),
          cell: ({ own }) => own.signedAt && <InstantText at={own.signedAt} />,
        },
      ]}
    />
  );
}
