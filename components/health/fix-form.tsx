import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/ui/action-form';
import type { FormAction } from '@/components/ui/form-state';
import { inLocale } from '@/lib/i18n/locales';
import type { HealthFilter, HealthFix, HealthRow } from '@/lib/registry/health/health-schema';
import { foundText } from './health-words';

type Props = { filter: HealthFilter; fixes: readonly HealthFix[]; rows: readonly HealthRow[]; action: FormAction };

const isFixable = (fix: HealthFix, row: HealthRow) =>
  fix === 'confirm' || (fix === 'hours' ? row.centreHours !== null : row.phoneProposal !== null);

/** Puts chosen facilities right at once; each says what it would become. */
export function FixForm({ filter: { problem, district }, fixes, rows, action }: Props) {
  const t = useTranslations('health');
  const locale = useLocale();
  const possible = fixes.filter((fix) => rows.some((row) => isFixable(fix, row)));
  const [first] = possible;
  if (!first) return null;
  const shown = rows.filter((row) => possible.some((fix) => isFixable(fix, row)));
  const found = (row: HealthRow) => foundText(t, problem, row);
  return (
    <ActionForm
      id="fix"
      action={action}
      hidden={{ problem, ...(district ? { district } : {}) }}
      note={t('fix.note')}
      fields={[
        {
          kind: 'radios',
          name: 'fix',
          label: t('fix.how'),
          options: possible.map((fix) => ({ value: fix, label: t(`fix.${fix}`) })),
          chosen: [first],
        },
        {
          kind: 'checkboxes',
          name: 'row',
          label: t('fix.rows'),
          options: shown.map((row) => ({
            value: `${row.version} ${row.id}`,
            label: [inLocale(locale, row.name, row.nameEn), found(row)].filter((text) => text !== '').join(' · '),
          })),
          chosen:
            first === 'confirm'
              ? []
              : shown.filter((row) => isFixable(first, row)).map((row) => `${row.version} ${row.id}`),
        },
      ]}
      submit={t('fix.submit')}
    />
  );
}
