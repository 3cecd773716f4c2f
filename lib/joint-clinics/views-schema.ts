import type { SessionPlan } from './schema';

// What queries of clinics hand to pages.

/** A clinic's planned sessions in a range of dates. */
export type ClinicPlan = {
  clinicId: string;
  clinicName: string;
  clinicNameEn: string;
  centreId: string;
  centreName: string;
  centreNameEn: string;
  districtCode: string;
  hospitalId: string;
  /** everyone the plan may name */
  experts: { id: string; name: string; nameEn: string }[];
  plan: SessionPlan;
};
