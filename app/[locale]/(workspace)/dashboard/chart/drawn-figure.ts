import 'server-only';
import { readMap } from '@/app/[locale]/(workspace)/dashboard/map/map-data';
import { qualityChart } from '@/components/charts/quality-chart';
import { survivalChart } from '@/components/charts/survival-chart';
import { weeksChart } from '@/components/charts/weeks-chart';
import { drawnChart, type FigureName, pictureOf, wordsIn } from '@/components/exports/chart-files';
import { drawnMap } from '@/components/exports/map-file';
import type { Actor } from '@/lib/access/actor';
import type { DrawnChart } from '@/lib/exports/chart-export';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { getQuality } from '@/lib/indicators/quality-queries';
import type { Unit } from '@/lib/indicators/schema';
import { getDistrictSpreads } from '@/lib/indicators/spread-queries';
import { getSurvival } from '@/lib/indicators/survival-queries';
import type { UnitView } from '@/lib/indicators/view-queries';
import { getWeekDigest } from '@/lib/indicators/week-queries';
import type { Week } from '@/lib/indicators/week-schema';

type Asked = { figure: FigureName; unit: Unit; week: Week; indicator: string | null };

/** Any figure of a unit as a picture, drawn from what its page reads; null where there is nothing to draw. */
export async function drawnFigure(
  actor: Actor,
  { figure, unit, week, indicator }: Asked,
  heading: UnitView,
  language: FileLanguage,
): Promise<DrawnChart | null> {
  const asked = { unit, period: heading.period };
  const words = wordsIn(language);
  switch (figure) {
    case 'weeks': {
      const digest = await getWeekDigest(actor, { unit, week });
      const days = language.text('exports.about.days', { from: digest?.weeks[0]?.monday ?? week.from, to: week.to });
      return digest && pictureOf(weeksChart(digest.weeks, words), { ...heading, asOf: week.to }, language, days);
    }
    case 'map': {
      const map = await readMap(actor, { ...asked, indicator });
      return map && drawnMap(map, language);
    }
    case 'quality': {
      const quality = await getQuality(actor, asked);
      const nameOf = (dimension: string) => language.text(`views.quality.${dimension}.name`);
      return quality && pictureOf(qualityChart(quality.whole, words, nameOf), heading, language);
    }
    case 'survival': {
      const survival = await getSurvival(actor, asked);
      return survival && pictureOf(survivalChart(survival, words), heading, language);
    }
    default: {
      const [dashboard, spreads] = await Promise.all([
        getDashboard(actor, asked),
        figure === 'districts' ? getDistrictSpreads(actor, asked) : null,
      ]);
      return dashboard && drawnChart(figure, dashboard, language, spreads ?? []);
    }
  }
}
