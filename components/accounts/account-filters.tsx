import { useLocale, useTranslations } from 'next-intl';
import { FilterForm } from '@/components/ui/filter-form';
import type { AccountFilter } from '@/lib/auth/schema';
import type { ScopeChoices } from '@/lib/auth/views-schema';
import { localePath } from '@/lib/i18n/locales';
import { scopeOptions } from './scope-options';

const STATUSES = ['active', 'suspended', 'left'] as const;

type Props = {
  filter: AccountFilter;
  roles: readonly NonNullable<AccountFilter['role']>[];
  centres: ScopeChoices;
};

/** Search and filters of the list of accounts. */
export function AccountFilters({ filter, roles, centres }: Props) {
  const t = useTranslations('accounts');
  const locale = useLocale();
  return (
    <FilterForm
      title={t('admin.filter.title')}
      action={localePath(locale, '/accounts')}
      columns={2}
      fields={[
        {
          kind: 'text',
          name: 'text',
          label: t('admin.filter.text'),
          hint: t('admin.filter.textHint'),
          maxLength: 60,
          value: filter.text,
        },
        {
          kind: 'select',
          name: 'role',
          label: t('admin.filter.role'),
          options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
          value: filter.role,
        },
        {
          kind: 'select',
          name: 'status',
          label: t('admin.filter.status'),
          options: STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
          value: filter.status,
        },
        {
          kind: 'select',
          name: 'centre',
          label: t('admin.filter.centre'),
          options: scopeOptions(locale, centres),
          value: filter.centre,
        },
      ]}
    />
  );
}
