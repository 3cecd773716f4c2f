import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import {
  HEALTH_PROBLEMS,
  type HealthProblem,
  type HealthUnit,
  type HealthView,
} from '@/lib/registry/health/health-schema';
import { healthPath } from './health-paths';

/** Problems by district; each number leads to its rows. */
export function HealthSummary({ health: { units, whole } }: { health: HealthView }) {
  const t = useTranslations('health');
  const locale = useLocale();
  const rows = units.length === 1 ? units : [...units, whole];
  const counted = (unit: HealthUnit, problem: HealthProblem) => {
    const text = t('summary.count', { count: unit[problem] });
    if (unit[problem] === 0) return text;
    const href = healthPath(locale, { problem, district: unit.district?.code });
    return (
      <TextLink href={href} className="-my-2.5 inline-flex min-h-11 min-w-11 items-center justify-end">
        {text}
      </TextLink>
    );
  };
  return (
    <DataTable
      caption={t('summary.caption')}
      captionHidden
      rows={rows}
      rowKey={({ district }) => district?.code ?? 'whole'}
      columns={[
        {
          key: 'unit',
          header: t('summary.unit'),
          cell: ({ district }) => (district ? inLocale(locale, district.name, district.nameEn) : t('summary.whole')),
        },
        {
          key: 'facilities',
          header: t('summary.facilities'),
          numeric: true,
          cell: ({ facilities }) => t('summary.count', { count: facilities }),
        },
        {
          key: 'mean',
          header: t('summary.mean'),
          numeric: true,
          cell: ({ facilities, mean }) => (facilities === 0 ? '—' : t('summary.percent', { value: Math.round(mean) })),
        },
        ...HEALTH_PROBLEMS.map((problem) => ({
          key: problem,
          header: t(`problemName.${problem}`),
          numeric: true,
          cell: (unit: HealthUnit) => counted(unit, problem),
        })),
      ]}
    />
  );
}
