import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/ui/form-field';
import { inLocale } from '@/lib/i18n/locales';
import type { TargetChoices, TargetProposal } from '@/lib/indicators/target-schema';

type Given = { value?: string; source?: string };

/** The value with what it rests on and why; the same for a new target as for a changed one. */
export async function valueFields({ value, source }: Given): Promise<FormField[]> {
  const t = await getTranslations('targets.field');
  return [
    // decimals have a point: a text, not a number of whole digits
    { name: 'value', label: t('value'), hint: t('valueHint'), maxLength: 12, defaultValue: value, verbatim: true },
    { name: 'source', label: t('source'), hint: t('sourceHint'), maxLength: 200, defaultValue: source },
    { kind: 'area', name: 'reason', label: t('reason'), hint: t('reasonHint'), maxLength: 300, rows: 2 },
  ];
}

/** Everything a new target needs; filled after an earlier one where there is one. */
export async function targetFields(
  { units, definitions }: TargetChoices,
  proposal: TargetProposal | null,
): Promise<FormField[]> {
  const [t, locale, rest] = await Promise.all([
    getTranslations('targets.field'),
    getLocale(),
    valueFields(proposal ?? {}),
  ]);
  const only = units.length === 1 ? units[0] : undefined;
  return [
    {
      kind: 'select',
      name: 'unit',
      label: t('unit'),
      empty: only ? undefined : t('choose'),
      options: units.map(({ level, code, name, nameEn }) => ({
        value: `${level}/${code}`,
        label: inLocale(locale, name, nameEn),
      })),
      defaultValue: proposal?.unit ?? (only && `${only.level}/${only.code}`),
    },
    {
      kind: 'select',
      name: 'indicatorId',
      label: t('indicator'),
      empty: t('choose'),
      options: definitions.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) })),
      defaultValue: proposal?.indicatorId,
    },
    {
      kind: 'group',
      name: 'period',
      label: t('period'),
      hint: t('periodHint'),
      columns: true,
      fields: [
        { name: 'from', label: t('from'), maxLength: 7, defaultValue: proposal?.from, verbatim: true },
        { name: 'to', label: t('to'), maxLength: 7, defaultValue: proposal?.to, verbatim: true },
      ],
    },
    ...rest,
  ];
}
