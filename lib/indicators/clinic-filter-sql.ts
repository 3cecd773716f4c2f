import 'server-only';
import { Prisma } from '@/lib/db/generated/client';
import type { ClinicFilter } from './activity-sql';

/** The clinics of a filter, where `j` is a clinic and `c` its centre. */
export function clinicsOf(filter: ClinicFilter): Prisma.Sql {
  if ('districtCodes' in filter) return Prisma.sql`c.district_code = ANY(${[...filter.districtCodes]})`;
  if ('centreId' in filter) return Prisma.sql`j.centre_id = ${filter.centreId}`;
  if ('clinicId' in filter) return Prisma.sql`j.id = ${filter.clinicId}`;
  return Prisma.sql`true`;
}
