import {
  type ClinicStates,
  mapClinics,
  mapDistricts,
  marksShown,
  shadeWords,
} from '@/components/dashboard/map-content';
import type { ClinicMarkName } from '@/components/maps/clinic-marks';
import { mapDrawing } from '@/components/maps/map-drawing';
import type { MapOutline } from '@/components/maps/map-frame';
import { figureValue, indicatorNumber, valueText } from '@/lib/exports/table-rules';
import type { FileLanguage } from '@/lib/i18n/file-language';
import { inLocale } from '@/lib/i18n/locales';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import type { MapPlaces } from '@/lib/indicators/map-schema';
import type { IndicatorDefinition } from '@/lib/indicators/schema';
import { pictureOf } from './chart-files';

type Shown = {
  dashboard: Dashboard;
  places: MapPlaces;
  outlines: readonly MapOutline[];
  inset: readonly MapOutline[];
  chosen: IndicatorDefinition;
  states: ClinicStates;
};

/** The map of a dashboard as a picture: what its page shows, with the legend in it. */
export function drawnMap({ dashboard, places, outlines, inset, chosen, states }: Shown, language: FileLanguage) {
  const { text: t, locale } = language;
  const text = (key: string, values?: Record<string, string>) => t(`views.map.${key}`, values);
  const mark = (one: ClinicMarkName) => (one === 'suspended' ? text('suspended') : t(`monitor.state.${one}`));
  const words = {
    ...{ text, mark },
    name: (one: { name: string; nameEn: string }) => inLocale(locale, one.name, one.nameEn),
    figure: (figure: Parameters<typeof figureValue>[0], definition: IndicatorDefinition) =>
      valueText(figureValue(figure, definition, language), language),
    number: (value: number, definition: IndicatorDefinition) => valueText(indicatorNumber(value, definition), language),
  };
  const { districts, limits } = mapDistricts(dashboard, chosen, words);
  const clinics = mapClinics(places.clinics, states, words);
  const indicator = words.name(chosen);
  const isDistrict = dashboard.unit.level === 'district';
  const drawing = mapDrawing({
    title: isDistrict ? text('clinics') : text('figure', { indicator }),
    description: text('main', { name: words.name(dashboard.unit), indicator }),
    ...{ outlines, inset, districts, clinics },
    shades: shadeWords(limits, chosen, words),
    marks: marksShown(clinics).map((one) => ({ mark: one, words: mark(one) })),
    table: {
      headers: [text('district'), indicator],
      rows: districts.map(({ name, value }) => [name, value]),
    },
  });
  return pictureOf(drawing, dashboard, language);
}
