import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import { TextLink } from '@/components/ui/text-link';
import type { ImportView } from '@/lib/registry/schema';
import { STATUS_TONES } from './outcome-words';
import { importPath } from './registry-paths';

/** Files that were uploaded, newest first. */
export function ImportTable({ imports }: { imports: readonly ImportView[] }) {
  const t = useTranslations('registry');
  const locale = useLocale();
  const columns: Column<ImportView>[] = [
    {
      key: 'file',
      header: t('imports.file'),
      cell: ({ id, fileName }) => <TextLink href={importPath(locale, id)}>{fileName}</TextLink>,
    },
    { key: 'list', header: t('imports.list'), cell: ({ list }) => t(`list.${list}.name`) },
    {
      key: 'status',
      header: t('imports.status'),
      cell: ({ status, failure }) => (
        <>
          <Badge tone={STATUS_TONES[status]}>{t(`status.${status}`)}</Badge>
          {failure && <span className="block text-sm text-danger">{t('imports.failed')}</span>}
        </>
      ),
    },
    { key: 'rows', header: t('imports.rows'), numeric: true, cell: ({ rows }) => t('lists.count', { count: rows }) },
    { key: 'by', header: t('imports.by'), cell: ({ madeBy }) => madeBy },
    { key: 'at', header: t('imports.at'), cell: ({ checkedAt }) => <InstantText at={checkedAt} /> },
  ];
  return (
    <DataTable
      caption={t('imports.caption')}
      columns={columns}
      rows={imports}
      rowKey={({ id }) => id}
      empty={t('imports.empty')}
    />
  );
}
