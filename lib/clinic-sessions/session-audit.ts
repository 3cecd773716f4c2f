import 'server-only';
import { z } from 'zod';
import type { AuditEventInput } from '@/lib/audit/events';
import type { CivilDate } from '@/lib/core/dates';
import { Prisma } from '@/lib/db/generated/client';
import type { SessionRow } from './session-rows';

// How the trail names a record, and whose event it is: the centre's, its district's and the hospital's alliance's.

const placeSchema = z.object({
  clinicId: z.string(),
  clinicName: z.string(),
  centreId: z.string(),
  districtCode: z.string(),
  allianceCode: z.string().nullable(),
});
export type AuditPlace = z.output<typeof placeSchema>;

/** Names and scopes of clinics for events about their records, in one statement. */
export async function readAuditPlaces(
  reader: Pick<Prisma.TransactionClient, '$queryRaw'>,
  clinicIds: readonly string[],
  today: CivilDate,
): Promise<Map<string, AuditPlace>> {
  const rows = await reader.$queryRaw(Prisma.sql`
    SELECT c.id AS "clinicId", c.name AS "clinicName", c.centre_id AS "centreId", d.district_code AS "districtCode",
      (SELECT m.alliance_code FROM alliance_membership m
       WHERE m.facility_id = c.hospital_id AND m.role = 'lead' AND m.valid_from <= ${today}::date
         AND (m.valid_to IS NULL OR m.valid_to > ${today}::date) LIMIT 1) AS "allianceCode"
    FROM joint_clinic c JOIN community_centre d ON d.facility_id = c.centre_id WHERE c.id = ANY(${[...clinicIds]})`);
  return new Map(
    z
      .array(placeSchema)
      .parse(rows)
      .map((place) => [place.clinicId, place]),
  );
}

/** Object and scope of an event about a record. */
export function aboutRecord(id: string, date: CivilDate, place: Omit<AuditPlace, 'clinicId'>) {
  const { clinicName, centreId, districtCode, allianceCode } = place;
  return {
    object: { type: 'ClinicSession', id, label: `${clinicName} ${date}` },
    scope: { centreId, districtCode, allianceCode: allianceCode ?? undefined },
  } as const;
}

type Told = Pick<
  SessionRow,
  | 'state'
  | 'version'
  | 'half'
  | 'planned'
  | 'held'
  | 'notHeldReason'
  | 'expertPresence'
  | 'mode'
  | 'visitsNew'
  | 'visitsReturn'
  | 'prescriptions'
  | 'preparations'
  | 'referralsUp'
  | 'referralsDown'
  | 'teachingCases'
>;

/** What the trail tells of a record: its state and figures; texts and lists stand in its versions. */
export function toldOf(record: Told): NonNullable<AuditEventInput['after']> {
  const { state, version, half, planned, held, notHeldReason, expertPresence, mode } = record;
  const { visitsNew, visitsReturn, prescriptions, preparations, referralsUp, referralsDown, teachingCases } = record;
  return {
    ...{ state, version, half, planned, held, notHeldReason, expertPresence, mode },
    ...{ visitsNew, visitsReturn, prescriptions, preparations, referralsUp, referralsDown, teachingCases },
  };
}
