import { z } from 'zod';
import type { ActorRole } from '@/lib/access/actor';
import type { TraineePart } from '@/lib/clinic-sessions/schema';
import type { CivilDate } from '@/lib/core/dates';
import type { Half, Origin } from '@/lib/directory/schema';
import { isStorable } from '@/lib/joint-clinics/field-schema';
import type { PlacedLine } from '@/lib/joint-clinics/plan-schema';
import { EXPERT_TITLES, type ExpertTitle } from '@/lib/joint-clinics/schema';

// Trainee doctors and experts as staff see them. Every figure about a person is counted from the records of sessions.

const id = z
  .string()
  .max(63)
  .refine((text) => text !== '' && isStorable(text))
  .nullable()
  .catch(null)
  .default(null);
const text = z.string().trim().max(120).refine(isStorable).catch('').default('');

/** The conditions of the list of trainees, as its address says them; what does not fit is left out. */
export const traineeFilterSchema = z.object({
  text,
  district: id,
  centre: id,
  mentor: id,
  cohort: z.coerce.number().int().min(2000).max(2100).nullable().catch(null).default(null),
  employment: z.enum(['dual', 'single']).nullable().catch(null).default(null),
  standing: z.enum(['active', 'ended']).nullable().catch(null).default(null),
  /** the last trainee of the page before */
  after: id,
});
export type TraineeFilter = z.infer<typeof traineeFilterSchema>;

/** The conditions of the list of experts. */
export const expertFilterSchema = z.object({
  text,
  title: z.enum(EXPERT_TITLES).nullable().catch(null).default(null),
  hospital: id,
  after: id,
});
export type ExpertFilter = z.infer<typeof expertFilterSchema>;

type Named = { id: string; name: string; nameEn: string };
/** Days, both included. */
export type DayRange = { from: CivilDate; to: CivilDate };
/** A time at a clinic or a hospital; validTo is exclusive. */
export type TimeAt = { validFrom: CivilDate; validTo: CivilDate | null };

/** What a trainee attended, of what was held while the trainee was assigned. */
export type Attendance = {
  /** sessions held in the clinics of the trainee while assigned there, and those attended besides */
  held: number;
  attended: number;
  signed: number;
  parts: Record<TraineePart, number>;
};

export type TraineeListed = Named & {
  centre: Named;
  district: Named;
  mentor: Named | null;
  cohort: number;
  active: boolean;
  dual: boolean;
  clinics: Named[];
  attendance: Attendance;
  origin: Origin;
};
export type TraineePage = { trainees: TraineeListed[]; next: string | null };

export type AttendedMonth = { month: CivilDate } & Attendance;
export type ConditionSeen = { code: string; name: string; nameEn: string; sessions: number; visits: number };
export type AttendedSession = {
  id: string;
  date: CivilDate;
  half: Half;
  clinic: Named;
  part: TraineePart;
  signed: boolean;
};
export type TimelineEntry = TimeAt & { kind: 'clinic' | 'dual'; place: Named };

/** A role that a person has or had on the portal; the person in it where it is one of a trainee or an expert. */
export type PersonRole = TimeAt & { id: string; role: ActorRole; traineeId: string | null; expertId: string | null };

/** Everything staff see of a trainee in a period. */
export type TraineeSeen = Omit<TraineeListed, 'clinics'> & {
  /** what is to be reached while learning, and how many sessions were attended since it began */
  goal: { sessions: number | null; text: string | null; attended: number };
  range: DayRange;
  today: CivilDate;
  hospitals: Named[];
  /** whether the reader may open the mentor's page */
  opensMentor: boolean;
  clinics: Named[];
  months: AttendedMonth[];
  conditions: ConditionSeen[];
  /** the latest of them */
  sessions: AttendedSession[];
  timeline: TimelineEntry[];
};

export type ExpertListed = Named & {
  title: ExpertTitle;
  hospital: Named;
  department: string;
  departmentEn: string;
  active: boolean;
  /** clinics, lines of their plans and trainees within the reader's scope */
  clinics: Named[];
  halfDaysAWeek: number;
  trainees: number;
  origin: Origin;
};
export type ExpertPage = { experts: ExpertListed[]; next: string | null };

/** What the records say of an expert who was planned. */
export type Presence = {
  /** recorded sessions for which the expert was planned */
  planned: number;
  came: number;
  substituted: number;
  absent: number;
  notHeld: number;
  /** held in place of somebody else */
  stoodIn: number;
};
export type ExpertWeek = { monday: CivilDate; planned: number } & Pick<Presence, 'came' | 'substituted' | 'absent'>;
export type ExpertSlot = Pick<PlacedLine, 'id' | 'weekday' | 'half' | 'recurrence'> & { clinic: Named; centre: Named };

/** Everything staff see of an expert in a period, within the reader's scope. */
export type ExpertSeen = Omit<ExpertListed, 'trainees'> & {
  range: DayRange;
  today: CivilDate;
  conditions: { code: string; name: string; nameEn: string }[];
  slots: ExpertSlot[];
  presence: Presence;
  weeks: ExpertWeek[];
  trainees: (Named & { centre: Named; cohort: number })[];
};
