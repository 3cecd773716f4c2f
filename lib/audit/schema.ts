import { z } from 'zod';
import { addDays, type CivilDate, civilDateSchema, instantInShanghai } from '@/lib/core/dates';
import { shownText } from '@/lib/core/shown-text';
import { AUDIT_EVENT_NAMES, AUDIT_OBJECT_TYPES, type AuditEventName, type AuditObjectType } from './events';

/** What the portal does by itself. */
export const SYSTEMS = ['cli', 'sign_in', 'job'] as const;
export type System = (typeof SYSTEMS)[number];

/** What a reader of the trail may ask for; everything given must hold. */
export type AuditFilter = {
  /** an account's id, or part of the name a person had */
  person?: string;
  objectType?: AuditObjectType;
  /** an object's id, or part of what it was called */
  object?: string;
  /** exactly one object: its history */
  objectId?: string;
  /** one account with its roles and its signed-in browsers: its history */
  account?: string;
  event?: AuditEventName;
  /** days in Shanghai, both included */
  from?: CivilDate;
  to?: CivilDate;
  /** leaves out who looked at the trail, at personal data, and who signed in and out */
  changesOnly?: boolean;
};

export type AuditPageRequest = { cursor?: number; limit?: number };

/** One field that a change touched, as text; null where it was not there. Personal data are masked. */
export type FieldChange = { field: string; before: string | null; after: string | null };

export type AuditActor =
  | { kind: 'person'; accountId: string; name: string; role: string }
  | { kind: 'system'; system: string };

/**
 * One event as pages and exports show it. Names of events, objects and roles are plain text: the trail also tells of
 * what this version of the portal no longer knows, or does not know yet.
 */
export type AuditEntry = {
  seq: number;
  /** ISO 8601 */
  at: string;
  actor: AuditActor;
  event: string;
  object: { type: string; id: string; label: string | null };
  scope: { districtCode: string | null; centreId: string | null; allianceCode: string | null };
  changes: FieldChange[];
  reason: string | null;
  requestId: string;
};

/** Newest first; `next` is the cursor of the page that follows, null on the last one. */
export type AuditPage = { entries: AuditEntry[]; next: number | null };

/** Without control characters and halves of characters, which the database takes in no text. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const parameterSchemas = {
  person: words,
  objectType: z.enum(AUDIT_OBJECT_TYPES),
  object: words,
  event: z.enum(AUDIT_EVENT_NAMES),
  from: civilDateSchema,
  to: civilDateSchema,
  changesOnly: z.literal('1').transform(() => true),
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number),
} satisfies Record<Exclude<keyof AuditFilter, 'objectId' | 'account'> | 'cursor', z.ZodType>;

type Parameter = keyof typeof parameterSchemas;

/** A parameter that does not fit, with what was given for it, short enough to be repeated. */
export type Misread = { name: Parameter; value: string };

export type ParsedAuditParameters = { filter: AuditFilter; cursor?: number; misread: Misread[] };

/** Reads the parameters of an address; what does not fit is named and left out. */
export function parseAuditParameters(
  parameters: Readonly<Record<string, string | string[] | undefined>>,
): ParsedAuditParameters {
  const misread: Misread[] = [];
  const read = <T>(name: Parameter, schema: z.ZodType<T>): T | undefined => {
    const given = parameters[name];
    if (given === undefined || given === '') return undefined;
    const parsed = schema.safeParse(given);
    if (!parsed.success) misread.push({ name, value: shownText([given].flat().join('、')) });
    return parsed.data;
  };
  const filter: AuditFilter = {
    person: read('person', parameterSchemas.person),
    objectType: read('objectType', parameterSchemas.objectType),
    object: read('object', parameterSchemas.object),
    event: read('event', parameterSchemas.event),
    from: read('from', parameterSchemas.from),
    to: read('to', parameterSchemas.to),
    changesOnly: read('changesOnly', parameterSchemas.changesOnly),
  };
  return { filter, cursor: read('cursor', parameterSchemas.cursor), misread };
}

/** The instants a filter's days stand for: from the first's beginning to before the day after the last. */
export function instantsOf({ from, to }: Pick<AuditFilter, 'from' | 'to'>): { from?: Date; before?: Date } {
  return {
    from: from && instantInShanghai(from, 0),
    before: to && instantInShanghai(addDays(to, 1), 0),
  };
}

/** The columns of audit_event that readers see, as the database gives them. */
export const auditRowSchema = z.object({
  seq: z.bigint().transform(Number),
  at: z.date().transform((at) => at.toISOString()),
  accountId: z.string().nullable(),
  actorName: z.string().nullable(),
  role: z.string().nullable(),
  system: z.string().nullable(),
  event: z.string(),
  objectType: z.string(),
  objectId: z.string(),
  objectLabel: z.string().nullable(),
  districtCode: z.string().nullable(),
  centreId: z.string().nullable(),
  allianceCode: z.string().nullable(),
  before: z.record(z.string(), z.json()).nullable(),
  after: z.record(z.string(), z.json()).nullable(),
  reason: z.string().nullable(),
  requestId: z.string(),
});

export type AuditRow = z.infer<typeof auditRowSchema>;
