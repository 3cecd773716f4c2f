import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import { type ComparedLine, compareContents, contentLines } from '@/lib/clinic-sessions/content-rules';
import type { RecordVersions, VersionSeen } from '@/lib/clinic-sessions/page-schema';
import { ContentTexts } from './content-texts';
import { useContentWords } from './content-words';

type Props = { record: RecordVersions; before: VersionSeen; after: VersionSeen };

/** Two versions of a record side by side, what differs marked in words and listed first in a sentence. */
export function VersionComparison({ record, before, after }: Props) {
  const t = useTranslations('session-list.record.compare');
  const field = useTranslations('sessions.field');
  const english = useLocale() === 'en';
  const { names, plannedExpertId } = record;
  const context = { names, plannedExpertId, words: useContentWords() };
  const rows = compareContents(contentLines(before.content, context), contentLines(after.content, context));
  const different = rows.filter(({ same }) => !same);
  const changed = different.map((row) => field(row.field)).join(english ? ', ' : '、');
  return (
    <>
      <p className="mb-4 max-w-prose">
        {different.length > 0 ? t('differ', { count: different.length, fields: changed }) : t('same')}
      </p>
      <DataTable
        caption={t('caption', { before: before.version, after: after.version })}
        rows={rows}
        rowKey={(row) => row.field}
        columns={[
          { key: 'field', header: t('field'), cell: (row) => field(row.field) },
          // beside the item, so that a narrow screen shows it without scrolling
          { key: 'difference', header: t('difference'), whole: true, cell: (row) => <Difference row={row} /> },
          {
            ...{ key: 'before', header: <Head version={before} />, label: t('version', { version: before.version }) },
            cell: (row) => <Side texts={row.before} />,
          },
          {
            ...{ key: 'after', header: <Head version={after} />, label: t('version', { version: after.version }) },
            cell: (row) => <Side texts={row.after} />,
          },
        ]}
      />
    </>
  );
}

function Head({ version: { version, submitted } }: { version: VersionSeen }) {
  const t = useTranslations('session-list.record.compare');
  return (
    <>
      {t('version', { version })}
      <span className="block text-sm font-normal text-ink-soft">
        <InstantText at={submitted.at} />
        {submitted.name && ` · ${submitted.name}`}
      </span>
    </>
  );
}

function Side({ texts }: { texts: readonly string[] | null }) {
  const t = useTranslations('session-list.record.compare');
  return texts === null ? <span className="text-ink-soft">{t('absent')}</span> : <ContentTexts texts={texts} />;
}

function Difference({ row: { before, after, same } }: { row: ComparedLine }) {
  const t = useTranslations('session-list.record.compare');
  if (same) return <span className="text-ink-soft">{t('equal')}</span>;
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return <Badge tone="warning">{t(kind)}</Badge>;
}
