import type { References } from '@/lib/registry/reference-rules';
import type { CellProblem, Cells, ProblemCode } from '@/lib/registry/schema';
import { liesInside } from './outline-rules';
import { positionOf } from './position-rules';

// What must be true of a facility beyond its single cells.

function told(
  column: string,
  code: ProblemCode,
  level: CellProblem['level'],
  found: string,
  suggestion: string | null = null,
): CellProblem {
  return { column, code, level, found, suggestion, values: {} };
}

/** What a facility names must lie in its own district. */
export function lieElsewhere(
  column: 'subdistrict' | 'centre' | 'station',
  code: ProblemCode,
  cells: Cells,
  references: References,
): CellProblem[] {
  const place = references[column].entries.get(cells[column] ?? '');
  return place && cells.district && place.within !== cells.district
    ? [told(column, code, 'error', place.names[0] ?? '')]
    : [];
}

/** Problems that lie between the cells of a facility. */
export function facilityProblems(cells: Cells, references: References): CellProblem[] {
  const problems: CellProblem[] = [];
  if (!cells.latitude && !cells.longitude) problems.push(told('latitude', 'noPosition', 'error', ''));
  const { name, district, latitude, longitude } = cells;
  if (name && [...name].length < 2) problems.push(told('name', 'tooShort', 'error', name));
  problems.push(...lieElsewhere('subdistrict', 'subdistrictElsewhere', cells, references));
  if (!latitude !== !longitude) problems.push(told(latitude ? 'longitude' : 'latitude', 'pair', 'error', ''));
  const position = positionOf(cells);
  const outline = references.district.entries.get(district ?? '')?.outline;
  if (position && outline && !liesInside(outline, position))
    problems.push(told('latitude', 'outsideDistrict', 'warning', `${latitude}, ${longitude}`));
  return problems;
}

/**
 * What a facility needs besides: a place without a position stands at the point of its subdistrict and says so; Chinese
 * stands in where English is not given, as it does on pages.
 */
export function completeFacility(cells: Cells, references: References): Cells {
  return completePosition({ ...cells, nameEn: cells.nameEn ?? cells.name ?? null }, references);
}

function completePosition(cells: Cells, references: References): Cells {
  const datum = { datum: 'wgs84' };
  const decimals = (text: string) => text.replace(/0+$/, '').split('.')[1]?.length ?? 0;
  if (cells.latitude && cells.longitude) {
    const exact = decimals(cells.latitude) > 3 || decimals(cells.longitude) > 3;
    return { ...cells, ...datum, exactness: cells.exactness ?? (exact ? 'building' : 'hundred_metres') };
  }
  const point = references.subdistrict.entries.get(cells.subdistrict ?? '')?.point;
  if (cells.latitude || cells.longitude || !point) return cells;
  return { ...cells, ...datum, ...point, exactness: 'subdistrict_point' };
}
