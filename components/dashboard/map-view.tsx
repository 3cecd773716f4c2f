import { useLocale, useTranslations } from 'next-intl';
import { ChartFrame } from '@/components/charts/chart-figure';
import { ChartLinks } from '@/components/exports/chart-links';
import type { ClinicMarkName } from '@/components/maps/clinic-marks';
import { SHADES } from '@/components/maps/district-map-layout';
import { ClinicMark, DistrictMapSvg, shadeOpacity } from '@/components/maps/district-map-svg';
import type { MapOutline } from '@/components/maps/map-frame';
import { Button } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { dayText } from '@/components/ui/date-words';
import { Disclosure } from '@/components/ui/disclosure';
import { SelectField } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { inLocale, localePath } from '@/lib/i18n/locales';
import type { ChildRow, Dashboard } from '@/lib/indicators/dashboard-schema';
import type { MapPlaces, PlacedClinic } from '@/lib/indicators/map-schema';
import { periodText } from '@/lib/indicators/period-rules';
import type { IndicatorDefinition } from '@/lib/indicators/schema';
import { unitText } from '@/lib/indicators/unit-rules';
import { useFigureText } from './figure-text';
import { type ClinicStates, mapClinics, mapDistricts, markOf, marksShown, shadeWords } from './map-content';
import { unitPath } from './unit-path';

type Props = {
  dashboard: Dashboard;
  places: MapPlaces;
  outlines: readonly MapOutline[];
  inset: readonly MapOutline[];
  /** those that are told of the parts of the unit */
  choices: readonly IndicatorDefinition[];
  chosen: IndicatorDefinition;
  states: ClinicStates;
};

/** Districts shaded by one indicator, with the clinics as points and the same numbers in a table. */
export function MapView({ dashboard, places, outlines, inset, choices, chosen, states }: Props) {
  const t = useTranslations('views.map');
  const locale = useLocale();
  const text = useFigureText();
  const { unit, period, children } = dashboard;
  const mark = useMarkWords();
  const words = {
    ...{ ...text, text: t, mark },
    name: (one: { name: string; nameEn: string }) => inLocale(locale, one.name, one.nameEn),
  };
  const indicator = words.name(chosen);
  const { districts, limits } = mapDistricts(dashboard, chosen, words);
  const clinics = mapClinics(places.clinics, states, words);
  const columns: Column<ChildRow>[] = [
    {
      key: 'unit',
      header: unit.level === 'district' ? t('centre') : t('district'),
      cell: (row) => (
        <a href={unitPath(locale, row.unit, period)} className="text-link">
          {inLocale(locale, row.unit.name, row.unit.nameEn)}
        </a>
      ),
    },
    {
      key: 'figure',
      header: indicator,
      numeric: true,
      cell: ({ figures }) => text.figure(figures[chosen.id], chosen),
    },
  ];
  return (
    <>
      <form
        method="get"
        action={localePath(locale, '/dashboard/map')}
        aria-label={t('picker')}
        className="no-print my-5 flex flex-wrap items-end gap-3"
      >
        <input type="hidden" name="unit" value={unitText(unit)} />
        <input type="hidden" name="period" value={periodText(period)} />
        <SelectField
          id="indicator"
          name="indicator"
          label={t('indicator')}
          options={choices.map(({ id, name, nameEn }) => ({ value: id, label: inLocale(locale, name, nameEn) }))}
          defaultValue={chosen.id}
        />
        <Button>{t('show')}</Button>
      </form>
      <Section id="map" title={unit.level === 'district' ? t('clinics') : t('figure', { indicator })}>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <figure className="grid gap-3">
            <ChartFrame label={t('main', { name: inLocale(locale, unit.name, unit.nameEn), indicator })}>
              <DistrictMapSvg
                title={t('main', { name: inLocale(locale, unit.name, unit.nameEn), indicator })}
                insetTitle={t('inset')}
                outlines={outlines}
                districts={districts.map((district) => ({
                  ...district,
                  href: unitPath(locale, district.unit, period),
                }))}
                inset={inset}
                clinics={clinics}
              />
            </ChartFrame>
            <figcaption>
              <Legend shades={shadeWords(limits, chosen, words)} marks={marksShown(clinics)} />
            </figcaption>
            <p className="text-sm text-ink-soft">{t('statesAt', { date: dayText(locale, dashboard.asOf) })}</p>
            <ChartLinks unit={unit} period={period} chart="map" more={{ indicator: chosen.id }} />
          </figure>
          <div className="grid gap-4">
            {unit.level === 'district' && <p className="text-ink-soft">{t('onlyActivity')}</p>}
            <DataTable
              caption={t('table')}
              columns={columns}
              rows={children}
              rowKey={(row) => row.unit.code}
              empty={t('missing')}
            />
            <Disclosure summary={t('clinicList')}>
              <ClinicTable clinics={places.clinics} dashboard={dashboard} states={states} />
            </Disclosure>
          </div>
        </div>
      </Section>
    </>
  );
}

/** The states that marks stand for, in the words of the monitor. */
function useMarkWords() {
  const t = useTranslations('views.map');
  const states = useTranslations('monitor.state');
  return (mark: ClinicMarkName) => (mark === 'suspended' ? t('suspended') : states(mark));
}

/** What shades and marks stand for. */
function Legend({ shades, marks }: { shades: readonly string[]; marks: readonly ClinicMarkName[] }) {
  const t = useTranslations('views.map');
  const wordsOf = useMarkWords();
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {shades.map((words, shade) => (
        <li key={words} className="flex items-center gap-1.5">
          <svg viewBox="0 0 20 16" aria-hidden="true" className="h-[1em] w-[1.25em]">
            <rect
              x="1"
              y="1"
              width="18"
              height="14"
              fillOpacity={shadeOpacity(Math.min(shade, SHADES - 1))}
              className="fill-accent stroke-line-strong"
            />
          </svg>
          {words}
        </li>
      ))}
      {marks.map((mark) => (
        <li key={mark} className="flex items-center gap-1.5">
          <svg viewBox="0 0 16 16" aria-hidden="true" className="size-[1em]">
            <ClinicMark x={8} y={8} size={5} mark={mark} />
          </svg>
          {wordsOf(mark)}
        </li>
      ))}
      <li className="text-ink-soft">{t('schematic')}</li>
    </ul>
  );
}

type ClinicProps = { clinics: readonly PlacedClinic[]; dashboard: Dashboard; states: ClinicStates };

function ClinicTable({ clinics, dashboard, states }: ClinicProps) {
  const t = useTranslations('views.map');
  const wordsOf = useMarkWords();
  const locale = useLocale();
  const columns: Column<PlacedClinic>[] = [
    {
      key: 'clinic',
      header: t('clinic'),
      cell: ({ id, name, nameEn }) => (
        <a href={unitPath(locale, { level: 'clinic', code: id }, dashboard.period)} className="text-link">
          {inLocale(locale, name, nameEn)}
        </a>
      ),
    },
    {
      key: 'centre',
      header: t('centre'),
      cell: ({ centreName, centreNameEn }) => inLocale(locale, centreName, centreNameEn),
    },
    {
      key: 'status',
      header: t('status'),
      cell: (clinic) => wordsOf(markOf(clinic, states)),
    },
  ];
  return (
    <DataTable
      caption={t('clinicList')}
      captionHidden
      columns={columns}
      rows={clinics}
      rowKey={({ id }) => id}
      empty={t('noClinics')}
    />
  );
}
