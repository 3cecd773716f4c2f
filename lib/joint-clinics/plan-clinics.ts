import 'server-only';
import type { Prisma } from '@/lib/db/generated/client';
import { type DateRange, type PlanReader, readHolidays, readPlanRecords } from './plan-records';
import { planSessions } from './rules';
import type { ClinicPlan } from './views-schema';

/**
 * The planned sessions of the clinics of any condition, for jobs, seeds and other commands' transactions. It asks
 * nobody's scope: what a person sees comes from `listPlannedSessions`.
 */
export async function planClinics(
  reader: PlanReader,
  where: Prisma.JointClinicWhereInput,
  range: DateRange,
): Promise<ClinicPlan[]> {
  // one after the other, because a transaction has one connection
  const records = await readPlanRecords(reader, where, range);
  const holidays = await readHolidays(reader, range);
  return records.map(({ id, name, nameEn, centre, hospitalId, room, experts, ...input }) => ({
    clinicId: id,
    clinicName: name,
    clinicNameEn: nameEn,
    centreId: centre.id,
    centreName: centre.name,
    centreNameEn: centre.nameEn,
    districtCode: centre.districtCode,
    hospitalId,
    room,
    experts,
    plan: planSessions({ ...input, holidays, ...range }),
  }));
}
