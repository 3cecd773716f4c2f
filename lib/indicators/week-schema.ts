import type { CivilDate } from '@/lib/core/dates';
import type { StoppedSession } from '@/lib/joint-clinics/schema';
import type { FourNumbers } from './dashboard-schema';
import type { UnitNamed } from './schema';

/** Monday to Sunday. */
export type Week = { from: CivilDate; to: CivilDate };

export type WeekNumbers = FourNumbers & { visits: number; absent: number };
export type WeekPoint = WeekNumbers & { monday: CivilDate };

/** A session of the coming week that will not take place. */
export type ComingStop = Pick<StoppedSession, 'date' | 'half' | 'cause' | 'reason' | 'reasonEn'> & {
  clinicId: string;
  clinicName: string;
  clinicNameEn: string;
  centreName: string;
  centreNameEn: string;
};

/** What an officer reads on Monday. */
export type WeekDigest = {
  week: Week;
  /** eight weeks that end with this one, in order */
  weeks: WeekPoint[];
  /** the parts of the unit in this week */
  parts: (WeekNumbers & { unit: UnitNamed })[];
  /** records of any time that wait for somebody now */
  waiting: { disputed: number; returned: number; unconfirmed: number };
  coming: { week: Week; expected: number; stops: ComingStop[] };
};
