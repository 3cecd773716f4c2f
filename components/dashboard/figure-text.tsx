import { useFormatter, useTranslations } from 'next-intl';
import type { Figure, IndicatorDefinition } from '@/lib/indicators/schema';

type Definition = Pick<IndicatorDefinition, 'unit' | 'decimals'>;

/** Writes figures of an indicator: the value with its unit, or in words why there is none. */
export function useFigureText() {
  const format = useFormatter();
  const t = useTranslations('dashboard.missing');
  const plain = (value: number, { decimals }: Definition) =>
    format.number(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const number = (value: number, definition: Definition) =>
    definition.unit === 'percent' ? `${plain(value, definition)}%` : plain(value, definition);
  return {
    number,
    /** without a unit: a distance between percentages is told in points */
    plain,
    figure: (figure: Figure, definition: Definition) =>
      figure.value === null ? t(figure.missing ?? 'not_given') : number(figure.value, definition),
    /** how a value moved; percentages move by points */
    change: (now: Figure, before: Figure, definition: Definition): string | null => {
      if (now.value === null || before.value === null) return null;
      const difference = now.value - before.value;
      const sign = { signDisplay: 'exceptZero', maximumFractionDigits: definition.decimals } as const;
      return format.number(difference, sign);
    },
  };
}
