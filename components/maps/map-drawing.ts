import { type Drawing, type Mark, TEXT_SIZE, textMark, textWidth, unit } from '@/components/charts/drawing';
import { type ClinicMarkName, isOpen, markPath } from './clinic-marks';
import { type Box, frameOf, layOut, namesApart } from './district-map-layout';
import { type MapClinic, type MapDistrict, shadeOpacity } from './district-map-svg';
import type { MapOutline } from './map-frame';

// The map of a dashboard as a drawing, which a file can be made of.

const WIDTH = 480;
const MAP: Box = { x: 8, y: 8, width: 464, height: 444 };
const INSET: Box = { x: 8, y: 472, width: 464, height: 314 };
const ROW = 22;

type Content = Pick<Drawing, 'title' | 'description' | 'table'> & {
  outlines: readonly MapOutline[];
  inset: readonly MapOutline[];
  districts: readonly Omit<MapDistrict, 'href'>[];
  clinics: readonly MapClinic[];
  /** what shades and marks stand for, each in its order */
  shades: readonly string[];
  marks: readonly { mark: ClinicMarkName; words: string }[];
};

/** Districts with their names and values, clinics as marks, the centre enlarged below, and a legend. */
export function mapDrawing({ outlines, inset, districts, clinics, shades, marks, ...said }: Content): Drawing {
  const told = new Map(districts.map((district) => [district.code, district]));
  const inner = inset.filter(({ code }) => told.has(code));
  const apart = inner.length > 1 && districts.length > inner.length;
  const hidden = new Set(apart ? inner.map(({ code }) => code) : []);
  const whole = part(outlines, MAP, told, clinics, (code) => !hidden.has(code));
  const near = apart ? part(inner, INSET, told, clinics, (code) => hidden.has(code)) : [];
  const top = (apart ? INSET.y + INSET.height : MAP.y + MAP.height) + 24;
  const legend = legendMarks(shades, marks, top);
  return {
    ...said,
    ...{ id: 'map', width: WIDTH, height: top + legend.rows * ROW, legend: [] },
    marks: [...whole, ...near, ...legend.marks],
  };
}

function part(
  outlines: readonly MapOutline[],
  box: Box,
  told: ReadonlyMap<string, Omit<MapDistrict, 'href'>>,
  clinics: readonly MapClinic[],
  worded: (code: string) => boolean,
): Mark[] {
  const frame = frameOf(outlines.filter(({ code }) => told.has(code)));
  if (!frame) return [];
  const { districts, place } = layOut(outlines, frame, box);
  const shapes = districts.map(({ code, d }): Mark => {
    const district = told.get(code);
    if (!district) return { tag: 'path', at: { d }, paint: 'ground' };
    if (district.shade === null) return { tag: 'path', at: { d }, paint: 'fourth' };
    return { tag: 'path', at: { d, fillOpacity: unit(shadeOpacity(district.shade) * 10) / 10 }, paint: 'first' };
  });
  const edges = districts
    .filter(({ code }) => told.has(code))
    .map(({ d }): Mark => ({ tag: 'path', at: { d, fill: 'none', strokeWidth: 0.8 }, paint: 'axis' }));
  const size = told.size > 1 ? 3.4 : 6;
  const points = clinics
    .filter(({ districtCode }) => worded(districtCode))
    .map(({ position, mark }) => clinicMark(mark, place(position), size));
  const names = namesApart(districts.filter(({ code }) => told.has(code) && worded(code))).flatMap(
    ({ code, centre }): Mark[] => {
      const district = told.get(code);
      if (!district) return [];
      return [nameMark(district.name, centre.x, centre.y - 2), nameMark(district.value, centre.x, centre.y + 14)];
    },
  );
  return [...shapes, ...edges, ...points, ...names];
}

/** Words with an edge in the colour of paper. */
function nameMark(words: string, x: number, y: number): Mark {
  const edge = { stroke: '#ffffff', strokeWidth: 3.5, paintOrder: 'stroke' };
  return { tag: 'text', at: { x, y, textAnchor: 'middle', fontSize: TEXT_SIZE, ...edge }, paint: 'text', words };
}

function clinicMark(mark: ClinicMarkName, { x, y }: { x: number; y: number }, size: number): Mark {
  const d = markPath(mark, x, y, size);
  return isOpen(mark)
    ? { tag: 'path', at: { d, fill: '#ffffff' }, paint: 'mark' }
    : { tag: 'path', at: { d, stroke: '#ffffff', strokeWidth: 1 }, paint: 'text' };
}

/** Samples with their words, in rows as wide as the map. */
function legendMarks(shades: Content['shades'], marks: Content['marks'], top: number) {
  let [x, row] = [8, 0];
  const drawn: Mark[] = [];
  const entries = [
    ...shades.map((words, index) => ({ words, sample: { shade: index } })),
    ...marks.map(({ words, mark }) => ({ words, sample: { mark } })),
  ];
  for (const { words, sample } of entries) {
    const needed = 26 + textWidth(words) + 12;
    if (x > 8 && x + needed > WIDTH) [x, row] = [8, row + 1];
    const y = top + row * ROW;
    drawn.push(
      'mark' in sample
        ? clinicMark(sample.mark, { x: x + 9, y }, 5)
        : {
            tag: 'rect',
            at: { x, y: y - 7, width: 18, height: 14, fillOpacity: unit(shadeOpacity(sample.shade) * 10) / 10 },
            paint: 'first',
          },
      textMark(words, { x: x + 24, y: y + 4.5 }),
    );
    x += needed;
  }
  return { marks: drawn, rows: row + 1 };
}
