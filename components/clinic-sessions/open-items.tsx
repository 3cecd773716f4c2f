import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import type { OpenItem } from '@/lib/clinic-sessions/review-schema';
import { localePath } from '@/lib/i18n/locales';
import { useRecordWords } from './record-words';
import { recordPath } from './row-names';

/** For whom a thing that is open waits; names its words. */
function waitsFor({ record }: OpenItem) {
  if (!record) return 'missing';
  if (record.state === 'submitted') return record.held ? 'submitted' : 'notHeld';
  return record.state === 'disputed' || record.state === 'returned' ? record.state : 'confirmed';
}

/** What keeps a month open, each with whom it waits for. */
export function OpenItems({ items }: { items: readonly OpenItem[] }) {
  const t = useTranslations('review.month');
  const locale = useLocale();
  const words = useRecordWords();
  const when = (item: OpenItem) => `${words.label(item).date} ${words.label(item).half}`;
  return (
    <DataTable
      caption={t('openCaption')}
      rows={items}
      rowKey={(item) => `${item.date} ${item.half} ${item.clinic.name} ${item.centre.name}`}
      columns={[
        {
          key: 'when',
          header: t('column.when'),
          cell: (item) =>
            item.record ? (
              <TextLink
                href={localePath(locale, recordPath(item.record.id))}
                className="inline-flex min-h-11 items-center"
              >
                {when(item)}
              </TextLink>
            ) : (
              when(item)
            ),
        },
        {
          key: 'clinic',
          header: t('column.clinic'),
          wide: true,
          cell: (item) => (
            <>
              {words.named(item.clinic)}
              <span className="block text-sm text-ink-soft">{words.named(item.centre)}</span>
            </>
          ),
        },
        { key: 'waits', header: t('column.waits'), wide: true, cell: (item) => t(`waits.${waitsFor(item)}`) },
      ]}
    />
  );
}
