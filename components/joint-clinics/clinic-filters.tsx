import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { InputField, SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { Option, OptionGroup } from '@/components/ui/option-markup';
import { localePath } from '@/lib/i18n/locales';
import type { ClinicFilter } from '@/lib/joint-clinics/list-schema';
import { CLINIC_STATUSES } from '@/lib/joint-clinics/schema';
import { CLINICS_PATH } from './clinic-paths';

type Choices = readonly (Option | OptionGroup)[];
type Props = { filter: ClinicFilter; districts: Choices; centres: Choices; experts: Choices };

/** Search and filters of the list of clinics, an ordinary form: the answer is an address that can be kept. */
export function ClinicFilters({ filter, districts, centres, experts }: Props) {
  const t = useTranslations('joint-clinics.filter');
  const term = useTranslations('terms.clinicStatus');
  const locale = useLocale();
  const action = localePath(locale, CLINICS_PATH);
  const { text, status, district, centre, expert } = filter;
  const any = t('any');
  return (
    <form
      method="get"
      action={action}
      aria-label={t('title')}
      className="no-print my-5 rounded-xl border border-line bg-surface p-4"
    >
      <div className="grid grid-cols-1 items-end gap-3 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3">
        <InputField id="filter-text" name="text" label={t('text')} maxLength={120} defaultValue={text} />
        <SelectField
          id="filter-status"
          name="status"
          label={t('status')}
          empty={any}
          options={CLINIC_STATUSES.map((value) => ({ value, label: term(value) }))}
          defaultValue={status ?? ''}
        />
        {districts.length > 1 && (
          <SelectField
            id="filter-district"
            name="district"
            label={t('district')}
            empty={any}
            options={districts}
            defaultValue={district ?? ''}
          />
        )}
        {centres.length > 0 && (
          <SelectField
            id="filter-centre"
            name="centre"
            label={t('centre')}
            empty={any}
            options={centres}
            defaultValue={centre ?? ''}
          />
        )}
        {experts.length > 0 && (
          <SelectField
            id="filter-expert"
            name="expert"
            label={t('expert')}
            empty={any}
            options={experts}
            defaultValue={expert ?? ''}
          />
        )}
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('apply')}
        </Button>
        {Boolean(text || status || district || centre || expert) && <ButtonLink href={action}>{t('clear')}</ButtonLink>}
      </div>
    </form>
  );
}
