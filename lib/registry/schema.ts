import { z } from 'zod';
import { DATUMS } from '@/lib/core/geo';
import type { ProblemCode } from './rows/problem-schema';

// What a list is described with, what a file is found to hold, and what pages show of it.

/** Every list that can be taken in and out, in the order of their dependence: what is referred to comes first. */
export const LIST_NAMES = [
  'conditions',
  'holidays',
  'alliances',
  'hospitals',
  'campuses',
  'centres',
  'stations',
  'plans',
  'memberships',
  'openings',
  'experts',
  'trainees',
  'accounts',
  'projects',
  'preparations',
  'dispensing',
  'demonstrations',
  'teams',
  'workstations',
  // what they do
  'clinics',
  'schedules',
  'exceptions',
  'targets',
  // what they did
  'records',
] as const;
export const listNameSchema = z.enum(LIST_NAMES);
export type ListName = z.infer<typeof listNameSchema>;

export const IMPORT_STATUSES = [
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'discarded',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What a row of a file would do; a question waits for somebody to say whether it is an entry that is there. */
export const IMPORT_OUTCOMES = ['added', 'changed', 'same', 'question', 'faulty'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];
export const importOutcomeSchema = z.enum(IMPORT_OUTCOMES);

export const datumSchema = z.enum(DATUMS);

/** What other entries a cell may name. */
export const REFERENCES = [
  'district',
  'subdistrict',
  'centre',
  'station',
  'team',
  'preparation',
  'hospital',
  'facility',
  'alliance',
  'expert',
  'condition',
  'technique',
  'trainee',
  'clinic',
  'indicator',
  'unit',
] as const;
export type ReferenceName = (typeof REFERENCES)[number];

type Plain =
  | 'id'
  | 'weekday'
  | 'code'
  | 'texts'
  | 'text'
  | 'phone'
  | 'hours'
  | 'day_hours'
  | 'date'
  | 'time'
  | 'number'
  | 'yes_no'
  | 'latitude'
  | 'longitude'
  | 'datum'
  | 'former_names';
/** How a cell is read. The words of choices stand in the catalog under `option.<choices>`. */
export type CellType =
  | { kind: Plain }
  | { kind: 'text'; most: number }
  | { kind: 'integer'; least: number; most: number }
  | { kind: 'choice' | 'choices' | 'statuses'; choices: string; values: readonly string[] }
  | { kind: 'reference' | 'references'; to: ReferenceName }
  /** entries with a number each, or with a word of a choice each */
  | { kind: 'counts'; to: ReferenceName; most: number }
  | { kind: 'parts'; to: ReferenceName; choices: string; values: readonly string[] };

export type Column = {
  /** names its words in the catalog: `column.<key>` */
  key: string;
  type: CellType;
  required?: boolean;
  /** taken for new entries where the cell or the column is empty */
  standard?: string;
};

/** The cells of an entry in their one way of writing; null is empty. */
export type Cells = Readonly<Record<string, string | null>>;
/** An entry as it stands in the portal. */
export type Entry = { id: string; cells: Cells };

/** What a cell says, or what is wrong with it. */
export type CellReading =
  | { ok: true; value: string | null; corrected?: boolean }
  | { ok: false; code: ProblemCode; suggestion?: string | null; values?: Record<string, string | number> };

/** Errors keep a row out; warnings do not; a correction was made and is told. */
export type ProblemLevel = 'error' | 'warning' | 'corrected';

export const cellProblemSchema = z.object({
  column: z.string(),
  code: z.string(),
  level: z.enum(['error', 'warning', 'corrected']),
  /** as it stood in the file */
  found: z.string(),
  /** what it probably should be, as it would be typed */
  suggestion: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CellProblem = Omit<z.infer<typeof cellProblemSchema>, 'code'> & { code: ProblemCode };

/** Why an entry may be the one that a row means. */
export const MATCH_REASONS = ['name', 'reading', 'spelling', 'near', 'phone'] as const;
export const candidateSchema = z.object({
  id: z.string(),
  reasons: z.array(z.enum(MATCH_REASONS)),
  metres: z.number().nullable(),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const cellsSchema = z.record(z.string(), z.string().nullable());

/** A column of a file and the column of the list that it is; null is not read. `twin` names what an earlier one is already. */
export const fileColumnSchema = z.object({
  header: z.string(),
  key: z.string().nullable(),
  twin: z.string().optional(),
});
export type FileColumn = z.infer<typeof fileColumnSchema>;

/** How many rows of a file do what. */
export type OutcomeCounts = Record<ImportOutcome, number>;

/** An import as lists and pages show it. */
export type ImportView = {
  id: string;
  list: ListName;
  status: ImportStatus;
  fileName: string;
  version: number;
  checkedAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
  madeBy: string;
  rows: number;
  done: number;
  /** why checking, writing or undoing it came to nothing, a key of the catalogs, and what its words name */
  failure: string | null;
  failureValues: Record<string, string | number> | null;
  counts: OutcomeCounts;
  columns: FileColumn[];
  /** entries of the actor's scope that the file does not mention */
  unmentioned: number;
};

/** A cell whose value would change. */
export type CellChange = { column: string; before: string; after: string };
/** An entry that a row may mean, beside what the row says. */
export type CandidateView = Candidate & {
  cells: { column: string; file: string; entry: string; same: boolean }[];
  label: string;
};

export type ImportRowView = {
  line: number;
  outcome: ImportOutcome;
  label: string;
  objectId: string | null;
  problems: CellProblem[];
  changes: CellChange[];
  candidates: CandidateView[];
  /** what was chosen, now or for an earlier file */
  chosen: string | null;
};

export type ImportRowPage = { rows: ImportRowView[]; next: number | null };

/** What a file of a list may hold. */
export type UploadLimits = { megabytes: number; rows: number };

/** The choice that a row is a new entry. */
export const AS_NEW = 'new';
/** Takes a choice back: the row is a question again. */
export const OPEN_CHOICE = 'open';

const LONGEST_NAME = 120;

export const uploadSchema = z.object({
  list: listNameSchema,
  fileName: z.string().transform((name) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    const plain = name.replace(/^.*[\\/]/, '').replace(/[\u0000-\u001f\u007f]|\p{Cs}/gu, '');
    return [...plain].slice(-LONGEST_NAME).join('') || 'list';
  }),
  datum: datumSchema,
});

export const importIdSchema = z.object({ importId: z.string().min(1).max(63), version: z.coerce.number().int() });

export const chooseMatchesSchema = importIdSchema.extend({
  /** by the row's number: an entry's id, `new`, or `open` */
  choices: z.record(z.string().regex(/^\d{1,7}$/), z.string().min(1).max(63)),
});
