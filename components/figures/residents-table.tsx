import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { countedOrigin } from '@/components/data-sources/counted-origin';
import { DataTable } from '@/components/ui/data-table';
import { OriginMark } from '@/components/ui/origin-mark';
import { inLocale } from '@/lib/i18n/locales';
import type { SubdistrictResidents } from '@/lib/indicators/population-schema';

/** Residents and residents of 65 and older by subdistrict, as they were given. */
export function ResidentsTable({ rows, caption }: { rows: readonly SubdistrictResidents[]; caption: string }) {
  const t = useTranslations('figures');
  const locale = useLocale();
  const format = useFormatter();
  const count = (value: number | null, { withheld }: SubdistrictResidents) =>
    value === null ? t(withheld ? 'missing.withheld' : 'missing.not_given') : format.number(value);
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        { key: 'name', header: t('column.subdistrict'), cell: (row) => inLocale(locale, row.name, row.nameEn) },
        {
          key: 'district',
          header: t('column.district'),
          cell: ({ district }) => inLocale(locale, district.name, district.nameEn),
        },
        { key: 'year', header: t('column.year'), numeric: true, cell: ({ year }) => year },
        { key: 'residents', header: t('column.residents'), numeric: true, cell: (row) => count(row.residents, row) },
        { key: 'old', header: t('column.residents65'), numeric: true, cell: (row) => count(row.residents65, row) },
        {
          key: 'share',
          header: t('column.share65'),
          numeric: true,
          cell: ({ residents, residents65 }) =>
            residents && residents65 !== null
              ? `${format.number((residents65 / residents) * 100, { maximumFractionDigits: 1 })}%`
              : '—',
        },
        {
          key: 'source',
          header: t('column.source'),
          wide: true,
          cell: ({ source, origin }) => (
            <span className="inline-flex flex-wrap items-center gap-2">
              {source} <OriginMark origin={countedOrigin(origin)} />
            </span>
          ),
        },
      ]}
    />
  );
}
