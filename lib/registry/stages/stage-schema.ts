import { z } from 'zod';
import { type CivilDate, civilDateSchema } from '@/lib/core/dates';
import type { Origin } from '@/lib/directory/schema';

// The stages through which stations, specialty projects and titles of demonstration stations pass.

export const STAGE_KINDS = ['station', 'project', 'demonstration'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const STAGES = [
  ...(['planned', 'building', 'district_accepted', 'city_accepted'] as const),
  ...(['operating', 'suspended', 'closed'] as const),
] as const;
export type Stage = (typeof STAGES)[number];

/** Whose the next step is: the centre's or its district's, the district's, the city's, or either authority's. */
export type StageHolder = 'centre' | 'district' | 'city' | 'authority';

/** What steps are called, by where they come from. */
export type StepName =
  | Extract<Stage, 'planned' | 'district_accepted' | 'city_accepted' | 'suspended'>
  | ('build' | 'apply' | 'open' | 'resume' | 'reopen' | 'close' | 'giveUp' | 'withdraw');

/** Longest reason, in characters; the shortest says at least something. */
export const REASON_LENGTH = { least: 2, most: 300 } as const;
export const NAME_LENGTH = { least: 2, most: 60 } as const;

/** What is typed, without the characters that no text holds and that the database refuses. */
const typedSchema = z.string().transform((given) =>
  given
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Cs}/gu, '')
    .trim(),
);
const optionalText = (most: number) =>
  typedSchema
    .pipe(z.string().max(most))
    .optional()
    .transform((text) => text || null);
/** The id of a record, as an address may say it. */
export const idSchema = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u);
const placeSchema = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'stages.problem.place');
const nameSchema = typedSchema.pipe(z.string().min(NAME_LENGTH.least, 'stages.problem.name').max(NAME_LENGTH.most));

export const stepSchema = z.object({
  recordId: idSchema,
  version: z.coerce.number().int().min(1),
  stage: z.enum(STAGES, 'stages.problem.stage'),
  beganOn: z
    .string()
    .trim()
    .pipe(civilDateSchema.catch('' as CivilDate)),
  reason: optionalText(REASON_LENGTH.most),
  reasonEn: optionalText(REASON_LENGTH.most),
});

/** What is planned, by its kind; sending the same submission again changes nothing. */
export const planSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('station'),
    submissionId: z.uuid(),
    centreId: placeSchema,
    name: nameSchema,
    nameEn: optionalText(120),
    stationKind: z.enum(['community_station', 'village_clinic'], 'stages.problem.stationKind'),
  }),
  z.object({
    kind: z.literal('project'),
    submissionId: z.uuid(),
    centreId: placeSchema,
    name: nameSchema,
    nameEn: optionalText(120),
    conditionCode: typedSchema.pipe(z.string().min(1, 'stages.problem.condition').max(40)),
    batch: z.coerce.number('stages.problem.batch').int('stages.problem.batch').min(1).max(99, 'stages.problem.batch'),
  }),
  z.object({ kind: z.literal('demonstration'), stationId: placeSchema }),
]);

/** One step of a history, the newest first. */
export type StageStepView = {
  stage: Stage;
  beganOn: CivilDate;
  reason: string | null;
  reasonEn: string | null;
  byName: string | null;
};

export type StageRecordView = {
  id: string;
  kind: StageKind;
  name: string;
  nameEn: string;
  centre: { id: string; name: string; nameEn: string };
  districtCode: string;
  /** the facility's, once it is one */
  stationId: string | null;
  stage: Stage;
  since: CivilDate;
  origin: Origin;
  version: number;
  /** the steps that the reader may take next */
  next: Stage[];
  /** whose it is to take it further */
  holder: StageHolder | null;
};

/** What a page of stages is asked for: by default what is on its way or not working. */
export const stageFilterSchema = z.object({
  kind: z.enum(STAGE_KINDS).catch('station'),
  stage: z
    .enum(STAGES)
    .nullish()
    .catch(null)
    .transform((stage) => stage ?? null),
  after: idSchema
    .nullish()
    .catch(null)
    .transform((after) => after ?? null),
});
export type StageFilter = z.output<typeof stageFilterSchema>;

export type StageCounts = Record<Stage, number>;

export type StageList = { counts: StageCounts; records: StageRecordView[]; next: string | null };

/** How many stood in each stage at the end of a month (or today), and what opened and closed in it. */
export type StagePoint = StageCounts & { month: CivilDate; opened: number; closedIn: number };

/** A number to reach, and until when. */
export type StageTarget = { value: number; until: CivilDate };

export type StageUnit = {
  district: { code: string; name: string; nameEn: string } | null;
  points: StagePoint[];
  target: StageTarget | null;
};

export type StageMonths = { kind: StageKind; months: CivilDate[]; whole: StageUnit; districts: StageUnit[] };

/** Where something can be planned, and for which conditions; a station that may be given a title stands under its centre. */
export type PlanPlaces = {
  centres: { id: string; name: string; nameEn: string; stations: { id: string; name: string; nameEn: string }[] }[];
  conditions: { code: string; name: string; nameEn: string }[];
};
