import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import type { Prisma } from '@/lib/db/generated/client';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { several, valuesIn } from '@/lib/registry/rows/cell-values';
import type { Entry } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import type { List } from './list';

const PREPARATION: WrittenTable = {
  table: 'hospital_preparation',
  columns: {
    ...{ id: 'text', hospital_id: 'text', name: 'text', name_en: 'text' },
    ...{ indication: 'text', indication_en: 'text', origin: 'origin' },
  },
  keys: ['id'],
};
const CONDITION: WrittenTable = {
  table: 'preparation_condition',
  columns: { preparation_id: 'text', catalogue_id: 'text', condition_code: 'text' },
  keys: ['preparation_id', 'catalogue_id', 'condition_code'],
};

/** Hospital preparations (院内制剂) with the conditions they are for. */
export const PREPARATIONS: List = {
  name: 'preparations',
  model: 'HospitalPreparation',
  objectType: 'HospitalPreparation',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'preparationName', type: { kind: 'text', most: 60 }, required: true },
    { key: 'preparationNameEn', type: { kind: 'text', most: 160 } },
    { key: 'hospital', type: { kind: 'reference', to: 'hospital' }, required: true },
    { key: 'indication', type: { kind: 'text', most: 300 } },
    { key: 'indicationEn', type: { kind: 'text', most: 600 } },
    { key: 'preparedFor', type: { kind: 'references', to: 'condition' } },
    ORIGIN,
  ],
  labelOf: ({ preparationName }) => preparationName ?? '',
  keyOf: ({ hospital, preparationName }) =>
    hospital && preparationName ? `${hospital} ${compactKey(preparationName)}` : null,
  keyIsUnique: true,
  newId: () => `preparation-${randomUUID().slice(0, 8)}`,
  near: {
    ...{ of: 'names', groupOf: ({ hospital }) => hospital ?? null },
    nameOf: ({ preparationName }) => preparationName ?? '',
  },
  fixed: ['hospital'],
  check: () => [],
  complete: (cells) => ({ ...cells, preparationNameEn: cells.preparationNameEn ?? cells.preparationName ?? null }),

  async read(tx, actor, action, ids) {
    const rows = await tx.hospitalPreparation.findMany({
      where: { AND: [whereFor(actor, action, 'HospitalPreparation'), ids ? { id: { in: [...ids] } } : {}] },
      include: {
        conditions: { where: { condition: { catalogue: { current: true } } }, select: { conditionCode: true } },
      },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, name, nameEn, hospitalId, indication, indicationEn, conditions, origin }) => ({
      id,
      cells: {
        ...{ id, preparationName: name, preparationNameEn: nameEn, hospital: hospitalId, indication, indicationEn },
        preparedFor: several(conditions.map(({ conditionCode }) => conditionCode)),
        origin,
      },
    }));
  },
  count: (tx, actor) => tx.hospitalPreparation.count({ where: whereFor(actor, 'export', 'HospitalPreparation') }),
  async taken(tx, ids) {
    const rows = await tx.hospitalPreparation.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const rows = entries.map(({ id, cells }) => ({
      id,
      hospital_id: cells.hospital ?? '',
      name: cells.preparationName ?? '',
      name_en: cells.preparationNameEn ?? '',
      indication: cells.indication ?? null,
      indication_en: cells.indicationEn ?? null,
      origin: cells.origin ?? 'imported',
    }));
    await upsertRows(tx, PREPARATION, rows);
    await writeConditions(tx, entries);
  },

  async remove(tx, ids) {
    await tx.hospitalPreparation.deleteMany({ where: { id: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const where = { id: { in: [...ids] }, dispensing: { some: {} } };
    return (await tx.hospitalPreparation.findMany({ where, select: { id: true } })).map(({ id }) => id);
  },
};

async function writeConditions(tx: Prisma.TransactionClient, entries: readonly Entry[]) {
  const catalogue = await tx.conditionCatalogue.findFirst({ where: { current: true }, select: { id: true } });
  if (!catalogue) return;
  const preparationId = { in: entries.map(({ id }) => id) };
  // what stands in earlier catalogues stays
  await tx.preparationCondition.deleteMany({ where: { preparationId, catalogueId: catalogue.id } });
  const rows = entries.flatMap(({ id, cells }) =>
    valuesIn(cells.preparedFor).map((code) => ({
      ...{ preparation_id: id, catalogue_id: catalogue.id, condition_code: code },
    })),
  );
  await upsertRows(tx, CONDITION, rows);
}
