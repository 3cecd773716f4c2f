import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';
import { compactKey } from '@/lib/public-directory/search/normalise';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import type { List } from './list';

const KINDS = ['specialty', 'regional'] as const;

const ALLIANCE: WrittenTable = {
  table: 'alliance',
  columns: {
    ...{ code: 'text', kind: 'alliance_kind', name: 'text', name_en: 'text', purpose: 'text', purpose_en: 'text' },
    ...{ sort_order: 'integer', origin: 'origin', source: 'text' },
  },
  keys: ['code'],
};

/** The regional alliances are four, whose colours and places the portal knows; others are by subject. */
function allianceProblems({ id, allianceKind }: Cells): CellProblem[] {
  const known = ALLIANCE_CODES.some((code) => code === id);
  if (known === (allianceKind === 'regional')) return [];
  const told = { column: known ? 'allianceKind' : 'id', code: 'regionalCode', level: 'error' } as const;
  return [{ ...told, found: id ?? '', suggestion: null, values: { codes: ALLIANCE_CODES.join('、') } }];
}

/** The regional alliances and those by subject (专科专病联盟); who belongs to them is a list of its own. */
export const ALLIANCES: List = {
  name: 'alliances',
  model: 'Alliance',
  objectType: 'Alliance',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'allianceName', type: { kind: 'text', most: 60 }, required: true },
    { key: 'allianceNameEn', type: { kind: 'text', most: 160 } },
    {
      key: 'allianceKind',
      type: { kind: 'choice', choices: 'alliance_kind', values: KINDS },
      standard: 'specialty',
    },
    { key: 'purpose', type: { kind: 'text', most: 200 } },
    { key: 'purposeEn', type: { kind: 'text', most: 400 } },
    { key: 'sortOrder', type: { kind: 'integer', least: 0, most: 999 }, standard: '100' },
    { key: 'source', type: { kind: 'text', most: 120 } },
    ORIGIN,
  ],
  labelOf: ({ allianceName }) => allianceName ?? '',
  keyOf: ({ allianceName }) => (allianceName ? compactKey(allianceName) : null),
  keyIsUnique: true,
  newId: () => `specialty-${randomUUID().slice(0, 8)}`,
  near: null,
  fixed: ['allianceKind'],
  check: allianceProblems,
  complete: (cells) => ({ ...cells, allianceNameEn: cells.allianceNameEn ?? cells.allianceName ?? null }),

  async read(tx, actor, action, ids) {
    const rows = await tx.alliance.findMany({
      where: { AND: [whereFor(actor, action, 'Alliance'), ids ? { code: { in: [...ids] } } : {}] },
      orderBy: { code: 'asc' },
    });
    return rows.map(({ code, kind, name, nameEn, purpose, purposeEn, sortOrder, source, origin }) => ({
      id: code,
      cells: {
        ...{ id: code, allianceName: name, allianceNameEn: nameEn, allianceKind: kind, purpose, purposeEn },
        ...{ sortOrder: String(sortOrder), source, origin },
      },
    }));
  },
  count: (tx, actor) => tx.alliance.count({ where: whereFor(actor, 'export', 'Alliance') }),
  async taken(tx, ids) {
    const rows = await tx.alliance.findMany({ where: { code: { in: [...ids] } }, select: { code: true } });
    return rows.map(({ code }) => code);
  },
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const rows = entries.map(({ id, cells }) => ({
      ...{ code: id, kind: cells.allianceKind ?? 'specialty' },
      ...{ name: cells.allianceName ?? '', name_en: cells.allianceNameEn ?? '' },
      ...{ purpose: cells.purpose ?? null, purpose_en: cells.purposeEn ?? null },
      ...{ sort_order: cells.sortOrder ?? '100', origin: cells.origin ?? 'imported', source: cells.source ?? null },
    }));
    await upsertRows(tx, ALLIANCE, rows);
  },

  async remove(tx, ids) {
    await tx.alliance.deleteMany({ where: { code: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const where = { code: { in: [...ids] }, OR: [{ memberships: { some: {} } }, { grants: { some: {} } }] };
    return (await tx.alliance.findMany({ where, select: { code: true } })).map(({ code }) => code);
  },
};
