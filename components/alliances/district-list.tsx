import { useLocale, useTranslations } from 'next-intl';
import { PlaceName } from '@/components/facility/place-name';
import { type Column, DataTable } from '@/components/ui/data-table';
import { localePath } from '@/lib/i18n/locales';
import type { AllianceView } from '@/lib/public-directory/views-schema';

type Row = AllianceView['districts'][number];

/** The districts of an alliance with what each has. */
export function DistrictTable({ districts, captionHidden }: { districts: readonly Row[]; captionHidden?: boolean }) {
  const t = useTranslations('alliances');
  const locale = useLocale();
  const columns: Column<Row>[] = [
    {
      key: 'district',
      header: t('district'),
      cell: (row) => (
        <a
          href={localePath(locale, `/districts/${row.code}`)}
          className="inline-flex min-h-8 items-center whitespace-nowrap text-link"
        >
          <PlaceName name={row.name} nameEn={row.nameEn} />
        </a>
      ),
    },
    { key: 'centres', header: t('short.centres'), numeric: true, cell: (row) => row.counts.centres },
    { key: 'stations', header: t('short.stations'), numeric: true, cell: (row) => row.counts.stations },
    { key: 'clinics', header: t('short.clinics'), numeric: true, cell: (row) => row.counts.clinics },
  ];
  return (
    <DataTable
      caption={t('districtsCaption')}
      captionHidden={captionHidden}
      columns={columns}
      rows={districts}
      rowKey={(row) => row.code}
    />
  );
}
