import {
  CHART_WIDTH,
  type Drawing,
  diamondMark,
  fitted,
  type LegendEntry,
  lineMark,
  type Mark,
  rectMark,
  textMark,
} from './drawing';
import { linear } from './scale';

// Rows of spreads: from least to most, the middle half as a box, the median in it, and one value of its own.

export type Spread = { least: number; lowerQuartile: number; median: number; upperQuartile: number; most: number };
export type BandRow = {
  label: string;
  /** what stands at the right end of the label's line */
  value: string;
  spread: Spread | null;
  own: number | null;
};

type Bands = Pick<Drawing, 'id' | 'title' | 'description'> & {
  rows: readonly BandRow[];
  legend: { range: string; middle: string; median: string; own: string };
  /** what a value of a spread is called, and how it is written */
  headers: { row: string; spread: Readonly<Record<keyof Spread, string>> };
  number: (value: number) => string;
  none: string;
};

const SPREAD = ['least', 'lowerQuartile', 'median', 'upperQuartile', 'most'] as const;
const ROW = 46;
const [EDGE, AXIS] = [8, 24];

/** Spreads of percentages under each other, on one axis from 0 to 100. */
export function bandRows({ id, title, description, rows, legend, headers, number, none }: Bands): Drawing {
  const x = linear([0, 100], [EDGE, CHART_WIDTH - EDGE]);
  const height = rows.length * ROW + AXIS;
  const ground = rows.length * ROW + 4;
  const axis = [0, 25, 50, 75, 100].flatMap((tick) => [
    lineMark([x(tick), 2], [x(tick), ground], 'grid'),
    textMark(`${tick}%`, {
      x: x(tick),
      y: height - 4,
      anchor: tick === 0 ? 'start' : tick === 100 ? 'end' : 'middle',
      paint: 'soft',
    }),
  ]);
  const entries: LegendEntry[] = [
    { paint: 'range', label: legend.range, shape: 'line' },
    { paint: 'second', label: legend.middle },
    { paint: 'mark', label: legend.median, shape: 'line' },
    { paint: 'first', label: legend.own, shape: 'diamond' },
  ];
  return {
    id,
    width: CHART_WIDTH,
    height,
    title,
    description,
    legend: entries,
    marks: [...axis, ...rows.flatMap((row, index) => bandRow(row, index * ROW, x))],
    table: {
      headers: [headers.row, legend.own, ...SPREAD.map((name) => headers.spread[name])],
      rows: rows.map(({ label, value, spread }) => [
        label,
        value,
        ...SPREAD.map((name) => (spread ? `${number(spread[name])}%` : none)),
      ]),
    },
  };
}

function bandRow({ label, value, spread, own }: BandRow, top: number, x: (value: number) => number): Mark[] {
  const middle = top + 31;
  const words = [
    textMark(fitted(label, CHART_WIDTH * 0.7), { x: EDGE, y: top + 15 }),
    textMark(value, { x: CHART_WIDTH - EDGE, y: top + 15, anchor: 'end', paint: 'strong' }),
  ];
  const drawn: Mark[] = spread
    ? [
        lineMark([x(spread.least), middle], [x(spread.most), middle], 'range'),
        ...rectMark(
          {
            x: x(spread.lowerQuartile),
            y: middle - 7,
            width: Math.max(1, x(spread.upperQuartile) - x(spread.lowerQuartile)),
            height: 14,
          },
          'second',
        ),
        lineMark([x(spread.median), middle - 10], [x(spread.median), middle + 10], 'mark'),
      ]
    : [];
  return [...words, ...drawn, ...(own === null ? [] : [diamondMark(x(own), middle, 'first')])];
}
