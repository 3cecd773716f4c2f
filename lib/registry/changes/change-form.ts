import type { FieldProblem } from '@/lib/core/errors';
import type { Datum } from '@/lib/core/geo';
import { DATUMS } from '@/lib/core/geo';
import type { Words } from '@/lib/registry/files/words-rules';
import { FACILITY_HEAD, FACILITY_TAIL, OFFERED } from '@/lib/registry/lists/facility-columns';
import { completeFacility, facilityProblems } from '@/lib/registry/lists/facility-rules';
import { inWgs84 } from '@/lib/registry/lists/position-rules';
import { readCell } from '@/lib/registry/rows/cell-rules';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { Cells, Column } from '@/lib/registry/schema';
import { PROFILE_KEYS } from './change-schema';

// A proposal as it was typed: its cells are read as those of a file are, so that both take the same ways of writing.

/** The columns of a facility that requests may change. */
export const PROFILE_COLUMNS: readonly Column[] = [...FACILITY_HEAD, ...FACILITY_TAIL, ...OFFERED].filter(({ key }) =>
  PROFILE_KEYS.some((one) => one === key),
);
/** Everything that the rules of a facility look at. */
export const KNOWN_COLUMNS: readonly Column[] = [...FACILITY_HEAD, ...FACILITY_TAIL, ...OFFERED];

const datumOf = (typed: string | undefined): Datum => DATUMS.find((one) => one === typed) ?? 'wgs84';

/** The profile as it would be, or what is wrong with the fields. */
export function readProposal(
  values: Readonly<Record<string, string>>,
  present: Cells,
  { references, words }: { references: References; words: Words },
): { ok: true; cells: Cells } | { ok: false; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const cells: Record<string, string | null> = { ...present };
  const context = { words, references, within: present.district ?? null };
  for (const column of PROFILE_COLUMNS.filter(({ key }) => key !== 'exactness')) {
    const reading = readCell(column, values[column.key] ?? '', context);
    if (!reading.ok)
      problems.push({ path: column.key, messageKey: `registry.problem.${reading.code}`, values: reading.values ?? {} });
    else if (reading.value === null && column.required)
      problems.push({ path: column.key, messageKey: 'registry.problem.required' });
    else cells[column.key] = reading.value;
  }
  if (problems.length > 0) return { ok: false, problems };
  const proposed = completeFacility(positioned(cells, present, datumOf(values.datum)), references);
  const stays = proposed.latitude === present.latitude && proposed.longitude === present.longitude;
  // whoever moves a facility says where to; a place that has always stood outside its outline is no reason to refuse
  const wrong = facilityProblems(proposed, references).filter(
    ({ level, code }) => level === 'error' || (code === 'outsideDistrict' && !stays),
  );
  if (wrong.length === 0) return { ok: true, cells: { ...proposed, holidays: proposed.holidays ?? 'no' } };
  return {
    ok: false,
    problems: wrong.map(({ column, code, values: told }) => ({
      path: column,
      messageKey: `registry.problem.${code}`,
      values: told,
    })),
  };
}

/** A position that was left as it is stays so, whatever datum is chosen; another is as exact as its digits. */
function positioned(cells: Cells, present: Cells, datum: Datum): Cells {
  if (cells.latitude === present.latitude && cells.longitude === present.longitude) return cells;
  return inWgs84({ ...cells, datum, exactness: null }, datum);
}
