import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { REPORT_STATUSES, type ReportFilter } from '@/lib/directory/report-schema';
import { REPORT_CATEGORIES } from '@/lib/directory/schema';
import { localePath } from '@/lib/i18n/locales';
import { FEEDBACK_PATH } from './feedback-paths';

/** Filters of the inbox, an ordinary form: the answer is an address that can be kept. */
export function ReportFilters({ filter: { status, category, owner } }: { filter: ReportFilter }) {
  const t = useTranslations('feedback.filter');
  const state = useTranslations('terms.reportStatus');
  const kind = useTranslations('terms.reportCategory');
  const action = localePath(useLocale(), FEEDBACK_PATH);
  const owners = ['mine', 'nobody'] as const;
  return (
    <form
      method="get"
      action={action}
      aria-label={t('title')}
      className="no-print my-5 rounded-xl border border-line bg-surface p-4"
    >
      <div className="grid grid-cols-1 items-end gap-3 sm:not-senior:grid-cols-3">
        <SelectField
          id="filter-status"
          name="status"
          label={t('status')}
          empty={t('any')}
          options={REPORT_STATUSES.map((value) => ({ value, label: state(value) }))}
          defaultValue={status ?? ''}
        />
        <SelectField
          id="filter-category"
          name="category"
          label={t('category')}
          empty={t('any')}
          options={REPORT_CATEGORIES.map((value) => ({ value, label: kind(value) }))}
          defaultValue={category ?? ''}
        />
        <SelectField
          id="filter-owner"
          name="owner"
          label={t('owner')}
          empty={t('any')}
          options={owners.map((value) => ({ value, label: t(value) }))}
          defaultValue={owner ?? ''}
        />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('apply')}
        </Button>
        {Boolean(status || category || owner) && <ButtonLink href={action}>{t('clear')}</ButtonLink>}
      </div>
    </form>
  );
}
