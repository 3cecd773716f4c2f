import type { CivilDate } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';

// What queries of clinic sessions hand to pages and to the device that works offline: plain values.

/** Why a session waits for the centre. */
export type DueKind = 'today' | 'week' | 'overdue' | 'disputed' | 'returned';

/** A session that waits for the centre: to be logged, or to be answered. */
export type DueSession = {
  clinicId: string;
  date: CivilDate;
  half: Half;
  kind: DueKind;
  clinicName: string;
  clinicNameEn: string;
  startsMinute: number | null;
  endsMinute: number | null;
  /** the planned one */
  expert: { name: string; nameEn: string } | null;
  /** the record that was disputed or returned, by when it is to be answered, and why */
  record: { id: string; version: number; dueOn: CivilDate | null; reason: string | null } | null;
};
