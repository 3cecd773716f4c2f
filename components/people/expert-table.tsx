import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { DataTable } from '@/components/ui/data-table';
import { DemoMark } from '@/components/ui/origin-mark';
import { TwoLines, useCountColumn } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import { inLocale } from '@/lib/i18n/locales';
import type { ExpertListed } from '@/lib/training/schema';
import { personPath } from './people-paths';

/** Experts with hospital, title and how many half-days, clinics and trainees they have, each leading to the page. */
export function ExpertTable({ experts }: { experts: readonly ExpertListed[] }) {
  const t = useTranslations('people.experts');
  const title = useTranslations('terms.expertTitle');
  const locale = useLocale();
  const counted = useCountColumn<ExpertListed>();
  return (
    <DataTable
      caption={t('caption')}
      empty={t('empty')}
      rows={experts}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('column.name'),
          cell: (expert) => (
            <>
              <TextLink href={personPath(locale, 'expert', expert.id)} className="inline-flex min-h-11 items-center">
                {inLocale(locale, expert.name, expert.nameEn)}
              </TextLink>
              <span className="flex flex-wrap items-center gap-1.5">
                {title(expert.title)}
                {!expert.active && <Badge>{t('left')}</Badge>}
                {expert.origin === 'demonstration' && <DemoMark />}
              </span>
            </>
          ),
        },
        {
          key: 'hospital',
          header: t('column.hospital'),
          wide: true,
          cell: ({ hospital, department, departmentEn }) => (
            <TwoLines note={inLocale(locale, department, departmentEn)}>
              {inLocale(locale, hospital.name, hospital.nameEn)}
            </TwoLines>
          ),
        },
        counted('clinics', t('column.clinics'), ({ clinics }) => clinics.length),
        counted('halfDays', t('column.halfDays'), (expert) => expert.halfDaysAWeek),
        counted('trainees', t('column.trainees'), ({ trainees }) => trainees),
      ]}
    />
  );
}
