import { useTranslations } from 'next-intl';
import { DataTable, type Column as TableColumn } from '@/components/ui/data-table';
import type { Column, ListName } from '@/lib/registry/schema';

/** What the columns of a list mean: the data dictionary on the page. */
export function ColumnTable({ list, columns }: { list: ListName; columns: readonly Column[] }) {
  const t = useTranslations('registry');
  const shown: TableColumn<Column>[] = [
    { key: 'column', header: t('columns.column'), cell: ({ key }) => t(`column.${key}.label`) },
    {
      key: 'need',
      header: t('columns.need'),
      cell: ({ required }) => t(required ? 'dictionary.required' : 'dictionary.optional'),
    },
    { key: 'note', header: t('columns.note'), wide: true, cell: ({ key }) => t(`column.${key}.note`) },
    { key: 'example', header: t('columns.example'), cell: ({ key }) => t(`column.${key}.example`) },
  ];
  const caption = t('columns.caption', { list: t(`list.${list}.name`) });
  return <DataTable caption={caption} captionHidden columns={shown} rows={columns} rowKey={({ key }) => key} />;
}
