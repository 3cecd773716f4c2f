import type { UnitNamed } from './schema';

/** How the held rates of a district's clinics spread in a period; too few clinics have no spread. */
export type DistrictSpread = {
  unit: UnitNamed;
  /** clinics of which something was expected */
  clinics: number;
  spread: { least: number; lowerQuartile: number; median: number; upperQuartile: number; most: number } | null;
  /** the held rate of the district as a whole */
  whole: number | null;
};
