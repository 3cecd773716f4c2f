import type { CivilDate } from '@/lib/core/dates';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { Span } from '@/lib/registry/rows/span-schema';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { completeFacility, facilityProblems } from './facility-rules';

// What must be true of a hospital's row: the alliance it leads or stands beside, and since when.

function told(column: string, code: ProblemCode, found: string | null | undefined, values = {}): CellProblem {
  return { column, code, level: 'error', found: found ?? '', suggestion: null, values };
}

/** A hospital that is given an alliance belongs to it from today on, where no day is named. */
export function completeHospital(cells: Cells, references: References, today: CivilDate): Cells {
  const stays = cells.alliance && cells.alliance === cells['#memberOf'];
  const since = stays ? (cells['#memberSince'] ?? null) : cells.alliance ? today : null;
  return completeFacility({ ...cells, memberFrom: cells.memberFrom ?? since }, references);
}

function memberProblems(cells: Cells, references: References): CellProblem[] {
  const { alliance, memberFrom, memberTo } = cells;
  if (!alliance) {
    // who was a member stays one until a day that is named
    if (cells['#memberOf']) return [told('alliance', 'staysMember', '')];
    return memberFrom || memberTo ? [told('alliance', 'required', '')] : [];
  }
  if (references.alliance.entries.get(alliance)?.alliance !== 'regional')
    return [told('alliance', 'regionalCode', alliance, { codes: '' })];
  const problems = memberFrom && memberTo && memberTo <= memberFrom ? [told('memberTo', 'period', memberTo)] : [];
  const earliest = cells['#earlierUntil'];
  if (memberFrom && earliest && memberFrom < earliest)
    problems.push(told('memberFrom', 'earlierMember', memberFrom, { from: earliest }));
  return problems;
}

/** What lies between the cells of a hospital. */
export function hospitalProblems(cells: Cells, references: References): CellProblem[] {
  return [...facilityProblems(cells, references), ...memberProblems(cells, references)];
}

/** An alliance has one lead at a time; a hospital that comes beside it is a partner. */
export function leadSpans({ hospitalKind, alliance, memberFrom, memberTo }: Cells): Span[] {
  if (hospitalKind !== 'lead_hospital' || !alliance || !memberFrom) return [];
  const told = { column: 'hospitalKind', code: 'secondLead', suggestion: 'partner_hospital' } as const;
  return [{ ...told, group: `lead ${alliance}`, from: memberFrom, to: memberTo ?? null }];
}
