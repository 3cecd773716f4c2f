import { randomUUID } from 'node:crypto';
import { getLocale, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/ui/action-form';
import type { FormField } from '@/components/ui/form-field';
import { inLocale } from '@/lib/i18n/locales';
import { NAME_LENGTH, type PlanPlaces, type StageKind } from '@/lib/registry/stages/stage-schema';
import { sendPlan } from './actions';

/** What is asked of something that is to be planned. */
export async function PlanForm({ kind, places }: { kind: StageKind; places: PlanPlaces }) {
  const [t, locale] = await Promise.all([getTranslations('stages'), getLocale()]);
  const named = ({ name, nameEn }: { name: string; nameEn: string }) => inLocale(locale, name, nameEn);
  const { centres, conditions } = places;
  const centre: FormField = {
    kind: 'select',
    name: 'centreId',
    label: t('form.centre'),
    options: centres.map((one) => ({ value: one.id, label: named(one) })),
    ...(centres.length > 1 ? { empty: t('form.choose') } : {}),
  };
  const names: FormField[] = [
    { name: 'name', label: t(`form.name.${kind}`), maxLength: NAME_LENGTH.most },
    { name: 'nameEn', label: t('form.nameEn'), maxLength: 120 },
  ];
  const fields: Record<StageKind, FormField[]> = {
    station: [
      centre,
      ...names,
      {
        kind: 'radios',
        name: 'stationKind',
        label: t('form.stationKind'),
        options: (['community_station', 'village_clinic'] as const).map((value) => ({
          value,
          label: t(`form.stationKinds.${value}`),
        })),
        chosen: ['community_station'],
      },
    ],
    project: [
      centre,
      ...names,
      {
        kind: 'select',
        name: 'conditionCode',
        label: t('form.condition'),
        options: conditions.map((one) => ({ value: one.code, label: named(one) })),
        empty: t('form.choose'),
      },
      { kind: 'number', name: 'batch', label: t('form.batch'), defaultValue: '2', maxLength: 2 },
    ],
    demonstration: [
      {
        kind: 'select',
        name: 'stationId',
        label: t('form.station'),
        hint: t('form.stationHint'),
        options: centres
          .filter(({ stations }) => stations.length > 0)
          .map((one) => ({
            label: named(one),
            options: one.stations.map((station) => ({ value: station.id, label: named(station) })),
          })),
        empty: t('form.choose'),
      },
    ],
  };
  return (
    <ActionForm
      id="plan"
      action={sendPlan}
      hidden={{ kind, submissionId: randomUUID() }}
      note={t(`form.planNote.${kind}`)}
      fields={fields[kind]}
      submit={t('form.plan')}
    />
  );
}
