import type { CivilDate } from '@/lib/core/dates';
import type { ExpertTitle } from '@/lib/joint-clinics/schema';

// Mentors beside each other: what each carries, and how evenly trainees get their chances.

type Named = { id: string; name: string; nameEn: string };

/** How some counts lie: of how many people, from least to most, how many have none, and the Gini coefficient. */
export type Spread = {
  people: number;
  least: number;
  middle: number;
  most: number;
  none: number;
  /** null where nobody has any, because nothing is shared then */
  gini: number | null;
};

export const SHARED = ['trainees', 'halfDays', 'led', 'conditions'] as const;
/** What is shared: trainees and half-days among mentors, leading and conditions among trainees. */
export type Shared = (typeof SHARED)[number];

export type MentorLoad = Named & {
  hospital: Named;
  title: ExpertTitle;
  trainees: number;
  halfDaysAWeek: number;
  /** sessions the mentor held in person in the last three and twelve months, and those of the twelve with a trainee */
  heldLately: number;
  held: number;
  withTrainee: number;
  /** among the mentor's trainees, in the last twelve months */
  led: Spread;
  conditions: Spread;
};

/** What a trainee got to do in the last twelve months. */
export type TraineeChance = Named & {
  centre: Named;
  mentor: Named | null;
  /** since when the trainee learns in the present clinics; null without one */
  since: CivilDate | null;
  attended: number;
  led: number;
  /** of these, in the last six months */
  ledLately: number;
  conditions: number;
};

export const GAPS = ['noLeading', 'noClinic', 'noMentor'] as const;
export type Gap = (typeof GAPS)[number];

export type MentorComparison = {
  /** the first days of the last three, six and twelve months, and today */
  days: { three: CivilDate; six: CivilDate; twelve: CivilDate; today: CivilDate };
  mentors: MentorLoad[];
  trainees: TraineeChance[];
  spreads: Record<Shared, Spread>;
  gaps: Record<Gap, TraineeChance[]>;
  demonstration: boolean;
};
