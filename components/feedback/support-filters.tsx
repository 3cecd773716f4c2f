import { useLocale, useTranslations } from 'next-intl';
import { FilterForm } from '@/components/ui/filter-form';
import { SUPPORT_KINDS, SUPPORT_LISTS, SUPPORT_STATUSES, type SupportFilter } from '@/lib/directory/support-schema';
import { localePath } from '@/lib/i18n/locales';
import { SUPPORT_PATH } from './feedback-paths';

/** Filters of what staff ask; whose requests they are is a choice only for those who also answer. */
export function SupportFilters({ filter, answers }: { filter: SupportFilter; answers: boolean }) {
  const t = useTranslations('feedback.support');
  return (
    <FilterForm
      title={t('filter.title')}
      action={localePath(useLocale(), SUPPORT_PATH)}
      fields={[
        {
          kind: 'select',
          name: 'status',
          label: t('filter.status'),
          options: SUPPORT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          value: filter.status,
        },
        {
          kind: 'select',
          name: 'kind',
          label: t('filter.kind'),
          options: SUPPORT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
          value: filter.kind,
        },
        {
          kind: 'select',
          name: 'list',
          label: t('filter.list'),
          options: answers ? SUPPORT_LISTS.map((value) => ({ value, label: t(`list.${value}`) })) : [],
          value: filter.list,
        },
      ]}
    />
  );
}
