import { useTranslations } from 'next-intl';
import { FigureTile } from '@/components/ui/figure-tile';
import type { MonthFigures } from '@/lib/clinic-sessions/review-schema';
import { MONTH_FIGURES } from './month-words';

/** The figures of one month, side by side where there is room. */
export function MonthFacts({ figures }: { figures: MonthFigures }) {
  const t = useTranslations('review.month.figure');
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {MONTH_FIGURES.map((name) => (
        <li key={name}>
          <FigureTile value={figures[name]} label={t(name)} />
        </li>
      ))}
    </ul>
  );
}
