import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { civilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { ORIGIN } from './facility-columns';
import { labelled } from './label-rules';
import type { List } from './list';
import { keyIn, memberProblems, memberSpans, partsOf, ROLES } from './membership-rules';
import { dayOrNull, OF_HOSPITALS, writeMemberships } from './membership-store';

/** Entries by their ids; none for no ids, where an empty OR would be dropped. */
function anyOf(ids: readonly string[]) {
  const one = (id: string) => {
    const { alliance, member, from } = partsOf(id);
    const of = /^\d{6}$/.test(member) ? { districtCode: member } : { facilityId: member };
    return { allianceCode: alliance, ...of, validFrom: toDbDate(civilDate(from)) };
  };
  return ids.length === 0 ? { id: { in: [] } } : { OR: ids.map(one) };
}

const HERE = { NOT: OF_HOSPITALS };

/** The districts of the regional alliances, and the members of those by subject; each for a time. */
export const MEMBERSHIPS: List = {
  name: 'memberships',
  model: 'AllianceMembership',
  objectType: 'AllianceMembership',
  columns: [
    { key: 'alliance', type: { kind: 'reference', to: 'alliance' }, required: true },
    { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
    { key: 'facility', type: { kind: 'reference', to: 'facility' } },
    { key: 'memberRole', type: { kind: 'choice', choices: 'member_role', values: ROLES }, standard: 'member' },
    { key: 'memberFrom', type: { kind: 'date' }, required: true },
    { key: 'memberTo', type: { kind: 'date' } },
    { key: 'source', type: { kind: 'text', most: 120 } },
    ORIGIN,
  ],
  labelOf: ({ label }) => label ?? '',
  keyOf: keyIn,
  keyIsUnique: true,
  newId: (cells) => keyIn(cells) ?? '',
  near: null,
  fixed: [],
  check: memberProblems,
  spans: memberSpans,
  complete: (cells, references) => {
    const { alliance, district, facility } = cells;
    return labelled(cells, references, [
      ['alliance', alliance],
      facility ? ['facility', facility] : ['district', district],
    ]);
  },

  async read(tx, actor, action, ids) {
    const rows = await tx.allianceMembership.findMany({
      where: { AND: [whereFor(actor, action, 'AllianceMembership'), HERE, ids ? anyOf(ids) : {}] },
      include: { facility: { select: { districtCode: true } } },
      orderBy: [{ allianceCode: 'asc' }, { districtCode: 'asc' }, { facilityId: 'asc' }, { validFrom: 'asc' }],
    });
    return rows.map(({ id, allianceCode, districtCode, facilityId, facility, role, source, origin, ...days }) => {
      const cells = {
        ...{ alliance: allianceCode, district: districtCode ?? facility?.districtCode ?? null, facility: facilityId },
        ...{ memberRole: role, memberFrom: fromDbDate(days.validFrom), memberTo: dayOrNull(days.validTo) },
        ...{ source, origin, '#memberId': id },
      };
      return { id: keyIn(cells) ?? id, cells };
    });
  },
  count: (tx, actor) =>
    tx.allianceMembership.count({ where: { AND: [whereFor(actor, 'export', 'AllianceMembership'), HERE] } }),
  async taken(tx, ids) {
    const rows = await tx.allianceMembership.findMany({ where: { AND: [HERE, anyOf(ids)] } });
    return rows.flatMap(({ allianceCode, districtCode, facilityId, validFrom }) => {
      const days = { memberFrom: fromDbDate(validFrom) };
      return keyIn({ alliance: allianceCode, district: districtCode, facility: facilityId, ...days }) ?? [];
    });
  },
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const codes = { in: entries.flatMap(({ cells }) => cells.alliance ?? []) };
    const alliances = await tx.alliance.findMany({ where: { code: codes }, select: { code: true, kind: true } });
    const kinds = new Map(alliances.map(({ code, kind }) => [code, kind]));
    const rows = entries.map(({ cells }) => ({
      ...{ id: cells['#memberId'] ?? randomUUID(), alliance: cells.alliance ?? '', cells },
      ...{ kind: kinds.get(cells.alliance ?? '') ?? 'specialty', role: cells.memberRole ?? 'member' },
      ...{ district: cells.facility ? null : (cells.district ?? null), facility: cells.facility ?? null },
    }));
    await writeMemberships(tx, rows);
  },

  async remove(tx, ids) {
    await tx.allianceMembership.deleteMany({ where: { AND: [HERE, anyOf(ids)] } });
  },

  // nothing refers to a membership
  inUse: async () => [],
};
