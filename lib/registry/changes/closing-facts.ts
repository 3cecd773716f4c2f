import 'server-only';
import { type CivilDate, toDbDate } from '@/lib/core/dates';
import { distanceMetres, wgs84 } from '@/lib/core/geo';
import type { Prisma } from '@/lib/db/generated/client';
import type { ClosingFacts } from './closing-schema';

// What stands and falls with a facility, and who could take over. The caller has looked at whose it is; the names of
// others in the district are facts of the network.

/** A list to choose from ends somewhere; the nearest come first. */
const CANDIDATES = 60;
const NAMES = { id: true, name: true, nameEn: true } as const;

const lasting = (day: CivilDate) => ({ OR: [{ validTo: null }, { validTo: { gt: toDbDate(day) } }] });

/** Who could take over from a facility on a day, and what depends on it then; a merge is of places of one kind. */
export async function readClosingFacts(
  tx: Prisma.TransactionClient,
  facilityId: string,
  day: CivilDate,
  kind: 'closing' | 'merge',
): Promise<ClosingFacts> {
  const own = await tx.facility.findUniqueOrThrow({
    where: { id: facilityId },
    select: { kind: true, districtCode: true, latitude: true, longitude: true },
  });
  const kinds =
    kind === 'merge' || own.kind === 'community_centre' ? [own.kind] : [own.kind, 'community_centre' as const];
  const others = await tx.facility.findMany({
    where: { districtCode: own.districtCode, kind: { in: kinds }, status: { not: 'closed' }, id: { not: facilityId } },
    select: { ...NAMES, kind: true, latitude: true, longitude: true },
  });
  const here = wgs84(Number(own.latitude), Number(own.longitude));
  const candidates = others
    .map(({ latitude, longitude, ...one }) => ({
      ...one,
      metres: Math.round(distanceMetres(here, wgs84(Number(latitude), Number(longitude)))),
    }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, CANDIDATES);
  const closedThen = { status: 'closed' as const, validFrom: { lte: toDbDate(day) }, ...lasting(day) };
  const clinics = await tx.jointClinic.findMany({
    where: { centreId: facilityId, statuses: { some: {}, none: closedThen } },
    select: NAMES,
    orderBy: { id: 'asc' },
  });
  const stations = await tx.facility.findMany({
    where: { serviceStation: { is: { centreId: facilityId } }, status: { not: 'closed' } },
    select: NAMES,
    orderBy: { id: 'asc' },
  });
  const trainees = await tx.traineeDoctor.findMany({
    where: { centreId: facilityId, active: true },
    select: NAMES,
    orderBy: { id: 'asc' },
  });
  const preparations = await tx.preparationDispensing.count({ where: { facilityId, ...lasting(day) } });
  return { candidates, clinics, stations, trainees, preparations };
}
