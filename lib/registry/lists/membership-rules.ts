import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import type { ProblemCode } from '@/lib/registry/rows/problem-schema';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { Span } from '@/lib/registry/rows/span-schema';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { lieElsewhere } from './facility-rules';

// What must be true of a membership: a district belongs to one regional alliance at a time, an alliance has one lead.

export const ROLES = ['member', 'partner', 'lead'] as const;

/** A member belongs to an alliance from a day on: the three together tell entries apart. */
export function keyIn({ alliance, district, facility, memberFrom }: Cells): string | null {
  const member = facility ?? district;
  return alliance && member && memberFrom ? `${alliance} ${member} ${memberFrom}` : null;
}

/** The parts of such a key. */
export function partsOf(key: string) {
  const [alliance = '', member = '', from = ''] = key.split(' ');
  return { alliance, member, from };
}

/** What lies between the cells of a membership. */
export function memberProblems(cells: Cells, references: References): CellProblem[] {
  const told = (column: string, code: ProblemCode): CellProblem => ({
    ...{ column, code, level: 'error', found: cells[column] ?? '', suggestion: null, values: {} },
  });
  const { facility, memberRole, memberFrom, memberTo } = cells;
  const regional = references.alliance.entries.get(cells.alliance ?? '')?.alliance === 'regional';
  return [
    ...lieElsewhere('facility', 'facilityElsewhere', cells, references),
    ...(regional && facility && memberRole !== 'member' ? [told('memberRole', 'hospitalsList')] : []),
    ...(!facility && memberRole !== 'member' ? [told('memberRole', 'districtMember')] : []),
    ...(memberFrom && memberTo && memberTo <= memberFrom ? [told('memberTo', 'period')] : []),
  ];
}

/** The times in which a membership stands alone. */
export function memberSpans(cells: Cells): Span[] {
  const { alliance, district, facility, memberRole, memberFrom } = cells;
  if (!alliance || !memberFrom) return [];
  const time = { from: memberFrom, to: cells.memberTo ?? null, column: 'memberFrom' } as const;
  const member = facility ?? district ?? '';
  const alone =
    !facility && ALLIANCE_CODES.some((code) => code === alliance) ? `region ${member}` : `${alliance} ${member}`;
  return [
    { ...time, group: alone, code: 'overlaps' },
    ...(memberRole === 'lead' ? [{ ...time, group: `lead ${alliance}`, code: 'overlaps' } as const] : []),
  ];
}
