import { z } from 'zod';
import type { ActorRole } from '@/lib/access/actor';
import { ALLIANCE_CODES, type AllianceCode } from '@/lib/core/alliance-codes';
import { type CivilDate, civilDateSchema } from '@/lib/core/dates';
import type { Half } from '@/lib/directory/schema';
import {
  type ExpertPresence,
  NOT_HELD_REASONS,
  type NotHeldReason,
  SESSION_STATES,
  type SessionMode,
  type SessionState,
  type TraineePart,
} from './schema';

// The list of clinic sessions: what can be asked, in an address as in a saved view, and what a row shows.

/** Held; not held for whatever reason; or not held for one reason. */
export const HELD_CHOICES = ['held', 'not_held', ...NOT_HELD_REASONS] as const;
export type HeldChoice = (typeof HELD_CHOICES)[number];

/** What a reader of the list may ask for; everything given must hold. */
export type SessionFilter = {
  /** any of these */
  state?: SessionState[];
  held?: HeldChoice;
  /** first sent more than three days after the session */
  late?: boolean;
  /** outside the schedule */
  extra?: boolean;
  /** days in Shanghai, both included */
  from?: CivilDate;
  to?: CivilDate;
  district?: string;
  alliance?: AllianceCode;
  centre?: string;
  clinic?: string;
  /** was there, or was meant to be */
  expert?: string;
  trainee?: string;
  /** part of the name of a clinic, a centre or an expert */
  text?: string;
};

/** The columns everybody sees: they name the row. */
export const FIXED_COLUMNS = ['date', 'half', 'clinic'] as const;

/** The columns to choose from, in their order. */
export const CHOICE_COLUMNS = [
  'centre',
  'district',
  'hospital',
  'state',
  'held',
  'expert',
  'presence',
  'mode',
  'visits',
  'visitsNew',
  'visitsReturn',
  'prescriptions',
  'preparations',
  'referralsUp',
  'referralsDown',
  'trainees',
  'teachingCases',
  'late',
  'extra',
  'note',
  'explanation',
  'submittedAt',
  'submittedBy',
  'confirmedAt',
  'confirmedBy',
  'acceptedAt',
  'acceptedBy',
  'dueOn',
  'version',
] as const;
export type ChoiceColumn = (typeof CHOICE_COLUMNS)[number];
export type SessionColumn = (typeof FIXED_COLUMNS)[number] | ChoiceColumn;

export const DEFAULT_COLUMNS: readonly ChoiceColumn[] = ['centre', 'state', 'held', 'expert', 'visits', 'trainees'];

/** A place in the list: the last row that was shown. */
export type SessionCursor = { date: CivilDate; id: string };

/** A list as an address or a saved view asks for it. */
export type SessionListRequest = { filter: SessionFilter; columns: readonly ChoiceColumn[] };

type Named = { id: string; name: string; nameEn: string };

/** A record as a row of the list. */
export type SessionListed = {
  id: string;
  date: CivilDate;
  half: Half;
  clinic: Named;
  centre: Named;
  district: Named;
  hospital: Named;
  state: SessionState;
  version: number;
  planned: boolean;
  held: boolean;
  notHeldReason: NotHeldReason | null;
  /** who was there */
  expert: Named | null;
  plannedExpert: Named | null;
  presence: ExpertPresence | null;
  mode: SessionMode | null;
  visitsNew: number;
  visitsReturn: number;
  prescriptions: number;
  preparations: number;
  referralsUp: number;
  referralsDown: number;
  teachingCases: number;
  trainees: readonly (Named & { part: TraineePart })[];
  late: boolean;
  note: string | null;
  explanation: string | null;
  submittedAt: Date;
  submittedBy: string | null;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  confirmedAs: ActorRole | null;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  dueOn: CivilDate | null;
  demonstration: boolean;
};

/** Newest first; `next` is where to go on, null on the last page. */
export type SessionPage = { rows: SessionListed[]; next: SessionCursor | null };

type Choice = { id: string; name: string; nameEn: string };
/** Choices under the name of what they belong to. */
export type ChoiceGroup = { name: string; nameEn: string; choices: Choice[] };

/** What the filters offer within the reader's scope; null where there are too many before another choice is made. */
export type SessionChoices = {
  districts: Choice[];
  centres: ChoiceGroup[] | null;
  clinics: ChoiceGroup[] | null;
  experts: ChoiceGroup[] | null;
  trainees: ChoiceGroup[] | null;
};

/** What places and people are called that a filter names by id; without those out of scope. */
export type FilterNames = { [Name in 'district' | 'centre' | 'clinic' | 'expert' | 'trainee']?: Choice };

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);
/** Without control characters and halves of characters, which the database takes in no text. */
const words = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const flag = z.literal('1').transform(() => true);
const many = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());
/** Keeps the order of the list of all, so that equal choices are equal texts. */
const someOf = <const All extends readonly string[]>(all: All) =>
  many
    .transform((given) => given.flatMap((part) => part.split(',')))
    .pipe(z.array(z.enum(all)).min(1).max(100))
    .transform((given) => all.filter((one) => given.includes(one)) as All[number][]);

const parameterSchemas = {
  state: someOf(SESSION_STATES),
  held: z.enum(HELD_CHOICES),
  late: flag,
  extra: flag,
  from: civilDateSchema,
  to: civilDateSchema,
  district: z.string().regex(/^\d{6}$/),
  alliance: z.enum(ALLIANCE_CODES),
  centre: id,
  clinic: id,
  expert: id,
  trainee: id,
  text: words,
  column: someOf(CHOICE_COLUMNS),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_[a-z0-9-]{1,63}$/)
    .transform((given) => ({ date: given.slice(0, 10), id: given.slice(11) }))
    .pipe(z.object({ date: civilDateSchema, id: z.string() })),
} satisfies Record<keyof SessionFilter | 'column' | 'cursor', z.ZodType>;

export type SessionParameter = keyof typeof parameterSchemas;
export type AddressParameters = Readonly<Record<string, string | string[] | undefined>>;

export type ParsedSessionList = SessionListRequest & { cursor?: SessionCursor; misread: SessionParameter[] };

/** Reads the parameters of an address; what does not fit is named and left out. */
export function parseSessionList(parameters: AddressParameters): ParsedSessionList {
  const misread: SessionParameter[] = [];
  const read = <T>(name: SessionParameter, schema: z.ZodType<T>): T | undefined => {
    const given = parameters[name];
    if (given === undefined || (typeof given === 'string' && given.trim() === '')) return undefined;
    const parsed = schema.safeParse(given);
    if (!parsed.success) misread.push(name);
    return parsed.data;
  };
  const filter: SessionFilter = {
    state: read('state', parameterSchemas.state),
    held: read('held', parameterSchemas.held),
    late: read('late', parameterSchemas.late),
    extra: read('extra', parameterSchemas.extra),
    from: read('from', parameterSchemas.from),
    to: read('to', parameterSchemas.to),
    district: read('district', parameterSchemas.district),
    alliance: read('alliance', parameterSchemas.alliance),
    centre: read('centre', parameterSchemas.centre),
    clinic: read('clinic', parameterSchemas.clinic),
    expert: read('expert', parameterSchemas.expert),
    trainee: read('trainee', parameterSchemas.trainee),
    text: read('text', parameterSchemas.text),
  };
  const columns = read('column', parameterSchemas.column) ?? DEFAULT_COLUMNS;
  return { filter, columns, cursor: read('cursor', parameterSchemas.cursor), misread };
}

/**
 * The parameters of a list in one fixed order, with what is not set left out: equal lists have equal texts. Columns are
 * named only where they are not the usual ones.
 */
export function sessionListQuery({ filter, columns }: SessionListRequest, cursor?: SessionCursor | null): string {
  const usual = columns.join() === DEFAULT_COLUMNS.join();
  const { state, ...others } = filter;
  const entries = [
    ...(state ? [['state', state.join()]] : []),
    ...Object.entries(others).flatMap(([name, value]) => (value ? [[name, value === true ? '1' : value]] : [])),
    ...(usual ? [] : [['column', columns.join()]]),
    ...(cursor ? [['cursor', `${cursor.date}_${cursor.id}`]] : []),
  ];
  return new URLSearchParams(entries as [string, string][]).toString();
}

/** The fields of a filter that are given, as the trail keeps them. */
export function definedFilter(filter: SessionFilter): Record<string, string | boolean | string[]> {
  return Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}
