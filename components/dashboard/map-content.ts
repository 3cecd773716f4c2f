import { CLINIC_MARKS, type ClinicMarkName } from '@/components/maps/clinic-marks';
import { shadeLimits, shadeOf } from '@/components/maps/district-map-layout';
import type { Dashboard } from '@/lib/indicators/dashboard-schema';
import type { PlacedClinic } from '@/lib/indicators/map-schema';
import type { Figure, IndicatorDefinition, UnitNamed } from '@/lib/indicators/schema';
import type { MonitorState } from '@/lib/monitor/schema';

// What a map of a unit shows, the same on the page and in a picture of it.

/** The states of clinics at the end of the period, by their ids. */
export type ClinicStates = Readonly<Record<string, MonitorState>>;

type Words = {
  text: (key: string, values?: Record<string, string>) => string;
  figure: (figure: Figure, definition: IndicatorDefinition) => string;
  number: (value: number, definition: IndicatorDefinition) => string;
  name: (named: { name: string; nameEn: string }) => string;
  /** the state that a mark stands for */
  mark: (mark: ClinicMarkName) => string;
};

/** The mark of a clinic; one that the monitor has not judged yet has too little to be judged by. */
export function markOf({ id, status }: Pick<PlacedClinic, 'id' | 'status'>, states: ClinicStates): ClinicMarkName {
  return status === 'suspended' ? 'suspended' : (states[id] ?? 'insufficient');
}

/** The districts of a unit with their shades; a district itself is drawn without one. */
export function mapDistricts({ unit, children }: Dashboard, chosen: IndicatorDefinition, words: Words) {
  const shaded = children.filter((row) => row.unit.level === 'district');
  const limits = shadeLimits(shaded.flatMap(({ figures }) => figures[chosen.id].value ?? []));
  const own: UnitNamed = { level: unit.level, code: unit.code, name: unit.name, nameEn: unit.nameEn };
  const rows: { unit: UnitNamed; figure: Figure | null }[] =
    unit.level === 'district'
      ? [{ unit: own, figure: null }]
      : shaded.map((row) => ({ unit: row.unit, figure: row.figures[chosen.id] }));
  return {
    limits: unit.level === 'district' ? null : limits,
    districts: rows.map(({ unit: named, figure }) => ({
      unit: named,
      code: named.code,
      // there is little room on a map: Huangpu, not Huangpu District
      name: words.name({ name: named.name, nameEn: named.nameEn.replace(/ (?:New Area|District)$/, '') }),
      value: figure === null ? '' : words.figure(figure, chosen),
      shade: figure === null ? 0 : figure.value === null ? null : shadeOf(figure.value, limits),
    })),
  };
}

/** Clinics as points. */
export function mapClinics(
  clinics: readonly PlacedClinic[],
  states: ClinicStates,
  words: Pick<Words, 'text' | 'name' | 'mark'>,
) {
  return clinics.map((clinic) => {
    const mark = markOf(clinic, states);
    const name = words.text('clinicIs', { name: words.name(clinic), state: words.mark(mark) });
    return { id: clinic.id, districtCode: clinic.districtCode, position: clinic.position, mark, name };
  });
}

/** What every shade stands for, the lightest first; nothing where nothing is shaded. */
export function shadeWords(limits: readonly number[] | null, definition: IndicatorDefinition, words: Words): string[] {
  if (limits === null) return [];
  const ends = [null, ...limits, null];
  return ends.slice(1).map((to, index) => {
    const from = ends[index] ?? null;
    if (from === null)
      return words.text(to === null ? 'every' : 'below', { to: to === null ? '' : words.number(to, definition) });
    const start = words.number(from, definition);
    return to === null
      ? words.text('from', { from: start })
      : words.text('range', { from: start, to: words.number(to, definition) });
  });
}

/** The marks that a map shows, each once, in their order. */
export function marksShown(clinics: readonly { mark: ClinicMarkName }[]): ClinicMarkName[] {
  return CLINIC_MARKS.filter((mark) => clinics.some((clinic) => clinic.mark === mark));
}
