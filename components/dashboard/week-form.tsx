import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { InputField } from '@/components/ui/field';
import { addDays } from '@/lib/core/dates';
import { localePath } from '@/lib/i18n/locales';
import type { UnitNamed } from '@/lib/indicators/schema';
import { unitText } from '@/lib/indicators/unit-rules';
import type { Week } from '@/lib/indicators/week-schema';
import { weekPath } from './view-path';

type Props = { unit: UnitNamed; week: Week; last: Week };

/** Goes from week to week; every week is an address of its own. */
export function WeekForm({ unit, week, last }: Props) {
  const t = useTranslations('views.week');
  const locale = useLocale();
  return (
    <form
      method="get"
      action={localePath(locale, '/dashboard/week')}
      aria-label={t('other')}
      className="no-print my-5 flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="unit" value={unitText(unit)} />
      <ButtonLink href={weekPath(locale, unit, addDays(week.from, -7))}>{t('before')}</ButtonLink>
      {week.from < last.from && (
        <ButtonLink href={weekPath(locale, unit, addDays(week.from, 7))}>{t('after')}</ButtonLink>
      )}
      <InputField id="week" name="week" type="date" label={t('day')} defaultValue={week.from} max={last.to} />
      <Button>{t('show')}</Button>
    </form>
  );
}
