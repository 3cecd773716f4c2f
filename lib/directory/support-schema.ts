import { z } from 'zod';
import type { ActorRole } from '@/lib/access/actor';
import type { CivilDate } from '@/lib/core/dates';

// What staff ask offices for, and how offices deal with it; the residents' reports beside it are in report-schema.ts.

export const SUPPORT_KINDS = ['clinic_assignment', 'month_reopening', 'access_reset', 'other'] as const;
export type SupportKind = (typeof SUPPORT_KINDS)[number];
export type SupportOffice = 'alliance' | 'district' | 'city';
export const SUPPORT_STATUSES = ['open', 'done', 'declined'] as const;
export type SupportStatus = (typeof SUPPORT_STATUSES)[number];
export type SupportMessageKind = 'comment' | 'taken' | 'passed_on';
export const SUPPORT_CHARACTERS = 1000;

/** What a list shows: what waits for the reader's office, what the reader asked, or both. */
export const SUPPORT_LISTS = ['office', 'mine'] as const;

/** The conditions of the list, as its address says them; what does not fit is left out. */
export const supportFilterSchema = z.object({
  status: z.enum(SUPPORT_STATUSES).nullable().catch(null).default(null),
  kind: z.enum(SUPPORT_KINDS).nullable().catch(null).default(null),
  list: z.enum(SUPPORT_LISTS).nullable().catch(null).default(null),
  /** the last request of the page before */
  after: z.uuid().nullable().catch(null).default(null),
});
export type SupportFilter = z.infer<typeof supportFilterSchema>;

const text = z
  .string()
  .max(SUPPORT_CHARACTERS * 4, { error: 'feedback.support.problem.text' })
  // control characters and halves of characters are in no text of ours
  .transform((given) =>
    given
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]|\p{Cs}/gu, '')
      .trim(),
  )
  .refine((given) => [...given].length >= 2 && [...given].length <= SUPPORT_CHARACTERS, {
    error: 'feedback.support.problem.text',
  });
const ref = { id: z.uuid(), version: z.coerce.number().int().min(1).max(2_147_483_646) };

export const askSupportSchema = z.object({
  kind: z.enum(SUPPORT_KINDS, { error: 'feedback.support.problem.kind' }),
  /** a month as 2026-10; empty where none is meant */
  month: z.string().regex(/^(20\d\d-(0[1-9]|1[0-2]))?$/, { error: 'feedback.support.problem.month' }),
  text,
});
export const takeSupportSchema = z.object(ref);
export const passSupportOnSchema = z.object({ ...ref, text });
export const commentSupportSchema = z.object({ id: z.uuid(), text });
export const answerSupportSchema = z.object({
  ...ref,
  outcome: z.enum(['done', 'declined'], { error: 'feedback.support.problem.outcome' }),
  text,
});

/** A request as a row of the list. */
export type SupportListed = {
  id: string;
  kind: SupportKind;
  text: string;
  askedByName: string;
  askedByRole: ActorRole;
  office: SupportOffice;
  ownerName: string | null;
  createdAt: Date;
  dueOn: CivilDate;
  overdue: boolean;
  status: SupportStatus;
  answeredAt: Date | null;
  /** the reader asked it */
  isMine: boolean;
};

/** How long requests of a kind waited for their answer: how many were answered in the last year, the middle one in hours. */
export type AnswerTimes = { kind: SupportKind; answered: number; medianHours: number | null };
export type SupportPage = { requests: SupportListed[]; next: string | null; times: AnswerTimes[] };

export type SupportSaid = {
  id: string;
  kind: SupportMessageKind;
  text: string;
  at: Date;
  authorName: string;
  authorRole: ActorRole;
};

/** A request with its thread and what the reader may do. */
export type SupportSeen = SupportListed & {
  version: number;
  month: CivilDate | null;
  askedById: string;
  centreId: string | null;
  expertId: string | null;
  answer: string | null;
  answeredByName: string | null;
  thread: readonly SupportSaid[];
  may: { comment: boolean; answer: boolean; take: boolean; passOn: boolean };
};
