import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { DateText } from '@/components/ui/date-text';
import { THRESHOLD_NAMES } from '@/lib/monitor/schema';
import type { ThresholdVersion } from '@/lib/monitor/views-schema';

/** Every version of the thresholds side by side, the latest first. */
export function ThresholdVersions({ versions }: { versions: readonly ThresholdVersion[] }) {
  const t = useTranslations('monitor.threshold');
  const facts = [
    {
      key: 'since',
      label: t('since'),
      cell: ({ validFrom }: ThresholdVersion) => <DateText date={validFrom} weekday="none" year />,
    },
    { key: 'by', label: t('by'), cell: ({ setByName }: ThresholdVersion) => setByName },
    { key: 'why', label: t('reason'), cell: ({ reason, source }: ThresholdVersion) => reason ?? source },
  ];
  const rows = [
    ...THRESHOLD_NAMES.map((name) => ({
      key: name as string,
      label: t(`name.${name}`),
      cell: ({ values }: ThresholdVersion): React.ReactNode => values[name],
    })),
    ...facts,
  ];
  return (
    <DataTable
      caption={t('versions')}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'name', header: t('column.name'), wide: true, cell: ({ label }) => label },
        ...versions.map((version) => ({
          key: String(version.version),
          header: t('versionNumber', { version: version.version }),
          cell: (row: (typeof rows)[number]) => row.cell(version),
        })),
      ]}
    />
  );
}
