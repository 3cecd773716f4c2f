import { z } from 'zod';
import { type CivilDate, civilDateSchema } from '@/lib/core/dates';
import type { AppError } from '@/lib/core/errors';
import type { Half } from '@/lib/directory/schema';
import {
  type ExpertPresence,
  type MessageKind,
  type NotHeldReason,
  type RecordRef,
  reasonSchema,
  recordRefSchema,
  type SessionMode,
  type SessionState,
  type TraineePart,
} from './schema';

// What the other parties say of a record: confirm, dispute, sign, accept, return, reopen; and the close of months.

export const DISPUTE_KINDS = ['not_there', 'numbers', 'other'] as const;
export type DisputeKind = (typeof DISPUTE_KINDS)[number];

/** A list is answered as a whole up to so many records. */
export const REVIEW_PAGE = 50;
/** A returned record is answered within so many days at the latest. */
export const LONGEST_ANSWER_DAYS = 60;

/** How many open things the page of a month names. */
export const OPEN_ITEMS = 100;

/** The id of a record; whatever else stands in an address belongs to none. */
export const recordIdSchema = z.uuid({ error: 'sessions.problem.field' });
const records = z
  .array(recordRefSchema)
  .min(1, { error: 'review.problem.none' })
  .max(REVIEW_PAGE, { error: 'review.problem.many' })
  .refine((refs) => new Set(refs.map(({ id }) => id)).size === refs.length, { error: 'sessions.problem.twice' });

export const confirmSchema = z.object({ records });
export const signSchema = confirmSchema;

export const disputeSchema = recordRefSchema.extend({
  kind: z.enum(DISPUTE_KINDS, { error: 'review.problem.disputeKind' }),
  reason: reasonSchema,
});

/** Taking a dispute back, withdrawing, reopening: a record and a reason. */
export const recordReasonSchema = recordRefSchema.extend({ reason: reasonSchema });

export const commentSchema = z.object({ id: recordIdSchema, text: reasonSchema });

/** What the district decides of one record; those it leaves alone are not sent. */
const decisionSchema = z.discriminatedUnion(
  'decision',
  [
    recordRefSchema.extend({ decision: z.literal('accept') }),
    recordRefSchema.extend({ decision: z.literal('return'), reason: reasonSchema }),
  ],
  { error: 'sessions.problem.field' },
);
export type Decision = z.output<typeof decisionSchema>;

export const decideSchema = z.object({
  decisions: z
    .array(decisionSchema)
    .min(1, { error: 'review.problem.none' })
    .max(REVIEW_PAGE, { error: 'review.problem.many' })
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, { error: 'sessions.problem.twice' }),
  /** by when what is returned is to be answered; null for the usual time */
  dueOn: civilDateSchema.nullable().default(null),
});

/** The first day of a month, written `YYYY-MM`. */
export const monthSchema = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { error: 'review.problem.month' })
  .transform((text) => `${text}-01` as CivilDate);

const districtCode = z.string().regex(/^\d{6}$/, { error: 'sessions.problem.field' });

export const closeMonthSchema = z.object({
  districtCode,
  month: monthSchema,
  /** how many things were still open when the officer looked; null when the officer has not said to know */
  openSeen: z.coerce.number().int().min(0).nullable(),
});

export const reopenMonthSchema = z.object({ closeId: recordIdSchema, reason: reasonSchema });

/** What became of one record of a list that was answered at once. */
export type RowOutcome = RecordRef & { label: RecordLabel | null } & (
    | { done: true; repeated: boolean }
    | { done: false; error: AppError }
  );

type Named = { name: string; nameEn: string };

/** Which record is meant, in words. */
export type RecordLabel = { date: CivilDate; half: Half; clinic: Named };

/** A record as lists of the parties show it. */
export type RecordListed = RecordRef & {
  state: SessionState;
  date: CivilDate;
  half: Half;
  clinicId: string;
  clinic: Named;
  centre: Named;
  district: Named;
  planned: boolean;
  held: boolean;
  notHeldReason: NotHeldReason | null;
  plannedExpert: Named | null;
  expert: Named | null;
  expertPresence: ExpertPresence | null;
  mode: SessionMode | null;
  visitsNew: number;
  visitsReturn: number;
  prescriptions: number;
  preparations: number;
  referralsUp: number;
  referralsDown: number;
  teachingCases: number;
  conditions: readonly (Named & { visits: number })[];
  techniques: readonly (Named & { count: number })[];
  trainees: readonly (Named & { part: TraineePart; signed: boolean })[];
  note: string | null;
  explanation: string | null;
  late: boolean;
  submittedAt: Date;
  submittedByName: string | null;
  confirmedByName: string | null;
  dueOn: CivilDate | null;
  /** what was said last, newest version or not */
  lastMessage: Pick<ThreadMessage, 'kind' | 'text' | 'authorName' | 'at'> | null;
};

/** A page of what waits for somebody: how much there is in all, and the place to go on from. */
export type RecordPage = { records: readonly RecordListed[]; count: number; next: string | null };

/** A record as a trainee's list shows it, with the trainee's own part. */
export type AttendanceListed = RecordListed & { own: { part: TraineePart; signedAt: Date | null } };

/** By what a list can be narrowed down: those that occur in it. */
export type ReviewChoices = Record<'districts' | 'centres' | 'experts', readonly (Named & { id: string })[]>;

const CURSOR = /^(\d{4}-\d{2}-\d{2})~([0-9a-f-]{36})$/;

/** The place in a list after which a page begins: the last record of the one before. */
export const cursorSchema = z
  .string()
  .regex(CURSOR)
  .transform((text, context) => {
    const [date = '', id = ''] = text.split('~');
    const day = civilDateSchema.safeParse(date);
    if (day.success) return { date: day.data, id };
    context.addIssue('not a date');
    return z.NEVER;
  });
export type Cursor = z.output<typeof cursorSchema>;

/** The inverse of `cursorSchema`. */
export function cursorText({ date, id }: Cursor): string {
  return `${date}~${id}`;
}

const choice = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{1,62}$/)
  .nullable()
  .catch(null)
  .default(null);

/** The parameters of the address of a list; what cannot be read is left out. */
export const reviewFilterSchema = z.object({
  district: choice,
  centre: choice,
  expert: choice,
  after: cursorSchema.nullable().catch(null).default(null),
});
export type ReviewFilter = z.output<typeof reviewFilterSchema>;

/** What a district's month adds up to; expected up to yesterday while it lasts. */
export type MonthFigures = {
  expected: number;
  logged: number;
  /** without extra sessions */
  loggedPlanned: number;
  held: number;
  confirmed: number;
  accepted: number;
  disputed: number;
  returned: number;
  /** expected and not logged */
  missing: number;
  /** held, and nobody has confirmed it */
  unconfirmed: number;
  /** waits for nobody but the district */
  unaccepted: number;
  /** all that is missing or waits for somebody */
  open: number;
};

/** The close of a month, and its reopening where there was one. */
export type MonthClosing = {
  id: string;
  closedAt: Date;
  closedByName: string;
  reopened: { at: Date; byName: string; reason: string } | null;
};

export type MonthListed = {
  month: CivilDate;
  /** its last day has passed */
  over: boolean;
  figures: MonthFigures;
  /** the close in force */
  close: MonthClosing | null;
};

/** Something that keeps a month open: a session nobody has logged, or a record that waits. */
export type OpenItem = RecordLabel & {
  centre: Named;
  /** null for a session nobody has logged */
  record: { id: string; state: SessionState; held: boolean } | null;
};

export type MonthSeen = MonthListed & {
  districtCode: string;
  district: Named;
  /** by date, at most OPEN_ITEMS of them */
  open: readonly OpenItem[];
  /** every close, the latest first */
  closings: readonly MonthClosing[];
};

/** Something said of a record. */
export type ThreadMessage = {
  id: string;
  kind: MessageKind;
  disputeKind: DisputeKind | null;
  version: number;
  text: string;
  at: Date;
  authorName: string;
  authorRole: string;
  /** said by the reader */
  own: boolean;
};

/** A version of a record as its thread tells it. */
export type ThreadVersion = { version: number; at: Date; byName: string | null };

export type ThreadEntry = ({ what: 'message' } & ThreadMessage) | ({ what: 'version' } & ThreadVersion);

/** What a reader may do with a record as it stands. */
export const RECORD_ACTIONS = [
  'confirm',
  'sign',
  'dispute',
  'resolve',
  'accept',
  'return',
  'reopen',
  'withdraw',
  'amend',
  'comment',
] as const;
export type RecordAction = (typeof RECORD_ACTIONS)[number];

/** A record whose thread somebody else has spoken in last. */
export type UnansweredThread = { record: RecordListed; message: ThreadMessage };

/** A record's thread, and what the reader may do. */
export type RecordReview = {
  record: RecordListed;
  monthClosed: boolean;
  may: readonly RecordAction[];
  thread: readonly ThreadEntry[];
};
