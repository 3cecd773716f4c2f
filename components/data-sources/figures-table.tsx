import { useFormatter, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { OriginMark } from '@/components/ui/origin-mark';
import type { NetworkFigure } from '@/lib/public-directory/views-schema';
import { countedOrigin } from './counted-origin';
import { figureSource } from './figure-source';

/** Every published figure with its source, beside the number of what is loaded. */
export function FiguresTable({ figures }: { figures: readonly NetworkFigure[] }) {
  const t = useTranslations('data.figures');
  const format = useFormatter();
  const sourceText = (source: string) => {
    const known = figureSource(source);
    if (known === null) return source;
    const base = t(`base.${known.base}`);
    return known.remark ? t('withRemark', { base, remark: t(`remark.${known.remark}`) }) : base;
  };
  return (
    <DataTable
      caption={t('caption')}
      rows={figures}
      rowKey={(figure) => figure.key}
      columns={[
        { key: 'name', header: t('name'), cell: (figure) => t(`key.${figure.key}`) },
        {
          key: 'published',
          header: t('value'),
          numeric: true,
          cell: ({ published }) => (published ? format.number(published.value) : t('none')),
        },
        {
          key: 'target',
          header: t('target'),
          numeric: true,
          cell: ({ target }) => (target ? format.number(target.value) : '—'),
        },
        { key: 'asOf', header: t('asOf'), cell: ({ published }) => published?.asOf ?? t('noYear') },
        {
          key: 'source',
          header: t('source'),
          wide: true,
          cell: ({ published }) => (published ? sourceText(published.source) : '—'),
        },
        {
          key: 'counted',
          header: t('counted'),
          numeric: true,
          cell: ({ counted, origin }) => (
            <span className="inline-flex items-center gap-2 whitespace-nowrap">
              <OriginMark origin={countedOrigin(origin)} />
              {format.number(counted)}
            </span>
          ),
        },
      ]}
    />
  );
}
