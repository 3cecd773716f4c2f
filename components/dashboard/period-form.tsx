import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { InputField, SelectField } from '@/components/ui/field';
import type { CivilDate } from '@/lib/core/dates';
import { type Period, periodText } from '@/lib/indicators/period-rules';
import { DEFAULT_PERIOD } from './unit-path';

type Props = {
  action: string;
  period: Period;
  today: CivilDate;
  /** other choices of the address, which stay */
  kept?: Readonly<Record<string, string>>;
};

/** The periods people ask for, the present ones first. */
function choices(today: CivilDate): { value: string; key: string }[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const monthText = (index: number) => {
    const moved = year * 12 + month - 1 + index;
    return `${Math.floor(moved / 12)}-${String((moved % 12) + 1).padStart(2, '0')}`;
  };
  const quarter = Math.ceil(month / 3);
  const lastQuarter = quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`;
  return [
    { value: DEFAULT_PERIOD, key: 'twelve' },
    { value: monthText(0), key: 'thisMonth' },
    { value: monthText(-1), key: 'lastMonth' },
    { value: `${year}-Q${quarter}`, key: 'thisQuarter' },
    { value: lastQuarter, key: 'lastQuarter' },
    { value: String(year), key: 'thisYear' },
    { value: String(year - 1), key: 'lastYear' },
  ];
}

/** Chooses a period; an ordinary form, so that every choice is an address to keep. */
export function PeriodForm({ action, period, today, kept = {} }: Props) {
  const t = useTranslations('dashboard.period');
  const known = choices(today);
  const present = periodText(period);
  const listed = known.some(({ value }) => value === present);
  return (
    <form method="get" action={action} aria-label={t('title')} className="no-print my-5 flex flex-wrap items-end gap-3">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <SelectField
        id="period"
        name="period"
        label={t('label')}
        options={[
          ...known.map(({ value, key }) => ({
            value,
            label: value === DEFAULT_PERIOD ? t(key) : t('named', { name: t(key), text: value }),
          })),
          ...(listed ? [] : [{ value: present, label: present }]),
        ]}
        defaultValue={present}
      />
      <InputField id="period-from" name="from" label={t('from')} placeholder="2026-01" maxLength={7} />
      <InputField id="period-to" name="to" label={t('to')} placeholder="2026-06" maxLength={7} />
      <Button>{t('show')}</Button>
    </form>
  );
}
