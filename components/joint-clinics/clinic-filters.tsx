import { useLocale, useTranslations } from 'next-intl';
import { FilterForm } from '@/components/ui/filter-form';
import type { Option, OptionGroup } from '@/components/ui/option-markup';
import { localePath } from '@/lib/i18n/locales';
import type { ClinicFilter } from '@/lib/joint-clinics/list-schema';
import { CLINIC_STATUSES } from '@/lib/joint-clinics/schema';
import { CLINICS_PATH } from './clinic-paths';

type Choices = readonly (Option | OptionGroup)[];
type Props = { filter: ClinicFilter; districts: Choices; centres: Choices; experts: Choices };

/** Search and filters of the list of clinics. */
export function ClinicFilters({ filter, districts, centres, experts }: Props) {
  const t = useTranslations('joint-clinics.filter');
  const term = useTranslations('terms.clinicStatus');
  const { text, status, district, centre, expert } = filter;
  return (
    <FilterForm
      title={t('title')}
      action={localePath(useLocale(), CLINICS_PATH)}
      fields={[
        { kind: 'text', name: 'text', label: t('text'), maxLength: 120, value: text },
        {
          kind: 'select',
          name: 'status',
          label: t('status'),
          options: CLINIC_STATUSES.map((value) => ({ value, label: term(value) })),
          value: status,
        },
        {
          kind: 'select',
          name: 'district',
          label: t('district'),
          options: districts.length > 1 ? districts : [],
          value: district,
        },
        { kind: 'select', name: 'centre', label: t('centre'), options: centres, value: centre },
        { kind: 'select', name: 'expert', label: t('expert'), options: experts, value: expert },
      ]}
    />
  );
}
