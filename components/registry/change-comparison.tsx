import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { Notice } from '@/components/ui/notice';
import type { ChangedCell, ChangeSeen } from '@/lib/registry/changes/change-schema';

/** A profile before and after, cell by cell; where it has moved since, what it is now stands beside them. */
export function ChangeComparison({ cells, movedMetres }: Pick<ChangeSeen, 'cells' | 'movedMetres'>) {
  const t = useTranslations('changes.compare');
  const names = useTranslations('registry.column');
  const moved = cells.some(({ present }) => present !== null);
  const shown = (text: string | null) => (
    <span className="break-words whitespace-pre-wrap">{text === null || text === '' ? t('none') : text}</span>
  );
  return (
    <div className="grid gap-4">
      {moved && <Notice kind="warning">{t('moved')}</Notice>}
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={cells}
        rowKey={({ key }) => key}
        columns={[
          { key: 'cell', header: t('cell'), cell: ({ key }) => names(`${key}.label`) },
          { key: 'before', header: t('before'), wide: true, cell: ({ before }) => shown(before) },
          {
            key: 'after',
            header: t('after'),
            wide: true,
            cell: ({ after }) => <strong className="font-semibold">{shown(after)}</strong>,
          },
          ...(moved
            ? [
                {
                  ...{ key: 'present', header: t('present'), wide: true },
                  cell: ({ present }: ChangedCell) => (present === null ? null : shown(present)),
                },
              ]
            : []),
        ]}
      />
      {movedMetres !== null && <p>{t('moves', { metres: movedMetres })}</p>}
    </div>
  );
}
