import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import { civilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import type { References } from '@/lib/registry/rows/reference-rules';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import { lieElsewhere } from './facility-rules';
import { facilityInScope } from './facility-store';
import { labelled } from './label-rules';
import type { List } from './list';

const DISPENSING_TABLE: WrittenTable = {
  table: 'preparation_dispensing',
  columns: { preparation_id: 'text', facility_id: 'text', valid_from: 'date', valid_to: 'date', origin: 'origin' },
  keys: ['preparation_id', 'facility_id', 'valid_from'],
};

/** A place dispenses a preparation from a day on: the three together tell entries apart. */
const idOf = (preparation: string, centre: string, from: string) => `${preparation} ${centre} ${from}`;

const keyIn = ({ preparation, centre, dispensedFrom }: Cells) =>
  preparation && centre && dispensedFrom ? idOf(preparation, centre, dispensedFrom) : null;

function partsOf(id: string) {
  const [preparationId = '', facilityId = '', from = ''] = id.split(' ');
  return { preparationId, facilityId, validFrom: toDbDate(civilDate(from)) };
}

/** Entries by their ids; none for no ids, where an empty OR would be dropped. */
const anyOf = (ids: readonly string[]) => (ids.length === 0 ? { preparationId: { in: [] } } : { OR: ids.map(partsOf) });

const IN_CENTRES = { facility: { kind: 'community_centre' } } as const;

function dispensingProblems(cells: Cells, references: References): CellProblem[] {
  const problems = lieElsewhere('centre', 'centreElsewhere', cells, references);
  const { dispensedFrom, dispensedTo } = cells;
  if (!dispensedFrom || !dispensedTo || dispensedTo > dispensedFrom) return problems;
  const told = { column: 'dispensedTo', code: 'period', level: 'error', found: dispensedTo } as const;
  return [...problems, { ...told, suggestion: null, values: {} }];
}

/** The centres that dispense preparations of lead hospitals (院内制剂调剂使用). */
export const DISPENSING: List = {
  name: 'dispensing',
  model: 'PreparationDispensing',
  objectType: 'PreparationDispensing',
  columns: [
    { key: 'preparation', type: { kind: 'reference', to: 'preparation' }, required: true },
    { key: 'district', type: { kind: 'reference', to: 'district' }, required: true },
    { key: 'centre', type: { kind: 'reference', to: 'centre' }, required: true },
    { key: 'dispensedFrom', type: { kind: 'date' }, required: true },
    { key: 'dispensedTo', type: { kind: 'date' } },
    ORIGIN,
  ],
  labelOf: ({ label }) => label ?? '',
  keyOf: keyIn,
  keyIsUnique: true,
  newId: (cells) => keyIn(cells) ?? '',
  near: null,
  fixed: ['district'],
  check: dispensingProblems,
  spans({ preparation, centre, dispensedFrom, dispensedTo }) {
    if (!preparation || !centre || !dispensedFrom) return [];
    const group = `${preparation} ${centre}`;
    return [{ group, from: dispensedFrom, to: dispensedTo ?? null, column: 'dispensedFrom', code: 'overlaps' }];
  },
  complete: (cells, references) => {
    const { preparation, centre, dispensedFrom } = cells;
    const parts = [['preparation', preparation] as const, ['centre', centre] as const];
    return labelled(cells, references, parts, dispensedFrom);
  },

  async read(tx, actor, action, ids) {
    const rows = await tx.preparationDispensing.findMany({
      where: { AND: [whereFor(actor, action, 'PreparationDispensing'), IN_CENTRES, ids ? anyOf(ids) : {}] },
      include: { facility: { select: { districtCode: true } } },
      orderBy: [{ preparationId: 'asc' }, { facilityId: 'asc' }, { validFrom: 'asc' }],
    });
    return rows.map(({ preparationId, facilityId, facility, validFrom, validTo, origin }) => ({
      id: idOf(preparationId, facilityId, fromDbDate(validFrom)),
      cells: {
        ...{ preparation: preparationId, district: facility.districtCode, centre: facilityId },
        ...{ dispensedFrom: fromDbDate(validFrom), dispensedTo: validTo && fromDbDate(validTo), origin },
      },
    }));
  },
  count: (tx, actor) =>
    tx.preparationDispensing.count({
      where: { AND: [whereFor(actor, 'export', 'PreparationDispensing'), IN_CENTRES] },
    }),
  async taken(tx, ids) {
    const rows = await tx.preparationDispensing.findMany({ where: anyOf(ids) });
    return rows.map(({ preparationId, facilityId, validFrom }) =>
      idOf(preparationId, facilityId, fromDbDate(validFrom)),
    );
  },
  inScope: facilityInScope,

  async write(tx, entries) {
    // two times that change places would stand in each other's way
    await tx.preparationDispensing.deleteMany({ where: anyOf(entries.map(({ id }) => id)) });
    const rows = entries.map(({ cells }) => ({
      preparation_id: cells.preparation ?? '',
      facility_id: cells.centre ?? '',
      valid_from: cells.dispensedFrom ?? null,
      valid_to: cells.dispensedTo ?? null,
      origin: cells.origin ?? 'imported',
    }));
    await upsertRows(tx, DISPENSING_TABLE, rows);
  },

  async remove(tx, ids) {
    await tx.preparationDispensing.deleteMany({ where: anyOf(ids) });
  },

  // nothing refers to where a preparation is dispensed
  inUse: async () => [],
};
