import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { CheckField, InputField, SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/components/ui/option-markup';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';
import type { MonitorFilter } from '@/lib/monitor/filter-schema';
import { MONITOR_STATES } from '@/lib/monitor/schema';

type Props = { date: CivilDate; today: CivilDate; filter: MonitorFilter; districts: readonly Option[] };

/** Day and filters of the monitor, an ordinary form: the answer is an address that can be kept. */
export function MonitorFilters({ date, today, filter, districts }: Props) {
  const t = useTranslations('monitor.filter');
  const states = useTranslations('monitor.state');
  const alliances = useTranslations('terms.alliance');
  const locale = useLocale();
  const action = localePath(locale, '/monitor');
  const { state, district, alliance, text, check } = filter;
  const any = t('any');
  return (
    <form
      method="get"
      action={action}
      aria-label={t('title')}
      className="no-print my-5 rounded-xl border border-line bg-surface p-4"
    >
      <div className="grid grid-cols-1 items-end gap-3 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3">
        <InputField
          id="monitor-date"
          name="date"
          type="date"
          label={t('date')}
          hint={t('dateHint')}
          max={today}
          defaultValue={date}
        />
        <SelectField
          id="monitor-state"
          name="state"
          label={t('state')}
          empty={any}
          options={MONITOR_STATES.map((value) => ({ value, label: states(value) }))}
          defaultValue={state ?? ''}
        />
        {districts.length > 1 && (
          <>
            <SelectField
              id="monitor-alliance"
              name="alliance"
              label={t('alliance')}
              empty={any}
              options={ALLIANCE_CODES.map((value) => ({ value, label: alliances(value) }))}
              defaultValue={alliance ?? ''}
            />
            <SelectField
              id="monitor-district"
              name="district"
              label={t('district')}
              empty={any}
              options={districts}
              defaultValue={district ?? ''}
            />
          </>
        )}
        <InputField id="monitor-text" name="text" label={t('text')} maxLength={60} defaultValue={text} />
        <CheckField id="monitor-check" name="check" value="1" label={t('check')} defaultChecked={check} />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('apply')}
        </Button>
        <ButtonLink href={action}>{t('clear')}</ButtonLink>
      </div>
    </form>
  );
}
