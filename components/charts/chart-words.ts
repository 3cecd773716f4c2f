import type { IndicatorDefinition, IndicatorId } from '@/lib/indicators/schema';

/** The language of a chart: texts of the catalog `charts`, and numbers and names as that language writes them. */
export type ChartWords = {
  /** a text of lib/i18n/messages/…/charts.json */
  text: (key: string, values?: Record<string, string | number>) => string;
  number: (value: number, decimals?: number) => string;
  /** picks the name of a unit or an indicator */
  name: (chinese: string, english: string) => string;
};

type Translate = (key: string, values?: Record<string, string | number>) => string;
type Format = {
  number: (value: number, options?: { minimumFractionDigits: number; maximumFractionDigits: number }) => string;
};

/** Puts the language of charts together from what next-intl gives: `t` of `charts`, and its formatter. */
export function chartWords(locale: string, t: Translate, format: Format): ChartWords {
  return {
    text: t,
    number: (value, decimals = 0) =>
      format.number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    name: (chinese, english) => (locale === 'en' ? english : chinese),
  };
}

/** A value of an indicator with its unit. */
export function valueText(
  words: ChartWords,
  value: number,
  { unit, decimals }: Pick<IndicatorDefinition, 'unit' | 'decimals'>,
): string {
  return unit === 'percent' ? `${words.number(value, decimals)}%` : words.number(value, decimals);
}

/** The definition of an indicator among those that a dashboard tells. */
export function definitionIn(
  tiles: readonly { definition: IndicatorDefinition }[],
  id: IndicatorId,
): IndicatorDefinition | null {
  return tiles.find(({ definition }) => definition.id === id)?.definition ?? null;
}
