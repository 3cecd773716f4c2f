import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { fromDbDate } from '@/lib/core/dates';
import type { Prisma } from '@/lib/db/generated/client';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { yesNo } from '@/lib/registry/rows/cell-values';
import type { CellProblem, Cells } from '@/lib/registry/schema';
import { upsertRows, type WrittenTable } from './bulk-write';
import { ORIGIN } from './facility-columns';
import type { List } from './list';

const TRAINEE: WrittenTable = {
  table: 'trainee_doctor',
  columns: {
    id: 'text',
    name: 'text',
    name_en: 'text',
    centre_id: 'text',
    mentor_id: 'text',
    cohort: 'smallint',
    active: 'boolean',
    goal_sessions: 'smallint',
    goal: 'text',
    origin: 'origin',
  },
  keys: ['id'],
};
const DUAL: WrittenTable = {
  table: 'dual_employment',
  columns: { trainee_id: 'text', hospital_id: 'text', valid_from: 'date', valid_to: 'date', origin: 'origin' },
  keys: ['trainee_id', 'hospital_id', 'valid_from'],
};

/** The second employment of a trainee is a hospital with its first day, or nothing; the last day lies after the first. */
function dualProblems({ dualHospital, dualFrom, dualTo }: Cells): CellProblem[] {
  const problem = (column: string, code: CellProblem['code']): CellProblem => ({
    ...{ column, code, level: 'error', found: '', suggestion: null, values: {} },
  });
  if (dualHospital && !dualFrom) return [problem('dualFrom', 'required')];
  if (!dualHospital && (dualFrom || dualTo)) return [problem('dualHospital', 'required')];
  return dualFrom && dualTo && dualTo <= dualFrom ? [problem('dualTo', 'period')] : [];
}

/** Trainee doctors with their centre, their mentor and their second employment. */
export const TRAINEES: List = {
  name: 'trainees',
  model: 'TraineeDoctor',
  objectType: 'TraineeDoctor',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'personName', type: { kind: 'text', most: 30 }, required: true },
    { key: 'personNameEn', type: { kind: 'text', most: 80 } },
    { key: 'centre', type: { kind: 'reference', to: 'centre' }, required: true },
    { key: 'mentor', type: { kind: 'reference', to: 'expert' } },
    { key: 'cohort', type: { kind: 'integer', least: 2015, most: 2100 }, required: true },
    { key: 'active', type: { kind: 'yes_no' }, standard: 'yes' },
    { key: 'goalSessions', type: { kind: 'integer', least: 1, most: 1000 } },
    { key: 'goal', type: { kind: 'text', most: 200 } },
    { key: 'dualHospital', type: { kind: 'reference', to: 'hospital' } },
    { key: 'dualFrom', type: { kind: 'date' } },
    { key: 'dualTo', type: { kind: 'date' } },
    ORIGIN,
  ],
  labelOf: ({ personName }) => personName ?? '',
  keyOf: ({ centre, cohort, personName }) =>
    centre && personName ? `${centre} ${cohort ?? ''} ${compactKey(personName)}` : null,
  keyIsUnique: false,
  newId: ({ centre }) => `trainee-${centre?.replace(/^centre-/, '') ?? 'new'}-${randomUUID().slice(0, 8)}`,
  near: { of: 'names', groupOf: ({ centre }) => centre ?? null, nameOf: ({ personName }) => personName ?? '' },
  fixed: ['centre'],
  check: dualProblems,
  complete: (cells) => ({ ...cells, personNameEn: cells.personNameEn ?? cells.personName ?? null }),

  async read(tx, actor, action, ids) {
    const rows = await tx.traineeDoctor.findMany({
      where: { AND: [whereFor(actor, action, 'TraineeDoctor'), ids ? { id: { in: [...ids] } } : {}] },
      include: { dualEmployments: { orderBy: { validFrom: 'desc' }, take: 1 } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, name, nameEn, centreId, dualEmployments: [dual], ...row }) => ({
      id,
      cells: {
        ...{ id, personName: name, personNameEn: nameEn, centre: centreId, mentor: row.mentorId },
        ...{ cohort: String(row.cohort), active: yesNo(row.active), origin: row.origin, goal: row.goal },
        goalSessions: row.goalSessions === null ? null : String(row.goalSessions),
        dualHospital: dual?.hospitalId ?? null,
        dualFrom: dual ? fromDbDate(dual.validFrom) : null,
        dualTo: dual?.validTo ? fromDbDate(dual.validTo) : null,
      },
    }));
  },
  count: (tx, actor) => tx.traineeDoctor.count({ where: whereFor(actor, 'export', 'TraineeDoctor') }),
  taken: async (tx, ids) =>
    (await tx.traineeDoctor.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  inScope: ({ role }) => role === 'city_officer',

  async write(tx, entries) {
    const rows = entries.map(({ id, cells }) => ({
      id,
      name: cells.personName ?? '',
      name_en: cells.personNameEn ?? '',
      centre_id: cells.centre ?? '',
      mentor_id: cells.mentor ?? null,
      cohort: cells.cohort ?? null,
      active: cells.active === 'yes',
      goal_sessions: cells.goalSessions ?? null,
      goal: cells.goal ?? null,
      origin: cells.origin ?? 'imported',
    }));
    await upsertRows(tx, TRAINEE, rows);
    await writeDual(tx, entries);
  },

  async remove(tx, ids) {
    await tx.traineeDoctor.deleteMany({ where: { id: { in: [...ids] } } });
  },

  async inUse(tx, ids) {
    const some = { some: {} };
    const used = await tx.traineeDoctor.findMany({
      where: { id: { in: [...ids] }, OR: [{ clinics: some }, { grants: some }, { attended: some }] },
      select: { id: true },
    });
    return used.map(({ id }) => id);
  },
};

/** The latest employment is what the list says; earlier ones stay. */
async function writeDual(tx: Prisma.TransactionClient, entries: readonly { id: string; cells: Cells }[]) {
  const kept = await tx.dualEmployment.findMany({
    where: { traineeId: { in: entries.map(({ id }) => id) } },
    orderBy: { validFrom: 'asc' },
  });
  const latest = new Map(kept.map((row) => [row.traineeId, row]));
  await tx.dualEmployment.deleteMany({
    where: { OR: [...latest.values()].map(({ traineeId, validFrom }) => ({ traineeId, validFrom })) },
  });
  const rows = entries.flatMap(({ id, cells: { dualHospital, dualFrom, dualTo, origin } }) =>
    dualHospital && dualFrom
      ? [
          {
            ...{ trainee_id: id, hospital_id: dualHospital, valid_from: dualFrom, valid_to: dualTo ?? null },
            origin: origin ?? 'imported',
          },
        ]
      : [],
  );
  await upsertRows(tx, DUAL, rows);
}
