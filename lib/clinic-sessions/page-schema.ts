import type { ActorRole } from '@/lib/access/actor';
import type { AllianceCode } from '@/lib/core/alliance-codes';
import type { CivilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import type { MessageKind, SessionContent, SessionState } from './schema';

// What the page of a record shows.

export type NamedById = { id: string; name: string; nameEn: string };

/** What the ids and codes of a content are called, by id; a condition's is `catalogue/code`. */
export type ContentNames = Record<
  'experts' | 'trainees' | 'conditions' | 'techniques',
  Readonly<Record<string, { name: string; nameEn: string }>>
>;

/** Where and when a record's session was: its way from the city down. */
export type RecordPlace = {
  id: string;
  date: CivilDate;
  half: Half;
  clinic: NamedById;
  centre: NamedById;
  district: NamedById;
  /** null while the district belongs to no regional alliance */
  alliance: AllianceCode | null;
  hospital: NamedById;
  demonstration: boolean;
  /** how many times it was sent */
  version: number;
};

/** Somebody's deed and its moment. */
export type Deed = { at: Date; name: string | null };

/** A record with all that its page says. */
export type RecordSeen = RecordPlace & {
  state: SessionState;
  planned: boolean;
  plannedExpertId: string | null;
  late: boolean;
  /** days from the session to the first submission */
  sentAfterDays: number;
  content: SessionContent;
  names: ContentNames;
  first: Date;
  submitted: Deed;
  confirmed: (Deed & { as: ActorRole | null }) | null;
  accepted: Deed | null;
  /** the trainees who were there, and when each signed */
  trainees: readonly (NamedById & { signedAt: Date | null })[];
  dueOn: CivilDate | null;
  /** the due day has passed */
  overdue: boolean;
  /** the last word that stopped it: a dispute, a return, a reopening, a withdrawal */
  stopped: { kind: MessageKind; at: Date; name: string; role: ActorRole } | null;
  monthClosed: boolean;
};

/** A version as it was sent; `replacedAt` is null for the one that stands. */
export type VersionSeen = {
  version: number;
  content: SessionContent;
  submitted: Deed;
  replacedAt: Date | null;
  /** what had become of it when it was replaced */
  state: SessionState;
};

export type RecordVersions = RecordPlace & {
  plannedExpertId: string | null;
  names: ContentNames;
  /** the latest first */
  versions: readonly VersionSeen[];
};
