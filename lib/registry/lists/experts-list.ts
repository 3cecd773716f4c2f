import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { Prisma } from '@/lib/db/generated/client';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { several, valuesIn, yesNo } from '@/lib/registry/rows/cell-values';
import type { Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import type { List } from './list';

const TITLES = ['chief', 'associate_chief', 'attending'] as const;

const EXPERT: WrittenTable = {
  table: 'expert',
  columns: {
    id: 'text',
    name: 'text',
    name_en: 'text',
    title: 'expert_title',
    hospital_id: 'text',
    department: 'text',
    department_en: 'text',
    active: 'boolean',
    origin: 'origin',
  },
  keys: ['id'],
};
const CONDITION: WrittenTable = {
  table: 'expert_condition',
  columns: { expert_id: 'text', catalogue_id: 'text', condition_code: 'text' },
  keys: ['expert_id', 'catalogue_id', 'condition_code'],
};

/** Where English is not given, Chinese stands in. */
function complete(cells: Cells): Cells {
  return {
    ...cells,
    nameEn: cells.nameEn ?? cells.name ?? null,
    departmentEn: cells.departmentEn ?? cells.department ?? null,
  };
}

/** Experts of the lead hospitals with their specialties. */
export const EXPERTS: List = {
  name: 'experts',
  model: 'Expert',
  objectType: 'Expert',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'personName', type: { kind: 'text', most: 30 }, required: true },
    { key: 'personNameEn', type: { kind: 'text', most: 80 } },
    { key: 'title', type: { kind: 'choice', choices: 'title', values: TITLES }, required: true },
    { key: 'hospital', type: { kind: 'reference', to: 'hospital' }, required: true },
    { key: 'department', type: { kind: 'text', most: 40 }, required: true },
    { key: 'departmentEn', type: { kind: 'text', most: 80 } },
    { key: 'specialties', type: { kind: 'references', to: 'condition' } },
    { key: 'active', type: { kind: 'yes_no' }, standard: 'yes' },
    ORIGIN,
  ],
  labelOf: ({ personName }) => personName ?? '',
  keyOf: ({ hospital, department, personName }) =>
    hospital && personName ? `${hospital} ${compactKey(department ?? '')} ${compactKey(personName)}` : null,
  keyIsUnique: false,
  newId: ({ hospital }) => `expert-${hospital ?? 'new'}-${randomUUID().slice(0, 8)}`,
  near: { of: 'names', groupOf: ({ hospital }) => hospital ?? null, nameOf: ({ personName }) => personName ?? '' },
  fixed: ['hospital'],
  check: () => [],
  complete: (cells) => {
    const { nameEn, departmentEn } = complete({
      name: cells.personName ?? null,
      nameEn: cells.personNameEn ?? null,
      department: cells.department ?? null,
      departmentEn: cells.departmentEn ?? null,
    });
    return { ...cells, personNameEn: nameEn ?? null, departmentEn: departmentEn ?? null };
  },

  async read(tx, actor, action, ids) {
    const rows = await tx.expert.findMany({
      where: { AND: [whereFor(actor, action, 'Expert'), ids ? { id: { in: [...ids] } } : {}] },
      include: {
        conditions: { where: { condition: { catalogue: { current: true } } }, select: { conditionCode: true } },
      },
      orderBy: { id: 'asc' },
    });
    return rows.map(
      ({ id, name, nameEn, title, hospitalId, department, departmentEn, conditions, active, origin }) => ({
        id,
        cells: {
          ...{ id, personName: name, personNameEn: nameEn, title, hospital: hospitalId, department, departmentEn },
          specialties: several(conditions.map(({ conditionCode }) => conditionCode)),
          ...{ active: yesNo(active), origin },
        },
      }),
    );
  },
  count: (tx, actor) => tx.expert.count({ where: whereFor(actor, 'export', 'Expert') }),
  taken: async (tx, ids) =>
    (await tx.expert.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  inScope: (actor: Actor) => actor.role === 'city_officer',

  async write(tx, entries) {
    const rows = entries.map(({ id, cells }) => ({
      id,
      name: cells.personName ?? '',
      name_en: cells.personNameEn ?? '',
      title: cells.title ?? 'attending',
      hospital_id: cells.hospital ?? '',
      department: cells.department ?? '',
      department_en: cells.departmentEn ?? '',
      active: cells.active === 'yes',
      origin: cells.origin ?? 'imported',
    }));
    await upsertRows(tx, EXPERT, rows);
    await writeSpecialties(tx, entries);
  },

  async remove(tx, ids) {
    await tx.expert.deleteMany({ where: { id: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const some = { some: {} };
    const used = await tx.expert.findMany({
      where: {
        id: { in: [...ids] },
        OR: [
          ...[{ clinics: some }, { trainees: some }, { schedules: some }, { exceptions: some }],
          ...[{ grants: some }, { planned: some }, { attended: some }],
        ],
      },
      select: { id: true },
    });
    return used.map(({ id }) => id);
  },
};

async function writeSpecialties(tx: Prisma.TransactionClient, entries: readonly { id: string; cells: Cells }[]) {
  const catalogue = await tx.conditionCatalogue.findFirst({ where: { current: true }, select: { id: true } });
  if (!catalogue) return;
  const expertId = { in: entries.map(({ id }) => id) };
  // what stands in earlier catalogues stays
  await tx.expertCondition.deleteMany({ where: { expertId, catalogueId: catalogue.id } });
  const rows = entries.flatMap(({ id, cells }) =>
    valuesIn(cells.specialties).map((code) => ({
      ...{ expert_id: id, catalogue_id: catalogue.id, condition_code: code },
    })),
  );
  await upsertRows(tx, CONDITION, rows);
}
