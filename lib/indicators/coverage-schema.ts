import type { UnitNamed } from './schema';

/** A department of the list of conditions, with all its conditions. */
export type Specialty = { name: string; nameEn: string; conditions: { code: string; name: string; nameEn: string }[] };

/** A clinic that operates, with the conditions of the list that it is for. */
export type CoveringClinic = {
  id: string;
  name: string;
  nameEn: string;
  centreId: string;
  centreName: string;
  centreNameEn: string;
  districtCode: string;
  /** codes of the current list */
  conditions: string[];
};

export type CoverageRow = {
  unit: UnitNamed;
  /** clinics for each specialty, in their order; 0 where nothing is covered */
  clinics: number[];
};

export type Coverage = {
  specialties: Specialty[];
  /** the parts of the unit; a centre or clinic is its own only row */
  rows: CoverageRow[];
  /** by specialty, the conditions that no clinic of the unit is for */
  uncovered: Specialty[];
  clinics: CoveringClinic[];
};
