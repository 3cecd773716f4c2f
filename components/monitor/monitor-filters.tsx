import { useLocale, useTranslations } from 'next-intl';
import { FilterForm } from '@/components/ui/filter-form';
import type { Option } from '@/components/ui/option-markup';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';
import type { MonitorFilter } from '@/lib/monitor/filter-schema';
import { MONITOR_STATES } from '@/lib/monitor/schema';

type Props = { date: CivilDate; today: CivilDate; filter: MonitorFilter; districts: readonly Option[] };

/** Day and filters of the monitor; the day is always chosen, so that clearing is always offered. */
export function MonitorFilters({ date, today, filter, districts }: Props) {
  const t = useTranslations('monitor.filter');
  const states = useTranslations('monitor.state');
  const alliances = useTranslations('terms.alliance');
  const { state, district, alliance, text, check } = filter;
  const isWide = districts.length > 1;
  return (
    <FilterForm
      title={t('title')}
      action={localePath(useLocale(), '/monitor')}
      fields={[
        { kind: 'date', name: 'date', label: t('date'), hint: t('dateHint'), max: today, value: date },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: MONITOR_STATES.map((value) => ({ value, label: states(value) })),
          value: state,
        },
        {
          kind: 'select',
          name: 'alliance',
          label: t('alliance'),
          options: isWide ? ALLIANCE_CODES.map((value) => ({ value, label: alliances(value) })) : [],
          value: alliance,
        },
        {
          kind: 'select',
          name: 'district',
          label: t('district'),
          options: isWide ? districts : [],
          value: district,
        },
        { kind: 'text', name: 'text', label: t('text'), maxLength: 60, value: text },
        { kind: 'check', name: 'check', label: t('check'), checked: Boolean(check) },
      ]}
    />
  );
}
