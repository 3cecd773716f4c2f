import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOf } from './coverage-rules';
import type { CoveringClinic, Specialty } from './coverage-schema';

const specialty = (name: string, codes: string[]): Specialty => ({
  name,
  nameEn: name,
  conditions: codes.map((code) => ({ code, name: code, nameEn: code })),
});
const SPECIALTIES = [specialty('inner', ['a', 'b', 'c']), specialty('skin', ['d']), specialty('eyes', ['e', 'f'])];
const DISTRICTS = ['1', '2', '3'].map((code) => ({ level: 'district', code, name: code, nameEn: code }) as const);

const clinics = fc
  .array(
    fc.record({
      districtCode: fc.constantFrom('1', '2', '3'),
      conditions: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 4 }),
    }),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map(
      (one, index): CoveringClinic => ({
        ...{ id: String(index), name: '', nameEn: '', centreId: '', centreName: '', centreNameEn: '' },
        ...one,
      }),
    ),
  );

describe('coverageOf', () => {
  it('counts a clinic once for each specialty of its conditions, in its own district', () => {
    const clinic = { id: '1', name: '', nameEn: '', centreId: '', centreName: '', centreNameEn: '' };
    const { rows, uncovered } = coverageOf(SPECIALTIES, DISTRICTS, [
      { ...clinic, districtCode: '1', conditions: ['a', 'b', 'd'] },
      { ...clinic, id: '2', districtCode: '1', conditions: ['c'] },
      { ...clinic, id: '3', districtCode: '3', conditions: [] },
    ]);
    expect(rows.map((row) => row.clinics)).toEqual([
      [2, 1, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(uncovered.map(({ conditions }) => conditions.map(({ code }) => code))).toEqual([[], [], ['e', 'f']]);
  });

  it('leaves a column empty exactly when none of its conditions is covered', () => {
    fc.assert(
      fc.property(clinics, (list) => {
        const { rows, uncovered } = coverageOf(SPECIALTIES, DISTRICTS, list);
        for (const [index, { conditions }] of SPECIALTIES.entries()) {
          const empty = rows.every((row) => row.clinics[index] === 0);
          expect(empty).toBe(uncovered[index]?.conditions.length === conditions.length);
        }
      }),
    );
  });
});
