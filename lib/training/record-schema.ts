import { z } from 'zod';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { civilDateSchema } from '@/lib/core/dates';
import { EXPERT_TITLES } from '@/lib/joint-clinics/schema';

// A service record (教学／出诊服务记录): what a trainee or an expert has done in a period, as printed and as kept. It says
// no more than the sheet does.

const count = z.int().min(0);
const named = z.object({ name: z.string(), nameEn: z.string() });

const common = {
  /** tells this form of content from later ones */
  form: z.literal(1),
  name: z.string(),
  nameEn: z.string(),
  /** the trainee's centre, the expert's hospital */
  place: named,
  from: civilDateSchema,
  to: civilDateSchema,
  issuedOn: civilDateSchema,
  issuedAs: z.enum(ACTOR_ROLES),
  clinics: z.array(named),
  demonstration: z.boolean(),
};

export const serviceContentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('trainee'),
    ...common,
    held: count,
    attended: count,
    signed: count,
    parts: z.object({ observing: count, assisting: count, leading: count }),
    conditions: count,
  }),
  z.object({
    kind: z.literal('expert'),
    ...common,
    title: z.enum(EXPERT_TITLES),
    planned: count,
    came: count,
    substituted: count,
    absent: count,
    notHeld: count,
    stoodIn: count,
    trainees: count,
  }),
]);
export type ServiceContent = z.output<typeof serviceContentSchema>;

/** Whose record, and for which days. */
export const issueSchema = z
  .object({
    kind: z.enum(['trainee', 'expert'], { error: 'people.problem.field' }),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,62}$/, { error: 'people.problem.field' }),
    from: civilDateSchema,
    to: civilDateSchema,
  })
  .refine(({ from, to }) => from <= to, { error: 'people.problem.field', path: ['to'] });

/** A record as it is printed. */
export type ServiceRecordSeen = { code: string; content: ServiceContent };

/** What anybody learns of a code. */
export type Verified =
  | { state: 'genuine'; content: ServiceContent }
  | { state: 'unknown' }
  | { state: 'limited'; minutes: number };
