import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';

/** What the reference data holds and what each part is; the words are in the catalog, the facts in prisma/reference. */
const SOURCES = [
  { key: 'alliances', nature: 'fact' },
  { key: 'districts', nature: 'fact' },
  { key: 'subdistricts', nature: 'fact' },
  { key: 'positions', nature: 'mixed' },
  { key: 'hospitals', nature: 'fact' },
  { key: 'centres', nature: 'mixed' },
  { key: 'totals', nature: 'published' },
  { key: 'holidays', nature: 'fact' },
  { key: 'outlines', nature: 'fact' },
  { key: 'conditions', nature: 'ours' },
  { key: 'techniques', nature: 'ours' },
  { key: 'landmarks', nature: 'ours' },
  { key: 'stationNames', nature: 'fact' },
  { key: 'network', nature: 'demonstration' },
] as const;

/** Every kind of data with its nature, source and licence. */
export function SourcesTable() {
  const t = useTranslations('data');
  return (
    <DataTable
      caption={t('sources.caption')}
      rows={SOURCES}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', header: t('sources.what'), cell: ({ key }) => t(`sources.${key}.what`) },
        { key: 'nature', header: t('sources.nature'), cell: ({ nature }) => t(`nature.${nature}`) },
        { key: 'source', header: t('sources.source'), wide: true, cell: ({ key }) => t(`sources.${key}.source`) },
      ]}
    />
  );
}
