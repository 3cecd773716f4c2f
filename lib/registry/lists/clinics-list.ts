import 'server-only';
import { randomUUID } from 'node:crypto';
import { whereFor } from '@/lib/access/abilities';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate, toDbDate } from '@/lib/core/dates';
import { BOOKING_METHODS, CLINIC_STATUSES } from '@/lib/joint-clinics/schema';
import { compactKey } from '@/lib/public-directory/search/normalise';
import { cleanText } from '@/lib/registry/rows/cell-rules';
import { several } from '@/lib/registry/rows/cell-values';
import { type EarlierStatus, statusesCell } from '@/lib/registry/rows/earlier-rules';
import { clinicProblems, completeClinic } from './clinic-cell-rules';
import { removeClinics, writeClinics } from './clinic-store';
import { ORIGIN } from './facility-columns';
import type { List } from './list';
import { nameWithout } from './near-name-rules';

type Period = { status: string; validFrom: Date; reason: string | null; reasonEn: string | null };
const textOf = (text: string | null) => cleanText(text ?? '') || null;

function statusOf({ status, validFrom, reason, reasonEn }: Period): EarlierStatus {
  return { status, from: fromDbDate(validFrom), reason: textOf(reason), reasonEn: textOf(reasonEn) };
}

/** Joint clinics with their latest status and those before it, and the experts and trainees who are at them today or will be. */
export const CLINICS: List = {
  name: 'clinics',
  model: 'JointClinic',
  objectType: 'JointClinic',
  columns: [
    { key: 'id', type: { kind: 'id' } },
    { key: 'clinicName', type: { kind: 'text', most: 60 }, required: true },
    { key: 'clinicNameEn', type: { kind: 'text', most: 120 } },
    { key: 'centre', type: { kind: 'reference', to: 'centre' }, required: true },
    { key: 'hospital', type: { kind: 'reference', to: 'hospital' }, required: true },
    { key: 'department', type: { kind: 'text', most: 40 }, required: true },
    { key: 'departmentEn', type: { kind: 'text', most: 80 } },
    { key: 'clinicConditions', type: { kind: 'references', to: 'condition' }, required: true },
    { key: 'room', type: { kind: 'text', most: 40 } },
    {
      key: 'bookingMethod',
      type: { kind: 'choice', choices: 'booking', values: BOOKING_METHODS },
      standard: 'centre_desk',
    },
    { key: 'bookingPhone', type: { kind: 'phone' } },
    {
      key: 'clinicStatus',
      type: { kind: 'choice', choices: 'clinic_status', values: CLINIC_STATUSES },
      standard: 'operating',
    },
    { key: 'statusFrom', type: { kind: 'date' } },
    { key: 'statusReason', type: { kind: 'text', most: 200 } },
    { key: 'statusReasonEn', type: { kind: 'text', most: 200 } },
    {
      key: 'earlierStatuses',
      type: { kind: 'statuses', choices: 'clinic_status', values: CLINIC_STATUSES },
    },
    { key: 'clinicExperts', type: { kind: 'references', to: 'expert' } },
    { key: 'clinicTrainees', type: { kind: 'references', to: 'trainee' } },
    ORIGIN,
  ],
  labelOf: ({ clinicName }) => clinicName ?? '',
  keyOf: ({ centre, clinicName }) => (centre && clinicName ? `${centre} ${compactKey(clinicName)}` : null),
  keyIsUnique: true,
  newId: () => `clinic-${randomUUID()}`,
  near: {
    ...{ of: 'names', groupOf: ({ centre }) => centre ?? null },
    nameOf: ({ clinicName }) => nameWithout(clinicName, /中医|专[病科]|联合|门诊/g),
  },
  fixed: ['centre', 'hospital'],
  check: (cells, references, before) => clinicProblems(cells, references, before, dateInShanghai(now())),
  complete: (cells, references) => completeClinic(cells, references, dateInShanghai(now())),

  async read(tx, actor, action, ids) {
    const today = toDbDate(dateInShanghai(now()));
    const stays = { where: { OR: [{ validTo: null }, { validTo: { gt: today } }] } };
    const rows = await tx.jointClinic.findMany({
      where: { AND: [whereFor(actor, action, 'JointClinic'), ids ? { id: { in: [...ids] } } : {}] },
      include: {
        centre: { select: { districtCode: true } },
        conditions: { where: { condition: { catalogue: { current: true } } }, select: { conditionCode: true } },
        statuses: { orderBy: { validFrom: 'asc' } },
        experts: { ...stays, select: { expertId: true } },
        trainees: { ...stays, select: { traineeId: true } },
        schedules: {
          where: { OR: [{ validTo: null }, { validTo: { gte: today } }] },
          select: { expertId: true },
        },
        exceptions: { where: { date: { gte: today }, expertId: { not: null } }, select: { expertId: true } },
      },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ id, statuses, ...row }) => {
      const last = statuses.at(-1);
      const from = last ? fromDbDate(last.validFrom) : null;
      const [status, reason, reasonEn] = [last?.status ?? null, last?.reason ?? null, last?.reasonEn ?? null];
      const earlier = statusesCell(statuses.slice(0, -1).map(statusOf));
      const planned = [...row.schedules, ...row.exceptions].flatMap(({ expertId }) => expertId ?? []);
      return {
        id,
        cells: {
          ...{ id, clinicName: row.name, clinicNameEn: row.nameEn, centre: row.centreId, hospital: row.hospitalId },
          ...{ department: row.department, departmentEn: row.departmentEn, room: row.room },
          clinicConditions: several(row.conditions.map(({ conditionCode }) => conditionCode)),
          ...{ bookingMethod: row.bookingMethod, bookingPhone: row.bookingPhone },
          ...{ clinicStatus: status, statusFrom: from, statusReason: reason, statusReasonEn: reasonEn },
          earlierStatuses: earlier,
          clinicExperts: several([...new Set(row.experts.map(({ expertId }) => expertId))]),
          clinicTrainees: several([...new Set(row.trainees.map(({ traineeId }) => traineeId))]),
          origin: row.origin,
          // in no column, but rules need them
          ...{ lastStatus: status, lastFrom: from, lastReason: reason, lastReasonEn: reasonEn, lastEarlier: earlier },
          plannedExperts: several([...new Set(planned)]),
          district: row.centre.districtCode,
        },
      };
    });
  },
  count: (tx, actor) => tx.jointClinic.count({ where: whereFor(actor, 'export', 'JointClinic') }),
  taken: async (tx, ids) =>
    (await tx.jointClinic.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  inScope: ({ role }) => role === 'city_officer',
  write: writeClinics,
  remove: removeClinics,

  async inUse(tx, ids) {
    const some = { some: {} };
    const used = await tx.jointClinic.findMany({
      where: {
        id: { in: [...ids] },
        OR: [
          ...[{ schedules: some }, { exceptions: some }, { reports: some }, { sessions: some }],
          ...[{ activity: some }, { expected: some }, { truth: some }, { states: some }, { followUps: some }],
        ],
      },
      select: { id: true },
    });
    return used.map(({ id }) => id);
  },
};
