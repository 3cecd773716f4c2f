import 'server-only';
import type { Actor } from '@/lib/access/actor';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Whereabouts } from './support-rules';

/** Where an actor works: centre or expert, district and regional alliance, as far as the role has them. */
export async function readWhereabouts(
  actor: Actor,
  today: CivilDate,
): Promise<Whereabouts & { centreId: string | null; expertId: string | null }> {
  const nothing = { districtCode: null, allianceCode: null, centreId: null, expertId: null };
  switch (actor.role) {
    case 'centre_clerk':
      return { ...nothing, ...(await ofCentre(actor.centreId, today)) };
    case 'trainee': {
      const where = { id: actor.traineeId };
      const { centreId } = await db().traineeDoctor.findUniqueOrThrow({ where, select: { centreId: true } });
      return { ...nothing, ...(await ofCentre(centreId, today)) };
    }
    case 'expert': {
      const where = { id: actor.expertId };
      const { hospitalId } = await db().expert.findUniqueOrThrow({ where, select: { hospitalId: true } });
      const allianceCode = await regionalAlliance({ facilityId: hospitalId, role: 'lead' }, today);
      return { ...nothing, expertId: actor.expertId, allianceCode };
    }
    case 'district_officer': {
      const { districtCode } = actor;
      return { ...nothing, districtCode, allianceCode: await regionalAlliance({ districtCode }, today) };
    }
    case 'alliance_officer':
      return { ...nothing, allianceCode: actor.allianceCode };
    case 'city_officer':
    case 'auditor':
      return nothing;
  }
}

async function ofCentre(centreId: string, today: CivilDate) {
  const where = { facilityId: centreId };
  const { districtCode } = await db().communityCentre.findUniqueOrThrow({ where, select: { districtCode: true } });
  return { centreId, districtCode, allianceCode: await regionalAlliance({ districtCode }, today) };
}

async function regionalAlliance(member: Prisma.AllianceMembershipWhereInput, today: CivilDate): Promise<string | null> {
  const day = toDbDate(today);
  const found = await db().allianceMembership.findFirst({
    where: {
      AND: [
        member,
        { allianceKind: 'regional', validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gt: day } }] },
      ],
    },
    select: { allianceCode: true },
  });
  return found?.allianceCode ?? null;
}
