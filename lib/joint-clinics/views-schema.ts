import type { CivilDate } from '@/lib/core/dates';
import type { HolidayVersion } from '@/lib/directory/holiday-schema';
import type { Half, Holiday, Origin } from '@/lib/directory/schema';
import type { PlacedException, PlacedLine, PlacedPeriod } from './plan-schema';
import type { BookingMethod, ClinicStatus, ExpectedSession, ExpertTitle, SessionPlan, StoppedSession } from './schema';

// What queries of clinics hand to pages.

type Named = { id: string; name: string; nameEn: string };
export type ExpertNamed = Named;

/** A clinic's planned sessions in a range of dates. */
export type ClinicPlan = {
  clinicId: string;
  clinicName: string;
  clinicNameEn: string;
  centreId: string;
  centreName: string;
  centreNameEn: string;
  districtCode: string;
  hospitalId: string;
  room: string | null;
  /** everyone the plan may name */
  experts: ExpertNamed[];
  plan: SessionPlan;
};

/** A clinic in the list of clinics. */
export type ClinicListed = Named & {
  centre: Named;
  district: Named;
  hospital: Named;
  status: ClinicStatus;
  /** the experts of today */
  experts: Named[];
  /** the weekly slots of today */
  slots: Pick<PlacedLine, 'id' | 'weekday' | 'half' | 'recurrence'>[];
  origin: Origin;
};
export type ClinicPage = { clinics: ClinicListed[]; next: string | null };

/** A person's time at a clinic; validTo is exclusive. */
export type PersonPeriod = Named & { validFrom: CivilDate; validTo: CivilDate | null };

/** Everything staff see of a clinic. */
export type ClinicSeen = Named & {
  version: number;
  centre: Named;
  district: Named;
  hospital: Named;
  department: string;
  departmentEn: string;
  room: string | null;
  bookingMethod: BookingMethod;
  bookingPhone: string | null;
  conditions: { code: string; name: string; nameEn: string }[];
  origin: Origin;
  experts: (PersonPeriod & { title: ExpertTitle })[];
  /** those whom the reader may see */
  trainees: PersonPeriod[];
  schedule: PlacedLine[];
  exceptions: PlacedException[];
  statuses: PlacedPeriod[];
  today: CivilDate;
  /** everyone who is assigned, or named by the schedule and its exceptions */
  named: (ExpertNamed & { title: ExpertTitle })[];
  mayChange: boolean;
  mayAssignTrainees: boolean;
};

/** `2026-11` */
export type MonthKey = string & { readonly __brand: 'MonthKey' };

export type MonthSlot =
  | { half: Half; state: 'expected'; session: ExpectedSession }
  | { half: Half; state: 'stopped'; session: StoppedSession };

/** A day in a month of one clinic. */
export type MonthDay = {
  date: CivilDate;
  /** false for the days before and after the month that fill its weeks */
  inMonth: boolean;
  isToday: boolean;
  isPast: boolean;
  status: ClinicStatus;
  holiday: Holiday | null;
  slots: MonthSlot[];
};

type Slot = Pick<ExpectedSession, 'startsMinute' | 'endsMinute' | 'expertId'>;

/** What a change does to one half-day: a session comes, goes, is stopped, is held after all, or is held differently. */
export type PlanDifference = {
  date: CivilDate;
  half: Half;
  kind: 'comes' | 'goes' | 'stops' | 'resumes' | 'changes';
  before: Slot | null;
  after: Slot | null;
};

type ClinicNamed = Named & { centre: Named };

/** What is worth a look, and stops nobody; the other clinic is named only where the reader may see it. */
export type WarningSeen =
  | { kind: 'expertTwice'; expert: ExpertNamed; half: Half; dates: CivilDate[]; other: ClinicNamed | null }
  | { kind: 'roomTwice'; room: string; half: Half; dates: CivilDate[]; other: ClinicNamed | null }
  | { kind: 'overload'; expert: ExpertNamed; halfDays: number; weeks: CivilDate[] };

/** A month of a clinic, seven days a week from Monday. */
export type ClinicMonth = { month: MonthKey; today: CivilDate; weeks: MonthDay[][] };

/** What a change would make of the coming weeks. */
export type PlanPreview = {
  /** both inclusive */
  range: { from: CivilDate; to: CivilDate };
  today: CivilDate;
  after: SessionPlan;
  differences: PlanDifference[];
  warnings: WarningSeen[];
};

type Group = { name: string; nameEn: string };
/** People to choose from, under their departments where they have one. */
export type PersonChoices = (Named & { group: Group | null })[];
export type ConditionChoices = { code: string; name: string; nameEn: string; group: Group }[];
/** Districts with their centres. */
export type PlaceChoices = (Named & { centres: Named[] })[];

/** A day of the calendar with what was said about it, the latest first. */
export type CalendarDay = {
  date: CivilDate;
  /** what holds; null for an ordinary day */
  holds: Holiday | null;
  /** where the published day comes from; null where none was published */
  source: string | null;
  versions: (HolidayVersion & { reason: string; source: string; madeBy: string; createdAt: Date })[];
};
/** The version counts every change of any day: whoever changes one says which calendar was seen. */
export type CalendarYear = { year: number; calendarVersion: number; today: CivilDate; days: CalendarDay[] };
