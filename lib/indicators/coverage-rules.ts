import type { Coverage, CoverageRow, CoveringClinic, Specialty } from './coverage-schema';
import type { UnitNamed } from './schema';

// Which specialties clinics cover where. A clinic covers a specialty when it is for at least one of its conditions.

/** The clinics of a list that cover a specialty. */
export function covering(clinics: readonly CoveringClinic[], specialty: Specialty): CoveringClinic[] {
  const codes = new Set(specialty.conditions.map(({ code }) => code));
  return clinics.filter(({ conditions }) => conditions.some((code) => codes.has(code)));
}

/** Whether a clinic lies in a part of a unit. */
export function liesInPart(clinic: CoveringClinic, { level, code }: Pick<UnitNamed, 'level' | 'code'>): boolean {
  if (level === 'district') return clinic.districtCode === code;
  if (level === 'centre') return clinic.centreId === code;
  return level === 'clinic' ? clinic.id === code : true;
}

/** The matrix of places and specialties, and the conditions that nothing covers. */
export function coverageOf(
  specialties: readonly Specialty[],
  parts: readonly UnitNamed[],
  clinics: readonly CoveringClinic[],
): Coverage {
  const covered = new Set(clinics.flatMap(({ conditions }) => conditions));
  return {
    specialties: [...specialties],
    rows: parts.map((unit): CoverageRow => {
      const own = clinics.filter((clinic) => liesInPart(clinic, unit));
      return { unit, clinics: specialties.map((specialty) => covering(own, specialty).length) };
    }),
    uncovered: specialties.map((specialty) => ({
      ...specialty,
      conditions: specialty.conditions.filter(({ code }) => !covered.has(code)),
    })),
    clinics: [...clinics],
  };
}
