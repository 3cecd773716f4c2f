import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { FormField } from '@/components/ui/form-field';
import { addDays, type CivilDate } from '@/lib/core/dates';
import { monthOf } from '@/lib/indicators/period-rules';
import { REDEFINED_TEXTS } from '@/lib/indicators/redefine-schema';
import { GOOD_DIRECTIONS, type IndicatorDefinition } from '@/lib/indicators/schema';

const LENGTHS = {
  name: [40, 80],
  tells: [200, 300],
  matters: [200, 300],
  numerator: [100, 200],
  denominator: [100, 200],
};

/** The words of the latest version, to be changed, and from when and why. */
export async function definitionFields(latest: IndicatorDefinition, today: CivilDate): Promise<FormField[]> {
  const t = await getTranslations('counting');
  const texts = REDEFINED_TEXTS.filter((name) => latest[name] !== null);
  const nextMonth = addDays(monthOf(today).to, 1);
  return [
    ...texts.map(
      (name): FormField => ({
        kind: 'group',
        name: `${name}Both`,
        label: name === 'name' ? t('table.indicator') : t(`term.${name}`),
        fields: [
          {
            ...{ kind: 'area', name, label: t('edit.chinese'), rows: 2 },
            ...{ maxLength: LENGTHS[name][0], defaultValue: latest[name] ?? '' },
          },
          {
            ...{ kind: 'area', name: `${name}En`, label: t('edit.english'), rows: 2 },
            ...{ maxLength: LENGTHS[name][1], defaultValue: latest[`${name}En`] ?? '' },
          },
        ],
      }),
    ),
    {
      kind: 'radios',
      name: 'goodDirection',
      label: t('term.direction'),
      options: GOOD_DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) })),
      chosen: [latest.goodDirection],
    },
    { kind: 'checkbox', name: 'public', label: t('edit.public'), ticked: latest.public },
    { name: 'reviewer', label: t('edit.reviewer'), maxLength: 60, defaultValue: latest.reviewer },
    { kind: 'date', name: 'reviewedOn', label: t('edit.reviewedOn'), max: today, defaultValue: today },
    { kind: 'date', name: 'nextReviewOn', label: t('edit.nextReviewOn'), defaultValue: addDays(today, 365) },
    {
      ...{ kind: 'date', name: 'validFrom', label: t('edit.validFrom'), hint: t('edit.validFromHint') },
      ...{ min: nextMonth, defaultValue: nextMonth },
    },
    { kind: 'area', name: 'reason', label: t('edit.reason'), maxLength: 300, rows: 2 },
  ];
}
