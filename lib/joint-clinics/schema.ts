import type { CivilDate, Weekday } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';

export const CLINIC_STATUSES = ['preparing', 'operating', 'suspended', 'closed'] as const;
export type ClinicStatus = (typeof CLINIC_STATUSES)[number];

/** What may follow what; a closed clinic is opened anew, under a name of its own. */
export const FOLLOWS: Record<ClinicStatus, readonly ClinicStatus[]> = {
  preparing: ['operating', 'closed'],
  operating: ['suspended', 'closed'],
  suspended: ['operating', 'closed'],
  closed: [],
};

export const BOOKING_METHODS = ['walk_in', 'phone', 'centre_desk', 'family_doctor'] as const;
export type BookingMethod = (typeof BOOKING_METHODS)[number];

export const EXPERT_TITLES = ['chief', 'associate_chief', 'attending'] as const;
export type ExpertTitle = (typeof EXPERT_TITLES)[number];

/** More half-days a week than this in joint clinics leave an expert little for the hospital. */
export const EXPERT_LOAD = { halfDaysAWeek: 4, source: 'ours' } as const;

/** One line of a schedule; validFrom and validTo are both inclusive, alternate weeks count from anchorDate's week. */
export type ScheduleLine = {
  weekday: Weekday;
  half: Half;
  startsMinute: number;
  endsMinute: number;
  recurrence: 'weekly' | 'alternate_weeks';
  anchorDate: CivilDate;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  expertId: string;
};

/** A session added to, or removed from, what the schedule says. */
export type ScheduleException =
  | {
      kind: 'added';
      date: CivilDate;
      half: Half;
      startsMinute: number;
      endsMinute: number;
      expertId: string;
      reason: string;
      reasonEn: string | null;
    }
  | { kind: 'removed'; date: CivilDate; half: Half; reason: string; reasonEn: string | null };

/** A period of the clinic's status history; validTo is exclusive, null while it lasts. */
export type StatusPeriod = {
  status: ClinicStatus;
  validFrom: CivilDate;
  validTo: CivilDate | null;
  reason: string | null;
  reasonEn: string | null;
};

/** A session that is expected to take place. */
export type ExpectedSession = {
  date: CivilDate;
  half: Half;
  startsMinute: number;
  endsMinute: number;
  expertId: string;
  /** present when an exception added it */
  added: { reason: string; reasonEn: string | null } | null;
};

/** A session the schedule names that will not take place, and why: what a stop notice says. */
export type StoppedSession = {
  date: CivilDate;
  half: Half;
  startsMinute: number;
  endsMinute: number;
  expertId: string;
  cause: 'removed' | 'holiday' | 'suspended';
  reason: string | null;
  reasonEn: string | null;
};

export type SessionPlan = { expected: ExpectedSession[]; stopped: StoppedSession[] };

/** One session as a calendar entry, its texts already in the reader's language. */
export type FeedEvent = {
  clinicId: string;
  date: CivilDate;
  half: Half;
  startsMinute: number;
  endsMinute: number;
  /** a session that will not take place stays in the feed as cancelled, so that calendars withdraw it */
  stopped: boolean;
  summary: string;
  location: string;
  description: string;
  url: string;
};
