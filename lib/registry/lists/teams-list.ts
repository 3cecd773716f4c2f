import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import type { List } from './list';
import { nameWithout } from './near-name-rules';

const TEAM: WrittenTable = {
  table: 'famous_physician_team',
  columns: { id: 'text', name: 'text', name_en: 'text', hospital_id: 'text', origin: 'origin' },
  keys: ['id'],
};

/** The teams of famous physicians whose workstations stand in centres. */
export const TEAMS: List = {
  name: 'teams',
  model: 'FamousPhysicianTeam',
  objectType: 'FamousPhysicianTeam',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'teamName', type: { kind: 'text', most: 40 }, required: true },
    { key: 'teamNameEn', type: { kind: 'text', most: 120 } },
    { key: 'hospital', type: { kind: 'reference', to: 'hospital' }, required: true },
    ORIGIN,
  ],
  labelOf: ({ teamName }) => teamName ?? '',
  keyOf: ({ teamName }) => (teamName ? compactKey(teamName) : null),
  keyIsUnique: true,
  newId: () => `team-${randomUUID().slice(0, 8)}`,
  near: {
    ...{ of: 'names', groupOf: () => 'city' },
    nameOf: ({ teamName }) => nameWithout(teamName, /上海市?|全国|名老?中医|专家|传承|工作室|团队/g),
  },
  fixed: [],
  check: () => [],
  complete: (cells) => ({ ...cells, teamNameEn: cells.teamNameEn ?? cells.teamName ?? null }),

  async read(tx, actor, action, ids) {
    const rows = await tx.famousPhysicianTeam.findMany({
      where: { AND: [whereFor(actor, action, 'FamousPhysicianTeam'), ids ? { id: { in: [...ids] } } : {}] },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, name, nameEn, hospitalId, origin }) => ({
      id,
      cells: { id, teamName: name, teamNameEn: nameEn, hospital: hospitalId, origin },
    }));
  },
  count: (tx, actor) => tx.famousPhysicianTeam.count({ where: whereFor(actor, 'export', 'FamousPhysicianTeam') }),
  async taken(tx, ids) {
    const rows = await tx.famousPhysicianTeam.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const rows = entries.map(({ id, cells }) => ({
      id,
      name: cells.teamName ?? '',
      name_en: cells.teamNameEn ?? '',
      hospital_id: cells.hospital ?? '',
      origin: cells.origin ?? 'imported',
    }));
    await upsertRows(tx, TEAM, rows);
  },

  async remove(tx, ids) {
    await tx.famousPhysicianTeam.deleteMany({ where: { id: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const where = { id: { in: [...ids] }, workstations: { some: {} } };
    return (await tx.famousPhysicianTeam.findMany({ where, select: { id: true } })).map(({ id }) => id);
  },
};
