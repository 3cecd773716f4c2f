import { z } from 'zod';
import type { ActorRole } from '@/lib/access/actor';
import { type CivilDate, civilDateSchema } from '@/lib/core/dates';
import type { MonitorState } from './schema';

// Follow-ups: what forms send, and what pages show.

/** The offices that can have one, each with the wider one that sees it when it is overdue. */
export const OFFICES = ['centre', 'alliance', 'district', 'city'] as const;
export type Office = (typeof OFFICES)[number];

export const OUTCOMES = [
  'improved',
  'plan_changed',
  'suspended',
  'closed',
  'records_corrected',
  'nothing_found',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type FollowUpMessageKind = 'opened' | 'taken' | 'handed_over' | 'comment' | 'closed';

const TEXT_LIMIT = 1000;
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: 'monitor.problem.field' });
const text = z
  .string()
  .max(TEXT_LIMIT * 4, { error: 'monitor.problem.textLong' })
  .transform((given) =>
    given
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Cs}/gu, '')
      .trim(),
  )
  .refine((given) => given.length >= 2, { error: 'monitor.problem.text' })
  .refine((given) => [...given].length <= TEXT_LIMIT, { error: 'monitor.problem.textLong' });
const office = z.enum(OFFICES, { error: 'monitor.problem.office' });
const dueOn = z
  .string()
  .pipe(civilDateSchema)
  .catch((context) => {
    context.issues.push({ code: 'custom', message: 'monitor.problem.date', input: context.value });
    return z.NEVER;
  });
const version = z.coerce.number({ error: 'monitor.problem.field' }).int().min(1);

export const openFollowUpSchema = z.object({ clinicId: id, office, dueOn, text });
export const commentFollowUpSchema = z.object({ id, text });
export const takeFollowUpSchema = z.object({ id, version });
export const handOverFollowUpSchema = z.object({ id, version, office, dueOn, text });
export const closeFollowUpSchema = z.object({
  id,
  version,
  outcome: z.enum(OUTCOMES, { error: 'monitor.problem.outcome' }),
  text,
});

type Named = { id: string; name: string; nameEn: string };

/** A follow-up as lists show it. */
export type FollowUpListed = {
  id: string;
  version: number;
  clinic: Named;
  centre: Named;
  district: Named;
  hospital: Named;
  state: MonitorState;
  stateOn: CivilDate;
  openedAt: Date;
  /** null for the nightly job */
  openedByName: string | null;
  office: Office;
  ownerName: string | null;
  /** the reader has taken it on */
  mine: boolean;
  dueOn: CivilDate;
  overdue: boolean;
  outcome: Outcome | null;
  closedAt: Date | null;
  closedByName: string | null;
};

export type FollowUpSaid = {
  id: string;
  kind: FollowUpMessageKind;
  text: string;
  at: Date;
  authorName: string | null;
  authorRole: ActorRole | null;
};

/** One follow-up with its thread and what the reader may do. */
export type FollowUpSeen = FollowUpListed & {
  thread: readonly FollowUpSaid[];
  may: { comment: boolean; change: boolean };
};

/** What a list of follow-ups shows. */
export const FOLLOW_UP_LISTS = ['mine', 'escalated', 'open', 'done'] as const;
export type FollowUpList = (typeof FOLLOW_UP_LISTS)[number];
