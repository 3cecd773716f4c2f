import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import { TwoLines } from '@/components/ui/table-cells';
import { TextLink } from '@/components/ui/text-link';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { HealthProblem, HealthRow } from '@/lib/registry/health/health-schema';
import { foundText } from './health-words';

type Props = { problem: HealthProblem; rows: readonly HealthRow[] };

/** Facilities with a problem: what was found, and when somebody last looked. */
export function HealthTable({ problem, rows }: Props) {
  const t = useTranslations('health');
  const locale = useLocale();
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  return (
    <DataTable
      caption={t('list.caption', { problem: t(`problemName.${problem}`) })}
      captionHidden
      empty={t('list.empty')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('list.name'),
          wide: true,
          cell: (row) => (
            <TwoLines
              note={
                row.centre
                  ? t('list.of', { district: named(row.district), centre: named(row.centre) })
                  : named(row.district)
              }
            >
              <TextLink
                href={localePath(locale, `/facilities/${row.id}`)}
                className="-mt-2.5 inline-flex min-h-11 items-center"
              >
                {named(row)}
              </TextLink>
            </TwoLines>
          ),
        },
        { key: 'found', header: t('list.found'), wide: true, cell: (row) => foundText(t, problem, row) },
        {
          key: 'score',
          header: t('list.score'),
          numeric: true,
          cell: ({ score }) => t('summary.percent', { value: score }),
        },
        {
          key: 'touched',
          header: t('list.touched'),
          cell: ({ touchedAt, checkedByName }) => (
            <TwoLines note={checkedByName && t('list.by', { name: checkedByName })}>
              <InstantText at={touchedAt} />
            </TwoLines>
          ),
        },
      ]}
    />
  );
}
