import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/ui/form-field';
import { listConditionChoices } from '@/lib/joint-clinics/choice-queries';
import { BOOKING_METHODS } from '@/lib/joint-clinics/schema';
import type { ClinicSeen } from '@/lib/joint-clinics/views-schema';
import { optionsOf } from './clinic-page';
import { CONDITION_FIELDS } from './form-input';

/** The fields of what is said of a clinic, with what is said now where there is a clinic. */
export async function factFields(clinic: ClinicSeen | null): Promise<{ names: FormField[]; rest: FormField[] }> {
  const [t, term, locale, conditions] = await Promise.all([
    getTranslations('joint-clinics.field'),
    getTranslations('terms.bookingMethod'),
    getLocale(),
    listConditionChoices(),
  ]);
  const options = optionsOf(
    locale,
    conditions.map(({ code, ...condition }) => ({ id: code, ...condition })),
  );
  return {
    names: [
      { name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 60, defaultValue: clinic?.name },
      { name: 'nameEn', label: t('nameEn'), hint: t('nameEnHint'), maxLength: 120, defaultValue: clinic?.nameEn },
    ],
    rest: [
      {
        kind: 'group',
        name: 'conditions',
        label: t('conditions'),
        hint: t('conditionsHint'),
        columns: true,
        fields: CONDITION_FIELDS.map((name, index) => ({
          kind: 'select',
          name,
          label: t('condition', { number: index + 1 }),
          empty: t(index === 0 ? 'choose' : 'noFurther'),
          options,
          defaultValue: clinic?.conditions[index]?.code,
        })),
      },
      { name: 'room', label: t('room'), hint: t('roomHint'), maxLength: 40, defaultValue: clinic?.room ?? undefined },
      {
        kind: 'radios',
        name: 'bookingMethod',
        label: t('booking'),
        options: BOOKING_METHODS.map((value) => ({ value, label: term(value) })),
        chosen: [clinic?.bookingMethod ?? 'centre_desk'],
      },
      {
        kind: 'tel',
        name: 'bookingPhone',
        label: t('phone'),
        hint: t('phoneHint'),
        maxLength: 20,
        defaultValue: clinic?.bookingPhone ?? undefined,
      },
    ],
  };
}
