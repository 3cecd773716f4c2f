import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { InputField, SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
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

/** Search and filters of the list of accounts, an ordinary form: the answer is an address that can be kept. */
export function AccountFilters({ filter, roles, centres }: Props) {
  const t = useTranslations('accounts');
  const locale = useLocale();
  const action = localePath(locale, '/accounts');
  const isSet = Boolean(filter.text || filter.role || filter.status || filter.centre);
  return (
    <form
      method="get"
      action={action}
      aria-label={t('admin.filter.title')}
      className="no-print my-5 rounded-xl border border-line bg-surface p-4"
    >
      <div className="grid grid-cols-1 items-end gap-3 sm:not-senior:grid-cols-2">
        <InputField
          id="filter-text"
          name="text"
          label={t('admin.filter.text')}
          hint={t('admin.filter.textHint')}
          maxLength={60}
          defaultValue={filter.text}
        />
        <SelectField
          id="filter-role"
          name="role"
          label={t('admin.filter.role')}
          empty={t('admin.filter.any')}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          defaultValue={filter.role ?? ''}
        />
        <SelectField
          id="filter-status"
          name="status"
          label={t('admin.filter.status')}
          empty={t('admin.filter.any')}
          options={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
          defaultValue={filter.status ?? ''}
        />
        <SelectField
          id="filter-centre"
          name="centre"
          label={t('admin.filter.centre')}
          empty={t('admin.filter.any')}
          options={scopeOptions(locale, centres)}
          defaultValue={filter.centre ?? ''}
        />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('admin.filter.apply')}
        </Button>
        {isSet && <ButtonLink href={action}>{t('admin.filter.clear')}</ButtonLink>}
      </div>
    </form>
  );
}
