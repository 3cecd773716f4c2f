import { z } from 'zod';
import type { CivilDate } from '@/lib/core/dates';
import {
  clinicHalfSchema,
  dateSchema,
  FIELD_PROBLEM,
  idSchema,
  minuteSchema,
  optionalDateSchema,
  personSchema,
  reasonEnSchema,
  reasonSchema,
  versionSchema,
  weekdaySchema,
} from './field-schema';
import type { ScheduleException, ScheduleLine, StatusPeriod } from './schema';

// What the rules of changing a clinic's plan work on, and what forms send to change it.

export type PlacedLine = ScheduleLine & { id: string };
export type PlacedException = ScheduleException & { id: string };
export type PlacedPeriod = StatusPeriod & { id: string };
/** A person's time at a clinic; validTo is exclusive. */
export type Assignment = { personId: string; validFrom: CivilDate; validTo: CivilDate | null };

/** Everything the planned sessions of one clinic follow from, and the experts who may be planned. */
export type PlanState = {
  schedule: readonly PlacedLine[];
  exceptions: readonly PlacedException[];
  statuses: readonly PlacedPeriod[];
  experts: readonly Assignment[];
};

/** Every week; or every second week, beginning in the week of the first date or in the one after it. */
export const RHYTHMS = ['weekly', 'alternate_this', 'alternate_next'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

const line = {
  weekday: weekdaySchema,
  half: clinicHalfSchema,
  startsMinute: minuteSchema,
  endsMinute: minuteSchema,
  rhythm: z.enum(RHYTHMS, FIELD_PROBLEM.field),
  expertId: personSchema,
  /** the first and the last date, both included */
  from: dateSchema,
  until: optionalDateSchema,
};
const why = { reason: reasonSchema, reasonEn: reasonEnSchema };
const slot = { date: dateSchema, half: clinicHalfSchema };

/** One change of a clinic's plan, as a form sends it. Dates of beginning are the first on which it holds. */
export const planChangeSchema = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('addLine'), ...line }),
    z.object({ kind: z.literal('changeLine'), lineId: idSchema, ...line }),
    z.object({ kind: z.literal('endLine'), lineId: idSchema, from: dateSchema }),
    z.object({ kind: z.literal('removeSession'), ...slot, ...why }),
    z.object({
      kind: z.literal('addSession'),
      ...slot,
      startsMinute: minuteSchema,
      endsMinute: minuteSchema,
      expertId: personSchema,
      ...why,
    }),
    z.object({ kind: z.literal('undoException'), exceptionId: idSchema }),
    z.object({ kind: z.literal('suspend'), from: dateSchema, until: optionalDateSchema, ...why }),
    z.object({ kind: z.literal('resume'), from: dateSchema, ...why }),
    z.object({ kind: z.literal('close'), from: dateSchema, ...why }),
    z.object({ kind: z.literal('withdrawStatus'), periodId: idSchema }),
  ],
  FIELD_PROBLEM.field,
);
export type PlanChange = z.infer<typeof planChangeSchema>;
export type PlanChangeKind = PlanChange['kind'];
export type PlanChangeOf<Kind extends PlanChangeKind> = Extract<PlanChange, { kind: Kind }>;
/** A weekly slot as an officer describes it. */
export type LineWish = Omit<PlanChangeOf<'addLine'>, 'kind'>;

export const PLAN_CHANGE_KINDS: readonly PlanChangeKind[] = planChangeSchema.options.map(
  ({ shape }) => shape.kind.value,
);

/** A change of a clinic's plan, with the version of the clinic that its author saw. */
export const changeClinicPlanSchema = z.object({
  clinicId: idSchema,
  version: versionSchema,
  change: planChangeSchema,
});

type Sent = z.input<typeof changeClinicPlanSchema>;
/** The same as it comes: from code, or with the texts of a form. */
export type ChangeClinicPlan = Omit<Sent, 'change'> & {
  change: Sent['change'] | Readonly<Record<string, string | readonly string[]>>;
};
