import { QUALITY_DIMENSIONS, type QualityDimension, type QualityRow } from '@/lib/indicators/quality-schema';
import { barRows } from './bar-rows';
import { type ChartWords, valueText } from './chart-words';
import type { Drawing } from './drawing';

/** The four dimensions of the quality of a unit's records as bars; a full bar is 100 %. */
export function qualityChart(
  { figures }: Pick<QualityRow, 'figures'>,
  words: ChartWords,
  nameOf: (dimension: QualityDimension) => string,
): Drawing {
  return barRows({
    id: 'quality',
    title: words.text('quality.title'),
    description: words.text('quality.description'),
    rows: QUALITY_DIMENSIONS.map((dimension) => {
      const { value } = figures[dimension];
      const text = value === null ? words.text('none') : valueText(words, value, { unit: 'percent', decimals: 1 });
      return { label: nameOf(dimension), text, value, target: 100 };
    }),
    legend: { value: words.text('quality.share'), target: words.text('quality.full') },
    header: words.text('quality.dimension'),
  });
}
