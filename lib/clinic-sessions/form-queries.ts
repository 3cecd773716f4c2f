import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { type CivilDate, fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Half } from '@/lib/directory/schema';
import { readEarlierSessions } from './earlier-sessions';
import {
  readFormClinic,
  readFormConditions,
  readFormExperts,
  readFormTechniques,
  readFormTrainees,
} from './form-choices';
import type { ExistingRecord, SessionForm } from './form-schema';
import { usualPattern } from './pattern-rules';
import { conditionKey } from './rules';
import { contentOfRow, SESSION_SELECT } from './session-rows';
import { contextOf, mayWrite, plannedIn } from './slot-context';
import { readSlot } from './slot-sql';

// What the form of a record is made of. The same slot decides here and in the command, so that what the form allows is
// what the command takes.

/** The first ones first, otherwise in their order. */
function first<Row>(rows: readonly Row[], isFirst: (row: Row) => boolean): Row[] {
  return [...rows.filter(isFirst), ...rows.filter((row) => !isFirst(row))];
}

/**
 * Everything the form of a half-day of a clinic needs; null where the actor may not log. A bounded number of statements,
 * whatever the clinic.
 */
export async function getSessionForm(
  actor: Actor,
  { clinicId, date, half }: { clinicId: string; date: CivilDate; half: Half },
): Promise<SessionForm | null> {
  const instant = now();
  const slot = await readSlot(db(), { clinicId, date, half }, instant);
  if (!slot || !mayWrite(actor, slot)) return null;
  const context = contextOf(actor, slot, { date, half }, instant);
  const { plannedExpertId } = context;
  const scope = whereFor(actor, 'read', 'ClinicSession');
  const [clinic, experts, trainees, conditions, techniques, earlier, record] = await Promise.all([
    readFormClinic(actor, clinicId),
    readFormExperts(slot, date, plannedExpertId),
    readFormTrainees(slot),
    readFormConditions(slot),
    readFormTechniques(),
    readEarlierSessions(scope, { clinicId, date, half }),
    slot.record ? readExistingRecord(scope, slot.record.id) : null,
  ]);
  if (!clinic) return null;
  const { conditions: own, centre, hospital, ...named } = clinic;
  const ofClinic = own.map(({ catalogueId, conditionCode }) => ({ catalogueId, code: conditionCode }));
  const ownKeys = new Set(ofClinic.map(conditionKey));
  const prefill = usualPattern(earlier, { plannedExpertId, traineeIds: slot.traineeIds, conditions: ofClinic });
  const usual = new Set(prefill.techniqueCodes);
  const planned = plannedIn(slot, date);
  const plannedExpert = experts.find(({ id }) => id === plannedExpertId);
  const substitutes = experts.filter(({ id }) => id !== plannedExpertId);
  return {
    clinic: { ...named, centre: centre.facility, hospital: hospital.facility, districtCode: slot.districtCode },
    date,
    half,
    planned: planned && { startsMinute: planned.startsMinute, endsMinute: planned.endsMinute },
    plannedExpert: plannedExpert
      ? { id: plannedExpert.id, name: plannedExpert.name, nameEn: plannedExpert.nameEn }
      : null,
    substitutes,
    trainees,
    conditions: first(
      conditions.map((row) => ({ ...row, ofClinic: ownKeys.has(conditionKey(row)) })),
      (row) => row.ofClinic,
    ),
    techniques: first(
      techniques.map((row) => ({ ...row, usual: usual.has(row.code) })),
      (row) => row.usual,
    ),
    prefill,
    earlier,
    record,
    monthClosed: slot.monthClosed,
    context: {
      ...context,
      substitutes: substitutes.map(({ id }) => id),
      conditions: conditions.map(({ catalogueId, code }) => ({ catalogueId, code })),
      techniques: techniques.map(({ code }) => code),
    },
  };
}

async function readExistingRecord(scope: Prisma.ClinicSessionWhereInput, id: string): Promise<ExistingRecord | null> {
  const row = await db().clinicSession.findFirst({
    where: { AND: [scope, { id }] },
    select: {
      ...SESSION_SELECT,
      messages: {
        where: { kind: { in: ['disputed', 'returned', 'reopened'] } },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { text: true, authorName: true, at: true },
      },
    },
  });
  if (!row) return null;
  const { version, state, submissionId, submittedAt, submittedByName, dueOn, messages } = row;
  return {
    ...{ id, version, state, submissionId, submittedAt, submittedByName },
    content: contentOfRow(row),
    dueOn: dueOn && fromDbDate(dueOn),
    reason: messages[0] ?? null,
  };
}
