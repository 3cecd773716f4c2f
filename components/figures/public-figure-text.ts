import { useTranslations } from 'next-intl';
import { useFigureText } from '@/components/dashboard/figure-text';
import type { PublicFigure } from '@/lib/indicators/public-figures-schema';
import type { IndicatorDefinition } from '@/lib/indicators/schema';

/** Writes public figures: the value with its unit, or in words why there is none. */
export function usePublicFigureText() {
  const t = useTranslations('figures.missing');
  const { number } = useFigureText();
  return ({ value, missing }: PublicFigure, definition: Pick<IndicatorDefinition, 'unit' | 'decimals'>): string =>
    value === null ? t(missing ?? 'not_given') : number(value, definition);
}
