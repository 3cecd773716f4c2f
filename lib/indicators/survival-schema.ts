import type { CivilDate } from '@/lib/core/dates';

/** A clinic's life: the day it opened, and the day from which it gave no service any more, if there is one. */
export type ClinicLife = { openedOn: CivilDate; endedOn: CivilDate | null };

/** The estimate after so many whole months since opening. */
export type SurvivalStep = {
  month: number;
  atRisk: number;
  ended: number;
  /** share still in service, 0 to 1, with its interval of 95 % */
  share: number;
  lower: number;
  upper: number;
};

/** The clinics that opened in one quarter. */
export type Cohort = {
  /** `2025-Q3` */
  quarter: string;
  opened: number;
  inService: number;
  /** of all in percent, after so many months; null while some have not been open so long */
  after: Record<SurvivalMark, number | null>;
};

export const SURVIVAL_MARKS = [6, 12, 24] as const;
export type SurvivalMark = (typeof SURVIVAL_MARKS)[number];

export type Survival = {
  clinics: number;
  ended: number;
  /** whole months that the longest of them was watched for */
  longest: number;
  steps: SurvivalStep[];
  cohorts: Cohort[];
};
