import { useLocale, useTranslations } from 'next-intl';
import { slotKey } from '@/components/logging/device/device-records';
import { Button } from '@/components/ui/button';
import { InputField, SelectField } from '@/components/ui/field';
import type { CivilDate } from '@/lib/core/dates';
import { HALVES, type Half } from '@/lib/directory/schema';
import { inLocale, localePath } from '@/lib/i18n/locales';

type Props = {
  clinics: readonly { id: string; name: string; nameEn: string }[];
  monday: CivilDate;
  /** the last day that can be logged */
  latest: CivilDate;
  /** the rows that were added before */
  extra: readonly { clinicId: string; date: CivilDate; half: Half }[];
};

/** Adds a row outside the schedule: an ordinary form that leads to an address, so it needs no scripts. */
export function AddRow({ clinics, monday, latest, extra }: Props) {
  const t = useTranslations('logging');
  const halves = useTranslations('terms.half');
  const locale = useLocale();
  if (clinics.length === 0) return null;
  return (
    <form
      action={localePath(locale, '/clinic-sessions/week')}
      className="mt-6 grid items-end gap-4 sm:grid-cols-[2fr_1fr_1fr_auto]"
    >
      <input type="hidden" name="monday" value={monday} />
      {extra.map((slot) => (
        <input key={slotKey(slot)} type="hidden" name="extra" value={slotKey(slot)} />
      ))}
      <SelectField
        id="add-clinic"
        name="clinic"
        label={t('week.addClinic')}
        options={clinics.map((one) => ({ value: one.id, label: inLocale(locale, one.name, one.nameEn) }))}
      />
      <InputField
        id="add-date"
        name="date"
        type="date"
        label={t('choose.date')}
        min={monday}
        max={latest}
        defaultValue={latest}
      />
      <SelectField
        id="add-half"
        name="half"
        label={t('choose.half')}
        options={HALVES.map((half) => ({ value: half, label: halves(half) }))}
        defaultValue="am"
      />
      <Button variant="secondary">{t('week.add')}</Button>
    </form>
  );
}
