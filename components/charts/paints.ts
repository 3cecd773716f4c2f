import type { Paint } from './drawing';

// How paints look: in the reader's colours on a page, in ink on white in a file. Patterns lie over the colour, so that
// series are told apart without it.

type Ink = { fill?: string; stroke?: string; strokeWidth?: number; strokeDasharray?: string; fontWeight?: number };

/** Which paints are patterns; what they are drawn with is named by the paint, not by its fill. */
export const PATTERNS = ['second', 'third'] as const;
export type Pattern = (typeof PATTERNS)[number];

export function isPattern(paint: Paint): paint is Pattern {
  return PATTERNS.some((pattern) => pattern === paint);
}

/** Where a pattern's lines or dots run, in a tile of 6 by 6. */
export const PATTERN_TILE = 6;
export const PATTERN_PATHS: Record<Pattern, { d: string; width: number }> = {
  second: { d: 'M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5', width: 1.8 },
  third: { d: 'M0.6 1.5H2.4M3.6 4.5H5.4', width: 1.8 },
};

/** Lines that a paint draws with, whatever the colours. */
const LINES: Partial<Record<Paint, Pick<Ink, 'strokeWidth' | 'strokeDasharray' | 'fontWeight'>>> = {
  first: { strokeWidth: 0.8 },
  second: { strokeWidth: 1 },
  third: { strokeWidth: 1 },
  fourth: { strokeWidth: 1, strokeDasharray: '2.5 2' },
  grid: { strokeWidth: 0.8 },
  axis: { strokeWidth: 1.2 },
  mark: { strokeWidth: 2.4 },
  range: { strokeWidth: 2 },
  curve: { strokeWidth: 2.4 },
  bound: { strokeWidth: 1.2, strokeDasharray: '4 3' },
  strong: { fontWeight: 600 },
};

/** The lines of a paint as attributes. */
export function lineOf(paint: Paint): Ink {
  return LINES[paint] ?? {};
}

/** The colours of a paint in a file: those of the light scheme in app/globals.css. */
export const FILE_INKS: Record<Paint, Ink> = {
  first: { fill: '#2c5d3f', stroke: '#ffffff' },
  second: { stroke: '#2a4b7c' },
  third: { stroke: '#744700' },
  fourth: { fill: '#ffffff', stroke: '#858072' },
  ground: { fill: '#f3f1e9' },
  grid: { stroke: '#dcd8cc' },
  axis: { stroke: '#858072' },
  text: { fill: '#1e2226' },
  soft: { fill: '#454b51' },
  strong: { fill: '#1e2226' },
  mark: { stroke: '#1e2226' },
  range: { stroke: '#858072' },
  curve: { fill: 'none', stroke: '#2c5d3f' },
  bound: { fill: 'none', stroke: '#858072' },
};
export const FILE_PATTERNS: Record<Pattern, { ground: string; lines: string }> = {
  second: { ground: '#e8eef7', lines: '#2a4b7c' },
  third: { ground: '#fdf1d9', lines: '#744700' },
};
