import { addDays, type CivilDate } from '@/lib/core/dates';
import { type ClinicStatus, FOLLOWS } from '@/lib/joint-clinics/schema';
import { valuesIn } from '@/lib/registry/rows/cell-values';
import { statusesCell, statusesIn } from '@/lib/registry/rows/earlier-rules';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';

// What must be true of a clinic's row beyond its single cells. A status that holds already keeps its day and its reason;
// another one is announced from tomorrow on at the earliest, because records of today may have been written by now.

/** More than this is a general clinic, not one for a condition (ours). */
const MOST_CONDITIONS = 5;

function told(column: string, code: ProblemCode, found: string | null = null, values = {}): CellProblem {
  return { column, code, level: 'error', found: found ?? '', suggestion: null, values };
}

/**
 * The statuses before the one that the row says. Those of a clinic that is there follow from what stands, and what a row
 * says of them beyond that is told; a new clinic brings its own, and is prepared until the day on which it opens.
 */
function earlierOf(cells: Cells, today: CivilDate): Pick<Cells, 'earlierStatuses' | 'askedEarlier'> {
  const { lastStatus, lastFrom, statusFrom } = cells;
  const asked = cells.earlierStatuses ?? null;
  if (!lastStatus || !lastFrom) {
    const opens = statusFrom && statusFrom > today && !asked;
    const prepared = { status: 'preparing', from: today, reason: null, reasonEn: null };
    return { earlierStatuses: opens ? statusesCell([prepared]) : asked, askedEarlier: null };
  }
  const latest = {
    ...{ status: lastStatus, from: lastFrom },
    ...{ reason: cells.lastReason ?? null, reasonEn: cells.lastReasonEn ?? null },
  };
  const standing = [...statusesIn(cells.lastEarlier), latest];
  const at = standing.findIndex(({ status, from }) => status === cells.clinicStatus && from === statusFrom);
  const known = new Set(standing.map((one) => statusesCell([one])));
  const strange = statusesIn(asked).find((one) => !known.has(statusesCell([one])));
  return {
    earlierStatuses: statusesCell(at < 0 ? standing : standing.slice(0, at)),
    askedEarlier: strange ? statusesCell([strange]) : null,
  };
}

/** Fills what a row leaves out: English names, the day and reason of a status that stays, the district of the centre. */
export function completeClinic(cells: Cells, references: References, today: CivilDate): Cells {
  const stays = !cells.lastStatus || cells.clinicStatus === cells.lastStatus;
  const last = cells.lastStatus
    ? { from: cells.lastFrom ?? null, reason: cells.lastReason ?? null, reasonEn: cells.lastReasonEn ?? null }
    : { from: today, reason: null, reasonEn: null };
  const statusFrom = cells.statusFrom ?? (stays ? last.from : null);
  return {
    ...cells,
    ...earlierOf({ ...cells, statusFrom }, today),
    clinicNameEn: cells.clinicNameEn ?? cells.clinicName ?? null,
    departmentEn: cells.departmentEn ?? cells.department ?? null,
    district: references.centre.entries.get(cells.centre ?? '')?.within ?? null,
    statusFrom,
    statusReason: cells.statusReason ?? (stays ? last.reason : null),
    statusReasonEn: cells.statusReasonEn ?? (stays ? last.reasonEn : null),
  };
}

const statusOf = (cells: Cells) => cells.clinicStatus as ClinicStatus;

function statusProblems(cells: Cells, today: CivilDate): CellProblem[] {
  const { statusFrom, statusReason, lastStatus, lastFrom } = cells;
  const status = statusOf(cells);
  const silent = (status === 'suspended' || status === 'closed') && !statusReason;
  const reasons = silent ? [told('statusReason', 'required')] : [];
  if (!statusFrom) return [told('statusFrom', 'required'), ...reasons];
  if (statusFrom > addDays(today, 731)) return [told('statusFrom', 'farAhead', statusFrom)];
  if (!lastStatus || !lastFrom) {
    // until the day on which it opens, a new clinic is prepared
    const early = statusFrom > today && status !== 'operating';
    return [...(early ? [told('statusFrom', 'notYet', statusFrom)] : []), ...reasons];
  }
  if (status === lastStatus) {
    const kept = statusFrom === lastFrom && (statusReason ?? null) === (cells.lastReason ?? null);
    const same = kept && (cells.statusReasonEn ?? null) === (cells.lastReasonEn ?? null);
    return same ? [] : [told('statusFrom', 'statusKept', statusFrom, { from: lastFrom })];
  }
  if (!FOLLOWS[lastStatus as ClinicStatus].includes(status)) return [told('clinicStatus', 'follow')];
  return statusFrom <= today || statusFrom <= lastFrom ? [told('statusFrom', 'fromTomorrow', statusFrom)] : reasons;
}

/** What holds of the statuses before: each may follow the one before it, and the row's own status comes last. */
function earlierProblems(cells: Cells, today: CivilDate): CellProblem[] {
  const { statusFrom, lastStatus, askedEarlier, earlierStatuses } = cells;
  if (askedEarlier) return [told('earlierStatuses', 'earlierKept', askedEarlier)];
  if (lastStatus || !earlierStatuses || !statusFrom) return [];
  const earlier = statusesIn(earlierStatuses);
  const whole = [...earlier, { status: statusOf(cells), from: statusFrom }];
  const wrong = earlier.find(({ status, from }, at) => {
    const next = whole[at + 1];
    return (
      from > today ||
      !next ||
      next.from <= from ||
      !FOLLOWS[status as ClinicStatus].includes(next.status as ClinicStatus)
    );
  });
  if (wrong) return [told('earlierStatuses', 'statusOrder', `${wrong.status} ${wrong.from}`, { from: wrong.from })];
  const silent = earlier.find(({ status, reason }) => (status === 'suspended' || status === 'closed') && !reason);
  return silent ? [told('earlierStatuses', 'statusReason', silent.from, { from: silent.from })] : [];
}

function peopleProblems(cells: Cells, references: References, before: Cells | null): CellProblem[] {
  const problems: CellProblem[] = [];
  const lies = { clinicExperts: ['expert', cells.hospital], clinicTrainees: ['trainee', cells.centre] } as const;
  for (const [column, [to, home]] of Object.entries(lies)) {
    const known = new Set(valuesIn(before?.[column]));
    for (const id of valuesIn(cells[column]).filter((one) => !known.has(one))) {
      const person = references[to].entries.get(id);
      const name = person?.names[0] ?? id;
      if (person?.within !== home) problems.push(told(column, 'personElsewhere', name, { name }));
      else if (person?.inactive) problems.push(told(column, 'inactive', name, { name }));
    }
  }
  const stay = new Set(valuesIn(cells.clinicExperts));
  for (const id of valuesIn(before?.plannedExperts).filter((one) => !stay.has(one))) {
    const name = references.expert.entries.get(id)?.names[0] ?? id;
    problems.push(told('clinicExperts', 'stillPlanned', name, { name }));
  }
  return problems;
}

/** What lies between the cells of a clinic. */
export function clinicProblems(
  cells: Cells,
  references: References,
  before: Cells | null,
  today: CivilDate,
): CellProblem[] {
  const many = valuesIn(cells.clinicConditions).length;
  return [
    ...(many > MOST_CONDITIONS ? [told('clinicConditions', 'most', String(many), { most: MOST_CONDITIONS })] : []),
    ...(cells.bookingMethod === 'phone' && !cells.bookingPhone ? [told('bookingPhone', 'required')] : []),
    ...statusProblems(cells, today),
    ...earlierProblems(cells, today),
    ...peopleProblems(cells, references, before),
  ];
}
