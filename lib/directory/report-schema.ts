import { z } from 'zod';
import { REPORT_CATEGORIES } from './schema';

// Residents' reports of wrong information, as officers deal with them.

export const REPORT_STATUSES = ['open', 'answered', 'rejected'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];
/** A report is to be answered within so many days (ours). */
export const REPORT_DAYS = 7;
export const ANSWER_CHARACTERS = 1000;

/** The conditions of the inbox, as its address says them; what does not fit is left out. */
export const reportFilterSchema = z.object({
  status: z.enum(REPORT_STATUSES).nullable().catch(null).default(null),
  category: z.enum(REPORT_CATEGORIES).nullable().catch(null).default(null),
  owner: z.enum(['mine', 'nobody']).nullable().catch(null).default(null),
  /** the last report of the page before */
  after: z.uuid().nullable().catch(null).default(null),
});
export type ReportFilter = z.infer<typeof reportFilterSchema>;

const ref = { id: z.uuid(), version: z.int().min(1) };
export const takeReportSchema = z.object(ref);
export const answerReportSchema = z.object({
  ...ref,
  outcome: z.enum(['answered', 'rejected'], { error: 'feedback.problem.outcome' }),
  answer: z
    .string()
    .max(ANSWER_CHARACTERS * 4, { error: 'feedback.problem.answer' })
    // control characters and halves of characters are in no text of ours
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n]|\p{Cs}/gu, '')
        .trim(),
    )
    .refine((text) => [...text].length >= 2 && [...text].length <= ANSWER_CHARACTERS, {
      error: 'feedback.problem.answer',
    }),
});

type Named = { id: string; name: string; nameEn: string };

/** A report as a row of the inbox. */
export type ReportListed = {
  id: string;
  category: (typeof REPORT_CATEGORIES)[number];
  message: string;
  status: ReportStatus;
  createdAt: Date;
  answeredAt: Date | null;
  /** what it is about; null for the portal itself */
  subject: (Named & { kind: 'facility' | 'clinic'; district: Named }) | null;
  ownerName: string | null;
  overdue: boolean;
};
export type ReportPage = { reports: ReportListed[]; next: string | null };

export type ReportSeen = ReportListed & {
  version: number;
  /** told only to those who answer */
  contact: string | null;
  leftContact: boolean;
  answer: string | null;
  answeredByName: string | null;
  isMine: boolean;
  mayAnswer: boolean;
};
