import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { Dashboard, Tile } from '@/lib/indicators/dashboard-schema';
import type { Figure, IndicatorDefinition, IndicatorId } from '@/lib/indicators/schema';
import type { Run } from './document-rules';
import { figureValue, indicatorNumber, valueText } from './table-rules';

// The words of a work report: figures in sentences, each with its number in the annex; what nobody has given is a blank.

export type ReportSource = { dashboard: Dashboard; language: FileLanguage };

/** The place of an indicator in the annex, from 1; null for one that is not told at the unit's level. */
export function annexNumber({ tiles }: Dashboard, id: IndicatorId): number | null {
  const at = tiles.findIndex(({ definition }) => definition.id === id);
  return at < 0 ? null : at + 1;
}

/** The name of an indicator in the report's language. */
export function indicatorName({ name, nameEn }: IndicatorDefinition, { locale }: FileLanguage): string {
  return inLocale(locale, name, nameEn);
}

/** A figure as its page shows it, or in words why there is none. */
export function figureText(figure: Figure, definition: IndicatorDefinition, language: FileLanguage): string {
  return valueText(figureValue(figure, definition, language), language);
}

/** A value as figures of the indicator are shown. */
export function numberText(value: number, definition: IndicatorDefinition, language: FileLanguage): string {
  return valueText(indicatorNumber(value, definition), language);
}

/** How a figure moved, with its sign; percentages move by points. Empty where one of the two is missing. */
export function changeText(
  now: Figure,
  before: Figure,
  definition: IndicatorDefinition,
  language: FileLanguage,
): string {
  if (now.value === null || before.value === null) return '';
  const factor = 10 ** definition.decimals;
  const difference = Math.round((now.value - before.value) * factor) / factor;
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '';
  const change = `${sign}${language.number(Math.abs(difference), definition.decimals)}`;
  return definition.unit === 'percent' ? language.text('work-report.points', { change }) : change;
}

/** What one indicator says in a sentence. */
function clause({ definition, figure }: Tile, annex: number, language: FileLanguage): Run[] {
  const name = indicatorName(definition, language);
  const t = language.text;
  if (figure.missing === 'not_given') return [{ blank: t('work-report.annex.blankFigure', { name }) }];
  if (figure.value === null) return [t('work-report.noDenominator', { name }), { annex }];
  const count = (value: number | null) =>
    value === null ? '' : language.number(value, Number.isInteger(value) ? 0 : 1);
  const values = {
    value: figureText(figure, definition, language),
    numerator: count(figure.numerator),
    denominator: count(figure.denominator),
  };
  return [t(`work-report.clause.${definition.id}`, values), { annex }];
}

/** Indicators in one sentence; those not told at the unit's level are left out. Empty when none is left. */
export function sentence(ids: readonly IndicatorId[], source: ReportSource, first: readonly Run[] = []): Run[] {
  const { dashboard, language } = source;
  const clauses = ids.flatMap((id) => {
    const annex = annexNumber(dashboard, id);
    const tile = annex === null ? undefined : dashboard.tiles[annex - 1];
    return tile && annex !== null ? [clause(tile, annex, language)] : [];
  });
  const parts = [...(first.length > 0 ? [first] : []), ...clauses];
  if (parts.length === 0) return [];
  return [
    ...parts.flatMap((part, at) => (at === 0 ? part : [language.text('work-report.join'), ...part])),
    language.text('work-report.end'),
  ];
}
