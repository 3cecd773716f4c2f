import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/ui/form-field';
import { now } from '@/lib/core/clock';
import { addDays, dateInShanghai } from '@/lib/core/dates';
import { DATUMS } from '@/lib/core/geo';
import { FEATURES } from '@/lib/directory/schema';
import { type ChangeFormView, DAYS_AHEAD, TYPED_KEYS } from '@/lib/registry/changes/change-schema';
import { REASON_CHARACTERS } from '@/lib/registry/changes/request-fields';

// The form of a proposal: the profile as it stands, in the words of lists.

/** The day on which a change takes effect. */
export function dayField(label: string, chosen: string | null, earliest: 'today' | 'tomorrow' = 'today'): FormField {
  const today = dateInShanghai(now());
  const least = earliest === 'today' ? today : addDays(today, 1);
  const first = chosen && chosen > least ? chosen : least;
  return {
    ...{ kind: 'date', name: 'effectiveOn', label, defaultValue: first },
    ...{ min: least, max: addDays(today, DAYS_AHEAD) },
  };
}

/** The fields of a proposal, with what the profile says. */
export async function proposalFields({ values, ...form }: ChangeFormView): Promise<FormField[]> {
  const [t, names, option, datums] = await Promise.all([
    getTranslations('changes.propose'),
    getTranslations('registry.column'),
    getTranslations('registry.option'),
    getTranslations('registry.datumLong'),
  ]);
  const line = (name: 'name' | 'nameEn' | 'shortName' | 'address' | 'addressEn' | 'latitude' | 'longitude') => ({
    ...{ name, label: names(`${name}.label`), defaultValue: values[name] ?? '', verbatim: true },
  });
  const chosen = (key: string) => (values[key] ?? '').split(';').filter((one) => one !== '');
  const area = (name: 'hours' | 'conditions', hint: string) => ({
    ...{ kind: 'area' as const, name, label: names(`${name}.label`), hint, defaultValue: values[name] ?? '' },
  });
  return [
    ...[line('name'), line('nameEn'), line('shortName')],
    {
      ...{ kind: 'select', name: 'subdistrict', label: names('subdistrict.label'), options: form.subdistricts },
      ...{ empty: t('subdistrictEmpty'), defaultValue: values.subdistrict ?? '' },
    },
    ...[line('address'), line('addressEn')],
    { kind: 'tel', name: 'phone', label: names('phone.label'), defaultValue: values.phone ?? '' },
    { kind: 'group', name: 'position', label: t('position'), fields: [line('latitude'), line('longitude')] },
    {
      ...{ kind: 'radios', name: 'datum', label: t('datum'), hint: t('datumHint'), chosen: ['wgs84'] },
      options: DATUMS.map((value) => ({ value, label: datums(value) })),
    },
    area('hours', t('hoursHint')),
    { kind: 'checkbox', name: 'holidays', label: t('holidays'), ticked: values.holidays === 'yes' },
    {
      ...{ kind: 'checkboxes', name: 'features', label: names('features.label'), columns: true },
      options: FEATURES.map((value) => ({ value, label: option(`feature.${value}`) })),
      chosen: chosen('features'),
    },
    {
      ...{ kind: 'checkboxes', name: 'techniques', label: names('techniques.label'), columns: true },
      options: form.techniques,
      chosen: chosen('techniques'),
    },
    area('conditions', t('conditionsHint')),
    {
      ...{ kind: 'area', name: 'reason', label: t('reason'), hint: t('reasonHint'), maxLength: REASON_CHARACTERS },
      defaultValue: form.reason,
    },
    dayField(t('effectiveOn'), form.effectiveOn),
  ];
}

/** What was typed, by the cell; several ticks are one cell. */
export function proposalIn(form: FormData): Record<string, string> {
  const texts = (key: string) => form.getAll(key).filter((value) => typeof value === 'string');
  return Object.fromEntries(TYPED_KEYS.map((key) => [key, texts(key).join(';')]));
}
