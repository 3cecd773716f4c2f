import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { fromDbDate } from '@/lib/core/dates';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import { lieElsewhere } from './facility-rules';
import { facilityInScope } from './facility-store';
import { labelled } from './label-rules';
import type { List } from './list';

const WORKSTATION: WrittenTable = {
  table: 'famous_physician_workstation',
  columns: {
    id: 'text',
    team_id: 'text',
    centre_id: 'text',
    opened_on: 'date',
    closed_on: 'date',
    origin: 'origin',
  },
  keys: ['id'],
};

function workstationProblems(cells: Cells, references: References): CellProblem[] {
  const problems = lieElsewhere('centre', 'centreElsewhere', cells, references);
  const { stationedFrom, stationedTo } = cells;
  if (!stationedFrom || !stationedTo || stationedTo > stationedFrom) return problems;
  const told = { column: 'stationedTo', code: 'period', level: 'error', found: stationedTo } as const;
  return [...problems, { ...told, suggestion: null, values: {} }];
}

/** Workstations (名中医工作室基层工作站) of famous physicians' teams in centres. */
export const WORKSTATIONS: List = {
  name: 'workstations',
  model: 'FamousPhysicianWorkstation',
  objectType: 'FamousPhysicianWorkstation',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'team', type: { kind: 'reference', to: 'team' }, required: true },
    { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
    { key: 'centre', type: { kind: 'reference', to: 'centre' }, required: true },
    { key: 'stationedFrom', type: { kind: 'date' }, required: true },
    { key: 'stationedTo', type: { kind: 'date' } },
    ORIGIN,
  ],
  labelOf: ({ label }) => label ?? '',
  keyOf: ({ team, centre }) => (team && centre ? `${team} ${centre}` : null),
  keyIsUnique: true,
  newId: () => `workstation-${randomUUID().slice(0, 8)}`,
  near: null,
  fixed: ['district'],
  check: workstationProblems,
  complete: (cells, references) =>
    labelled(cells, references, [
      ['team', cells.team],
      ['centre', cells.centre],
    ]),

  async read(tx, actor, action, ids) {
    const rows = await tx.famousPhysicianWorkstation.findMany({
      where: { AND: [whereFor(actor, action, 'FamousPhysicianWorkstation'), ids ? { id: { in: [...ids] } } : {}] },
      include: { centre: { select: { districtCode: true } } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, teamId, centreId, centre, openedOn, closedOn, origin }) => ({
      id,
      cells: {
        ...{ id, team: teamId, district: centre.districtCode, centre: centreId },
        ...{ stationedFrom: fromDbDate(openedOn), stationedTo: closedOn && fromDbDate(closedOn), origin },
      },
    }));
  },
  count: (tx, actor) =>
    tx.famousPhysicianWorkstation.count({ where: whereFor(actor, 'export', 'FamousPhysicianWorkstation') }),
  async taken(tx, ids) {
    const rows = await tx.famousPhysicianWorkstation.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true },
    });
    return rows.map(({ id }) => id);
  },
  inScope: facilityInScope,

  async write(tx, entries) {
    const rows = entries.map(({ id, cells }) => ({
      id,
      team_id: cells.team ?? '',
      centre_id: cells.centre ?? '',
      opened_on: cells.stationedFrom ?? null,
      closed_on: cells.stationedTo ?? null,
      origin: cells.origin ?? 'imported',
    }));
    await upsertRows(tx, WORKSTATION, rows);
  },

  async remove(tx, ids) {
    await tx.famousPhysicianWorkstation.deleteMany({ where: { id: { in: [...ids] } } });
  },

  // nothing refers to a workstation
  inUse: async () => [],
};
