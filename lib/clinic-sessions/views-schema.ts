import type { CivilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type { ExpertTitle } from '@/lib/joint-clinics/schema';
import type { ExpertPresence, SessionContent, SessionState } from './schema';

// What queries of clinic sessions hand to pages, to the form in the browser, and to the device that works offline:
// plain values, so that they can be sent and kept as JSON.

export type NamedRef = { id: string; name: string; nameEn: string };
export type ExpertRef = NamedRef & { title: ExpertTitle };

/** One clinic, date and half-day. */
export type SessionSlot = { clinicId: string; date: CivilDate; half: Half };

/** An earlier session of a clinic, as it stands beside the form and as the usual pattern is drawn from it. */
export type EarlierSession = {
  date: CivilDate;
  half: Half;
  state: SessionState;
  held: boolean;
  visitsNew: number;
  visitsReturn: number;
  expertPresence: ExpertPresence | null;
  /** who was there */
  expert: { name: string; nameEn: string } | null;
  /** how many */
  trainees: number;
};

/** The record that stands for a slot already. */
export type PresentRecord = {
  id: string;
  version: number;
  state: SessionState;
  content: SessionContent;
  submittedByName: string | null;
  /** an instant in ISO 8601 */
  submittedAt: string;
  /** the day by which a dispute or a return is to be answered */
  dueOn: CivilDate | null;
  /** why it was last disputed, returned or reopened */
  reason: string | null;
};

/** Everything the form of one session needs. */
export type SessionForm = {
  clinic: NamedRef & {
    room: string | null;
    centreId: string;
    centreName: string;
    centreNameEn: string;
    hospitalId: string;
  };
  date: CivilDate;
  half: Half;
  /** null for a session outside the schedule */
  planned: { startsMinute: number; endsMinute: number; expert: ExpertRef } | null;
  /** who may stand in: the experts of the hospital, without the planned one */
  substitutes: ExpertRef[];
  /** assigned to the clinic on that date */
  trainees: NamedRef[];
  conditions: { catalogueId: string; code: string; name: string; nameEn: string }[];
  /** the clinic's usual ones first */
  techniques: { code: string; name: string; nameEn: string; usual: boolean }[];
  /** what the form begins with; the counts of visits are asked */
  prefill: SessionContent;
  /** the last twelve, the latest first */
  earlier: EarlierSession[];
  record: PresentRecord | null;
  /** the district has closed the month: nothing can be sent */
  monthClosed: boolean;
};

/** Why a session waits for the centre. */
export type DueKind = 'today' | 'week' | 'overdue' | 'disputed' | 'returned';

/** A session that waits for the centre: to be logged, or to be answered. */
export type DueSession = SessionSlot & {
  kind: DueKind;
  clinicName: string;
  clinicNameEn: string;
  startsMinute: number | null;
  endsMinute: number | null;
  expert: { name: string; nameEn: string } | null;
  /** the record that was disputed or returned, by when it is to be answered, and why */
  record: { id: string; version: number; dueOn: CivilDate | null; reason: string | null } | null;
};
