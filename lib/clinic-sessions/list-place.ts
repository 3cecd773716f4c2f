import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { SessionFilter } from './list-schema';

// Where the sessions of a list took place. Centre, district and hospital of a record are those of its clinic and never
// change, so scope and filters of place are settled on the few clinics first: the many records are then read by an index,
// and a list that can hold nothing is not looked for at all.

/**
 * The places a list is about: everywhere, nowhere, one centre or district as a whole, or some clinics.
 * It holds every record of the scope and the filters of place; `nowhere` when no clinic fits.
 */
export type ListPlace =
  | { kind: 'everywhere' }
  | { kind: 'nowhere' }
  | { kind: 'district'; districtCode: string }
  | { kind: 'centre'; centreId: string }
  | { kind: 'clinics'; clinicIds: string[] };

/** Scopes that follow from where a session took place; an expert's and a trainee's follow from who was there. */
function scopeOf(actor: Actor): Prisma.JointClinicWhereInput {
  return actor.role === 'expert' || actor.role === 'trainee' ? {} : whereFor(actor, 'read', 'JointClinic');
}

/** The clinics hosted by an alliance's districts or centres, or staffed by its hospitals, as of today. */
function clinicsOfAlliance(allianceCode: string): Prisma.JointClinicWhereInput {
  const today = toDbDate(dateInShanghai(now()));
  const lasting = { validFrom: { lte: today }, OR: [{ validTo: null }, { validTo: { gt: today } }] };
  const some = { allianceCode, ...lasting };
  return {
    OR: [
      { hospital: { facility: { memberships: { some: { ...some, role: 'lead' } } } } },
      { centre: { facility: { OR: [{ memberships: { some } }, { district: { memberships: { some } } }] } } },
    ],
  };
}

/** Clinics by part of their own name, their centre's, or that of an expert who works or worked there. */
function clinicsNamed(text: string): Prisma.JointClinicWhereInput {
  // Prisma hands the text on as a pattern, in which these stand for any characters
  const contains = text.replace(/[\\%_]/g, '\\$&');
  const named = { OR: [{ name: { contains } }, { nameEn: { contains, mode: 'insensitive' as const } }] };
  return { OR: [...named.OR, { centre: { facility: named } }, { experts: { some: { expert: named } } }] };
}

/** The filters of place as a condition on clinics; with `scopeOf` it says which clinics a list can be about. */
export function clinicsAsked({
  district,
  alliance,
  centre,
  clinic,
  text,
}: SessionFilter): Prisma.JointClinicWhereInput {
  return {
    AND: [
      { id: clinic, centreId: centre },
      district ? { centre: { districtCode: district } } : {},
      alliance ? clinicsOfAlliance(alliance) : {},
      text ? clinicsNamed(text) : {},
    ],
  };
}

/** Whether scope or filters can only be said clinic by clinic. */
function needsClinics(actor: Actor, { alliance, clinic, text }: SessionFilter): boolean {
  return actor.role === 'alliance_officer' || Boolean(alliance || clinic || text);
}

/** Settles scope and filters of place on the clinics. */
export async function placeOf(actor: Actor, filter: SessionFilter): Promise<ListPlace> {
  const where = { AND: [scopeOf(actor), clinicsAsked(filter)] };
  if (needsClinics(actor, filter)) {
    const clinics = await db().jointClinic.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } });
    const clinicIds = clinics.map(({ id }) => id);
    return clinicIds.length > 0 ? { kind: 'clinics', clinicIds } : { kind: 'nowhere' };
  }
  const centreId = filter.centre ?? (actor.role === 'centre_clerk' ? actor.centreId : undefined);
  const districtCode = filter.district ?? (actor.role === 'district_officer' ? actor.districtCode : undefined);
  if (!centreId && !districtCode) return { kind: 'everywhere' };
  // one clinic that fits says that scope and filters do not exclude one another
  if (!(await db().jointClinic.findFirst({ where, select: { id: true } }))) return { kind: 'nowhere' };
  return centreId ? { kind: 'centre', centreId } : { kind: 'district', districtCode: districtCode ?? '' };
}

/** The clinics an expert works in today or later, whose sessions the expert may see. */
export async function ownClinicIds(actor: Actor): Promise<string[]> {
  const where = whereFor(actor, 'read', 'JointClinic');
  return (await db().jointClinic.findMany({ where, select: { id: true } })).map(({ id }) => id);
}
