import type { CivilDate } from '@/lib/core/dates';
import { namesIn } from '@/lib/registry/rows/earlier-rules';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';
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
  column: 'subdistrict' | 'centre' | 'station' | 'facility',
  code: ProblemCode,
  cells: Cells,
  references: References,
): CellProblem[] {
  const place = references[column].entries.get(cells[column] ?? '');
  return place && cells.district && place.within !== cells.district
    ? [told(column, code, 'error', place.names[0] ?? '')]
    : [];
}

/** What is wrong with where a place is said to be. */
export function positionProblems(cells: Cells, references: References): CellProblem[] {
  const problems: CellProblem[] = [];
  const { district, latitude, longitude } = cells;
  if (!latitude && !longitude) problems.push(told('latitude', 'noPosition', 'error', ''));
  if (!latitude !== !longitude) problems.push(told(latitude ? 'longitude' : 'latitude', 'pair', 'error', ''));
  const position = positionOf(cells);
  const outline = references.district.entries.get(district ?? '')?.outline;
  // the point of a subdistrict was not given by the file, and subdistricts of other districts are told above
  const given = cells.exactness !== 'subdistrict_point';
  if (given && position && outline && !liesInside(outline, position))
    problems.push(told('latitude', 'outsideDistrict', 'warning', `${latitude}, ${longitude}`));
  return problems;
}

/** A name that is still in use is no former one. */
export function formerNameProblems({ formerNames }: Cells, today: CivilDate): CellProblem[] {
  const later = namesIn(formerNames).find(({ until }) => until > today);
  return later ? [told('formerNames', 'formerLater', 'error', `${later.name} ${later.until}`)] : [];
}

/** Problems that lie between the cells of a facility. */
export function facilityProblems(cells: Cells, references: References): CellProblem[] {
  const { name } = cells;
  return [
    ...(name && [...name].length < 2 ? [told('name', 'tooShort', 'error', name)] : []),
    ...lieElsewhere('subdistrict', 'subdistrictElsewhere', cells, references),
    ...positionProblems(cells, references),
  ];
}

/**
 * What a facility needs besides: a place without a position stands at the point of its subdistrict and says so; Chinese
 * stands in where English is not given, as it does on pages.
 */
export function completeFacility(cells: Cells, references: References): Cells {
  return completePosition({ ...cells, nameEn: cells.nameEn ?? cells.name ?? null }, references);
}

/** A position says how exact it is; a place without one stands at the point of its subdistrict. */
export function completePosition(cells: Cells, references: References): Cells {
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
