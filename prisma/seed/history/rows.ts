import type { Prisma } from '@/lib/db/generated/client';

/** The rows of a history, by model; the order of the keys is the order in which the tables can be filled. */
export type HistoryRows = {
  clinicSession: Prisma.ClinicSessionCreateManyInput[];
  clinicSessionCondition: Prisma.ClinicSessionConditionCreateManyInput[];
  clinicSessionTechnique: Prisma.ClinicSessionTechniqueCreateManyInput[];
  clinicSessionTrainee: Prisma.ClinicSessionTraineeCreateManyInput[];
  clinicSessionVersion: Prisma.ClinicSessionVersionCreateManyInput[];
  clinicSessionMessage: Prisma.ClinicSessionMessageCreateManyInput[];
  activityMonth: Prisma.ActivityMonthCreateManyInput[];
  expectedMonth: Prisma.ExpectedMonthCreateManyInput[];
  monthClose: Prisma.MonthCloseCreateManyInput[];
  demonstrationTruth: Prisma.DemonstrationTruthCreateManyInput[];
};

/** A history without a single row. */
export function emptyHistory(): HistoryRows {
  return {
    clinicSession: [],
    clinicSessionCondition: [],
    clinicSessionTechnique: [],
    clinicSessionTrainee: [],
    clinicSessionVersion: [],
    clinicSessionMessage: [],
    activityMonth: [],
    expectedMonth: [],
    monthClose: [],
    demonstrationTruth: [],
  };
}
