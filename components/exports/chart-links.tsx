import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { Period } from '@/lib/indicators/period-rules';
import type { UnitNamed } from '@/lib/indicators/schema';
import type { FigureName } from './chart-files';
import { chartPath } from './export-paths';

type Props = {
  unit: UnitNamed;
  period: Period;
  chart: FigureName;
  /** choices beside unit and period */
  more?: Readonly<Record<string, string>>;
};

/** A chart as a picture: for slides and texts, or to be drawn on. */
export function ChartLinks({ unit, period, chart, more }: Props) {
  const t = useTranslations('exports.link');
  const charts = useTranslations('charts');
  const locale = useLocale();
  return (
    <p className="no-print flex gap-4 text-sm">
      {(['png', 'svg'] as const).map((format) => (
        <a
          key={format}
          href={chartPath(locale, unit, period, { chart, format, ...more })}
          download
          className="inline-flex min-h-11 items-center gap-1 text-link senior:min-h-12"
        >
          <Icon name="download" />
          <VisuallyHidden>{t('chartOf', { name: charts(`${chart}.title`) })}</VisuallyHidden>
          <span>{format.toUpperCase()}</span>
        </a>
      ))}
    </p>
  );
}
