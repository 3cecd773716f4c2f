import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { ChoiceGroup, SelectField } from '@/components/ui/field';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import { FACILITY_KINDS, FEATURES } from '@/lib/directory/schema';
import { SLOTS } from '@/lib/public-directory/schema';
import type { SearchChoices, SearchValues } from './search-values';
import { useSlotName } from './slot-name';

/** Radii offered, metres. */
const RADII = [500, 1000, 2000, 3000, 5000, 10_000] as const;

type Props = {
  values: SearchValues;
  choices: Pick<SearchChoices, 'techniques' | 'conditions'>;
  /** how many filters are in force */
  active: number;
  /** distances can be limited only when they are measured from somewhere */
  measured: boolean;
};

/** Everything that narrows a search, folded away until wanted; part of the search form. */
export function FilterPanel({ values, choices, active, measured }: Props) {
  const t = useTranslations('search.filters');
  const terms = useTranslations('terms');
  const slotName = useSlotName();
  const summary = active === 0 ? t('open') : t('openCount', { count: active });
  const radiusLabel = (metres: number) =>
    metres < 1000 ? t('metres', { value: metres }) : t('kilometres', { value: metres / 1000 });

  return (
    <Disclosure summary={summary}>
      <div className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
        <SelectField
          id="when"
          name="when"
          label={t('when')}
          empty={t('whenEmpty')}
          options={[
            { value: 'now', label: terms('openNow') },
            ...SLOTS.map((slot) => ({ value: slot, label: slotName(slot) })),
          ]}
          defaultValue={values.when}
        />
        <SelectField
          id="technique"
          name="technique"
          label={t('technique')}
          empty={t('techniqueEmpty')}
          options={choices.techniques}
          defaultValue={values.technique}
        />
        <SelectField
          id="condition"
          name="condition"
          label={t('condition')}
          empty={t('conditionEmpty')}
          options={choices.conditions}
          defaultValue={values.condition}
        />
        <SelectField
          id="alliance"
          name="alliance"
          label={t('alliance')}
          empty={t('allianceEmpty')}
          options={ALLIANCE_CODES.map((code) => ({ value: code, label: terms(`alliance.${code}`) }))}
          defaultValue={values.alliance}
        />
        {measured && (
          <SelectField
            id="radius"
            name="radius"
            label={t('radius')}
            empty={t('radiusEmpty')}
            options={RADII.map((metres) => ({ value: String(metres), label: radiusLabel(metres) }))}
            defaultValue={values.radius}
          />
        )}
        <ChoiceGroup
          id="expert"
          type="checkbox"
          name="expert"
          label={t('expert')}
          options={[{ value: 'week', label: t('expertWeek') }]}
          selected={values.expertThisWeek ? ['week'] : []}
        />
        <ChoiceGroup
          id="kind"
          type="checkbox"
          name="kind"
          label={t('kind')}
          options={FACILITY_KINDS.map((kind) => ({ value: kind, label: terms(`kind.${kind}`) }))}
          selected={values.kinds}
        />
        <div className="md:col-span-2">
          <ChoiceGroup
            id="feature"
            type="checkbox"
            name="feature"
            label={t('feature')}
            columns
            options={FEATURES.map((feature) => ({ value: feature, label: terms(`feature.${feature}`) }))}
            selected={values.features}
          />
        </div>
      </div>
      <Button variant="secondary" className="mt-4">
        {t('apply')}
      </Button>
    </Disclosure>
  );
}
