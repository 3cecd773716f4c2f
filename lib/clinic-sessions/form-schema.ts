import type { CivilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type {
  ExpertPresence,
  HeldContent,
  NotHeldReason,
  SessionContent,
  SessionMode,
  SessionState,
  TraineePart,
} from './schema';

// What the form of a record is given, in the browser as on the server. Everything here is plain data.

export type Named = { id: string; name: string; nameEn: string };

export type ConditionRef = { catalogueId: string; code: string };

/** An expert who is on site in another clinic in the same half-day; the place only where the reader may see it. */
export type ExpertElsewhere = { expertId: string; place: string | null };

/** What the content of a record is checked against. */
export type ContentContext = {
  date: CivilDate;
  half: Half;
  today: CivilDate;
  /** false before the clinic has opened and after it was closed */
  clinicOpen: boolean;
  /** null for a session outside the schedule */
  plannedExpertId: string | null;
  /** no version has been sent yet */
  first: boolean;
  /** experts of the clinic's hospital */
  substitutes: readonly string[];
  /** trainees assigned to the clinic on the date */
  trainees: readonly string[];
  /** the conditions of the catalogue */
  conditions: readonly ConditionRef[];
  techniques: readonly string[];
  elsewhere: readonly ExpertElsewhere[];
  /** visits of the clinic's earlier held sessions, the latest first */
  earlierVisits: readonly number[];
};

/** An earlier session as it stands beside the form. */
export type EarlierSession = {
  date: CivilDate;
  half: Half;
  state: SessionState;
  held: boolean;
  notHeldReason: NotHeldReason | null;
  presence: ExpertPresence | null;
  /** who was there */
  expert: Named | null;
  mode: SessionMode | null;
  visitsNew: number;
  visitsReturn: number;
  conditions: readonly (ConditionRef & { visits: number })[];
  techniques: readonly { code: string; count: number }[];
  trainees: readonly { traineeId: string; name: string; nameEn: string; part: TraineePart }[];
};

/**
 * What the form of a session that went as planned begins with. The visits are left to be typed: a number that stood
 * there before could be sent unread. Techniques come as kinds without counts, conditions as shares of the visits.
 */
export type SessionPrefill = {
  held: true;
  /** null where nobody was planned: then it must be said who was there */
  expert: HeldContent['expert'] | null;
  mode: SessionMode;
  visitsNew: null;
  visitsReturn: null;
  conditionShares: readonly (ConditionRef & { share: number })[];
  techniqueCodes: readonly string[];
  trainees: HeldContent['trainees'];
};

/** A record that exists for the slot. */
export type ExistingRecord = {
  id: string;
  version: number;
  state: SessionState;
  submissionId: string;
  content: SessionContent;
  submittedAt: Date;
  submittedByName: string | null;
  dueOn: CivilDate | null;
  /** what the last dispute, return or reopening says */
  reason: { text: string; authorName: string; at: Date } | null;
};

/** Everything the form of a record needs. */
export type SessionForm = {
  clinic: Named & {
    room: string | null;
    centre: Named;
    hospital: Named;
    districtCode: string;
  };
  date: CivilDate;
  half: Half;
  /** null for a session outside the schedule, an extra one */
  planned: { startsMinute: number; endsMinute: number } | null;
  plannedExpert: Named | null;
  /** experts of the hospital without the planned one, those of the clinic first */
  substitutes: readonly (Named & { department: string; departmentEn: string; ofClinic: boolean })[];
  trainees: readonly Named[];
  /** the clinic's own first */
  conditions: readonly (ConditionRef & { name: string; nameEn: string; ofClinic: boolean })[];
  /** the usual first */
  techniques: readonly { code: string; name: string; nameEn: string; usual: boolean }[];
  prefill: SessionPrefill;
  earlier: readonly EarlierSession[];
  record: ExistingRecord | null;
  monthClosed: boolean;
  /** for `checkContent` while somebody types */
  context: ContentContext;
};
