import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { IndicatorDefinition, IndicatorId } from '@/lib/indicators/schema';
import { FIGURES_PATH } from './figure-paths';

type Props = {
  quarters: readonly string[];
  quarter: string;
  definitions: readonly IndicatorDefinition[];
  indicator: IndicatorId;
};

/** Chooses a quarter and the indicator that is told by unit; an ordinary form, so that every choice is an address. */
export function FigureForm({ quarters, quarter, definitions, indicator }: Props) {
  const t = useTranslations('figures.form');
  const locale = useLocale();
  return (
    <form
      method="get"
      action={localePath(locale, FIGURES_PATH)}
      aria-label={t('title')}
      className="no-print my-5 flex flex-wrap items-end gap-3"
    >
      <SelectField
        id="figures-quarter"
        name="quarter"
        label={t('quarter')}
        options={quarters.map((value) => ({ value, label: t('quarterName', quarterParts(value)) }))}
        defaultValue={quarter}
      />
      <SelectField
        id="figures-indicator"
        name="indicator"
        label={t('indicator')}
        options={definitions.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) }))}
        defaultValue={indicator}
      />
      <Button>{t('show')}</Button>
    </form>
  );
}

/** `2026-Q3` as what a sentence names it by. */
export function quarterParts(text: string): { year: string; quarter: string } {
  const [year = '', quarter = ''] = text.split('-Q');
  return { year, quarter };
}
