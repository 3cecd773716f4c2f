import { useLocale, useTranslations } from 'next-intl';
import { listHref } from '@/components/clinics/list-params';
import { FilterForm } from '@/components/ui/filter-form';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import { HALVES } from '@/lib/directory/schema';
import { inLocale } from '@/lib/i18n/locales';
import type { CodedName } from '@/lib/public-directory/schema';
import { type CalendarRequest, calendarReach } from './calendar-params';

type Props = {
  action: string;
  request: Pick<CalendarRequest, 'view' | 'from' | 'filters'>;
  today: CivilDate;
  districts: readonly CodedName[];
  conditions: readonly CodedName[];
};

/** The calendar's filters: from which day, where, what for and at what time of the day. */
export function CalendarFilters({ action, request, today, districts, conditions }: Props) {
  const t = useTranslations('calendar.filters');
  const term = useTranslations('terms');
  const locale = useLocale();
  const { view, from, filters } = request;
  const { first, last } = calendarReach(today);
  const named = ({ code, name, nameEn }: CodedName) => ({ value: code, label: inLocale(locale, name, nameEn) });
  return (
    <FilterForm
      title={t('label')}
      folded
      columns={4}
      action={action}
      clearHref={Object.values(filters).some(Boolean) ? listHref(action, { [view]: from }) : null}
      fields={[
        { kind: 'date', name: view, label: t(view), value: from, min: first, max: last },
        {
          kind: 'select',
          name: 'half',
          label: t('half'),
          value: filters.half,
          options: HALVES.map((half) => ({ value: half, label: term(`half.${half}`) })),
        },
        {
          kind: 'select',
          name: 'district',
          label: t('district'),
          value: filters.district,
          options: districts.map(named),
        },
        {
          kind: 'select',
          name: 'alliance',
          label: t('alliance'),
          value: filters.alliance,
          options: ALLIANCE_CODES.map((code) => ({ value: code, label: term(`alliance.${code}`) })),
        },
        {
          kind: 'select',
          name: 'condition',
          label: t('condition'),
          value: filters.condition,
          options: conditions.map(named),
        },
      ]}
    />
  );
}
