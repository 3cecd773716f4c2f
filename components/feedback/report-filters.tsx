import { useLocale, useTranslations } from 'next-intl';
import { FilterForm } from '@/components/ui/filter-form';
import { REPORT_STATUSES, type ReportFilter } from '@/lib/directory/report-schema';
import { REPORT_CATEGORIES } from '@/lib/directory/schema';
import { localePath } from '@/lib/i18n/locales';
import { FEEDBACK_PATH } from './feedback-paths';

/** Filters of the inbox. */
export function ReportFilters({ filter: { status, category, owner } }: { filter: ReportFilter }) {
  const t = useTranslations('feedback.filter');
  const state = useTranslations('terms.reportStatus');
  const kind = useTranslations('terms.reportCategory');
  const owners = ['mine', 'nobody'] as const;
  return (
    <FilterForm
      title={t('title')}
      action={localePath(useLocale(), FEEDBACK_PATH)}
      fields={[
        {
          kind: 'select',
          name: 'status',
          label: t('status'),
          options: REPORT_STATUSES.map((value) => ({ value, label: state(value) })),
          value: status,
        },
        {
          kind: 'select',
          name: 'category',
          label: t('category'),
          options: REPORT_CATEGORIES.map((value) => ({ value, label: kind(value) })),
          value: category,
        },
        {
          kind: 'select',
          name: 'owner',
          label: t('owner'),
          options: owners.map((value) => ({ value, label: t(value) })),
          value: owner,
        },
      ]}
    />
  );
}
