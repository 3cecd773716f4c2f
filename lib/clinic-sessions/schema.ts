import { z } from 'zod';
import { civilDateSchema } from '@/lib/core/dates';
import { halfSchema } from '@/lib/directory/schema';

// What a record of a clinic session says (domain.md §4), as forms, drafts on the device, grids, imports and stored
// versions all write it. Counts only: no patient is ever identified. Messages are keys of the catalogs.

export const SESSION_STATES = ['submitted', 'disputed', 'confirmed', 'accepted', 'returned', 'withdrawn'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export const NOT_HELD_REASONS = ['cancelled', 'expert_absent', 'no_patients', 'holiday', 'other'] as const;
export type NotHeldReason = (typeof NOT_HELD_REASONS)[number];

export const EXPERT_PRESENCES = ['planned', 'substitute', 'absent'] as const;
export type ExpertPresence = (typeof EXPERT_PRESENCES)[number];

export const SESSION_MODES = ['on_site', 'remote'] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

export const TRAINEE_PARTS = ['observing', 'assisting', 'leading'] as const;
export type TraineePart = (typeof TRAINEE_PARTS)[number];

export const MESSAGE_KINDS = ['disputed', 'returned', 'withdrawn', 'reopened', 'resolved', 'comment'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** Submitted more than so many days after the session is late (ours, domain.md §4). */
export const ON_TIME_DAYS = 3;
/** A dispute or a return is to be answered within so many days (ours). */
export const ANSWER_DAYS = 7;
/** How many earlier sessions of the clinic stand beside the form. */
export const EARLIER_SESSIONS = 12;
export const TEXT_LIMIT = 1000;

const COUNT_LIMIT = 999;
const MANY_LIMIT = 9999;

const count = (limit: number) =>
  z
    .int({ error: 'sessions.problem.count' })
    .min(0, { error: 'sessions.problem.count' })
    .max(limit, { error: 'sessions.problem.countLarge' });

/** One kind of line break, no control characters and no halves of characters, no space around; empty is nothing. */
const text = z
  .string()
  .max(TEXT_LIMIT * 4, { error: 'sessions.problem.textLong' })
  .transform((given) =>
    given
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Cs}/gu, '')
      .trim(),
  )
  .refine((given) => [...given].length <= TEXT_LIMIT, { error: 'sessions.problem.textLong' });
const optionalText = text.nullish().transform((given) => given || null);
/** A reason that somebody gives and others read. */
export const reasonSchema = text.refine((given) => given.length >= 2, { error: 'sessions.problem.reason' });

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, { error: 'sessions.problem.field' });

function once<Row>(rows: readonly Row[], key: (row: Row) => string): boolean {
  return new Set(rows.map(key)).size === rows.length;
}

const conditions = z
  .array(z.object({ catalogueId: id, code: z.string().min(1).max(30), visits: count(COUNT_LIMIT).min(1) }))
  .max(30)
  .refine((rows) => once(rows, ({ catalogueId, code }) => `${catalogueId}/${code}`), {
    error: 'sessions.problem.twice',
  });
const techniques = z
  .array(z.object({ code: z.string().min(1).max(40), count: count(MANY_LIMIT).min(1) }))
  .max(30)
  .refine((rows) => once(rows, ({ code }) => code), { error: 'sessions.problem.twice' });
const trainees = z
  .array(z.object({ traineeId: id, part: z.enum(TRAINEE_PARTS, { error: 'sessions.problem.part' }) }))
  .max(20)
  .refine((rows) => once(rows, ({ traineeId }) => traineeId), { error: 'sessions.problem.twice' });

const expertSchema = z.discriminatedUnion(
  'presence',
  [
    z.object({ presence: z.literal('planned') }),
    z.object({ presence: z.literal('substitute'), expertId: id }),
    z.object({ presence: z.literal('absent') }),
  ],
  { error: 'sessions.problem.expert' },
);

const heldSchema = z
  .object({
    held: z.literal(true),
    expert: expertSchema,
    mode: z.enum(SESSION_MODES, { error: 'sessions.problem.mode' }),
    visitsNew: count(COUNT_LIMIT),
    visitsReturn: count(COUNT_LIMIT),
    conditions: conditions.default([]),
    techniques: techniques.default([]),
    prescriptions: count(MANY_LIMIT).default(0),
    preparations: count(MANY_LIMIT).default(0),
    referralsUp: count(COUNT_LIMIT).default(0),
    referralsDown: count(COUNT_LIMIT).default(0),
    trainees: trainees.default([]),
    teachingCases: count(COUNT_LIMIT).default(0),
    note: optionalText,
    explanation: optionalText,
  })
  .refine(
    ({ conditions: rows, visitsNew, visitsReturn }) =>
      rows.reduce((sum, { visits }) => sum + visits, 0) <= visitsNew + visitsReturn,
    { error: 'sessions.problem.conditionSum', path: ['conditions'] },
  );

const notHeldSchema = z
  .object({
    held: z.literal(false),
    reason: z.enum(NOT_HELD_REASONS, { error: 'sessions.problem.notHeldReason' }),
    note: optionalText,
    explanation: optionalText,
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== null, {
    error: 'sessions.problem.otherNote',
    path: ['note'],
  });

/** The content of one version of a record. */
export const sessionContentSchema = z.discriminatedUnion('held', [heldSchema, notHeldSchema], {
  error: 'sessions.problem.held',
});
export type SessionContent = z.output<typeof sessionContentSchema>;
export type HeldContent = Extract<SessionContent, { held: true }>;
export type NotHeldContent = Extract<SessionContent, { held: false }>;

/**
 * What a centre sends: the first version of a record (`version` null), or one that replaces the version it was written
 * against. `submissionId` is made by the client once for what was typed, so sending it again changes nothing.
 */
export const submitClinicSessionSchema = z.object({
  submissionId: z.uuid({ error: 'sessions.problem.field' }).toLowerCase(),
  clinicId: id,
  date: civilDateSchema,
  half: halfSchema,
  version: z.int().min(1).nullable(),
  content: sessionContentSchema,
});
export type SubmitClinicSession = z.output<typeof submitClinicSessionSchema>;

/** One record as somebody acts on it: confirm, dispute, accept, return, withdraw, reopen. */
export const recordRefSchema = z.object({ id: z.uuid(), version: z.int().min(1) });
export type RecordRef = z.output<typeof recordRefSchema>;

/** What a centre takes back, and why. */
export const withdrawClinicSessionSchema = recordRefSchema.extend({ reason: reasonSchema });
