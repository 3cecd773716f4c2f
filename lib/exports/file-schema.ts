import { z } from 'zod';
import { LOCALES } from '@/lib/i18n/locales';

// Files that are made beside the requests, because they take longer than somebody waits for a page.

export const EXPORT_KINDS = ['clinic_sessions', 'work_reports'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const EXPORT_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A file is kept for so many days after it was asked for. */
export const EXPORT_DAYS = 7;
/** So many files of one person may wait or be under way. */
export const MOST_OPEN = 3;

export const requestSchema = z.object({
  kind: z.enum(EXPORT_KINDS),
  query: z.string().max(2000),
  label: z.string().trim().min(1).max(300),
  locale: z.enum(LOCALES),
});
export type ExportRequest = z.infer<typeof requestSchema>;

export const exportIdSchema = z.uuid();

/** A file as the list of one's own files shows it. */
export type ExportListed = {
  id: string;
  kind: ExportKind;
  label: string;
  state: ExportState;
  progress: number;
  total: number | null;
  fileName: string | null;
  size: number | null;
  requestedAt: Date;
  expiresAt: Date;
};
