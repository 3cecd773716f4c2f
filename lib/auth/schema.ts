import { z } from 'zod';
import { ACTOR_ROLES } from '@/lib/access/actor';
import { ALLIANCE_CODES } from '@/lib/core/alliance-codes';

// What forms send. Messages are keys into accounts.problem.

const PROBLEM = {
  userName: 'accounts.problem.userName',
  phone: 'accounts.problem.phone',
  displayName: 'accounts.problem.displayName',
  reason: 'accounts.problem.reason',
  scope: 'accounts.problem.scope',
} as const;

/** Full-width letters and digits, as Chinese keyboards make them, are read as plain ones. */
const plain = (text: string) => text.normalize('NFKC').trim();

export const userNameSchema = z
  .string()
  .transform((text) => plain(text).toLowerCase())
  .pipe(z.string().regex(/^[a-z][a-z0-9._-]{2,31}$/, PROBLEM.userName));

/** A mobile number of the mainland, with or without +86, spaces and hyphens. */
export const phoneSchema = z
  .string()
  .transform((text) =>
    plain(text)
      .replace(/[\s-]/g, '')
      .replace(/^(\+|00)86/, ''),
  )
  .pipe(z.string().regex(/^1[3-9]\d{9}$/, PROBLEM.phone));

const optionalPhone = z.union([
  z.literal('').transform(() => null),
  z.null(),
  z.undefined().transform(() => null),
  phoneSchema,
]);

const displayNameSchema = z
  .string()
  .transform((text) => text.normalize('NFC').trim().replace(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .refine((text) => [...text].length >= 1 && [...text].length <= 40, PROBLEM.displayName)
      .refine((text) => !/\p{Cc}/u.test(text), PROBLEM.displayName),
  );

export const reasonSchema = z
  .string(PROBLEM.reason)
  .transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim())
  .pipe(z.string().min(2, PROBLEM.reason).max(200, PROBLEM.reason));

/** Without what the database takes in no text: control characters and halves of characters. */
const storable = (text: z.ZodString) => text.regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** The id of any record. */
export const idSchema = storable(z.string().min(1).max(63));

/** A role with exactly its scope. */
export const grantScopeSchema = z.discriminatedUnion(
  'role',
  [
    z.object({ role: z.literal('centre_clerk'), centreId: idSchema }),
    z.object({ role: z.literal('expert'), expertId: idSchema }),
    z.object({ role: z.literal('trainee'), traineeId: idSchema }),
    z.object({ role: z.literal('alliance_officer'), allianceCode: z.enum(ALLIANCE_CODES) }),
    z.object({ role: z.literal('district_officer'), districtCode: z.string().regex(/^\d{6}$/) }),
    z.object({ role: z.literal('city_officer') }),
    z.object({ role: z.literal('auditor') }),
  ],
  { error: PROBLEM.scope },
);
export type GrantScope = z.infer<typeof grantScopeSchema>;

/** What stands in the sign-in box: a user name or a phone number; anything else is nobody's. */
export const signInNameSchema = z.union([phoneSchema, userNameSchema]);

export const createAccountSchema = z.object({
  userName: userNameSchema,
  phone: optionalPhone,
  displayName: displayNameSchema,
  grant: grantScopeSchema,
});

/** The first city officer, made by a command on the server. */
export const firstOfficerSchema = createAccountSchema.omit({ grant: true });

export const changeAccountSchema = z.object({
  accountId: idSchema,
  version: z.coerce.number().int().positive(),
  phone: optionalPhone,
  displayName: displayNameSchema,
});

export const accountReasonSchema = z.object({
  accountId: idSchema,
  version: z.coerce.number().int().positive(),
  reason: reasonSchema,
});

export const recertifySchema = z.object({ accountId: idSchema, version: z.coerce.number().int().positive() });

export const linkSchema = z.object({
  accountId: idSchema,
  purpose: z.enum(['password', 'second_factor']),
  reason: reasonSchema,
});

export const singleSignOnSchema = z.object({
  accountId: idSchema,
  version: z.coerce.number().int().positive(),
  /** empty: no single sign-on any more */
  subject: z
    .string()
    .transform((text) => text.trim())
    .pipe(storable(z.string().max(255))),
});

export const giveGrantSchema = z.object({
  accountId: idSchema,
  grant: grantScopeSchema,
  reason: reasonSchema,
});

export const grantReasonSchema = z.object({
  grantId: idSchema,
  version: z.coerce.number().int().positive(),
  reason: reasonSchema,
});

export const rescopeSchema = grantReasonSchema.extend({ grant: grantScopeSchema });
export const handOverSchema = grantReasonSchema.extend({ toAccountId: idSchema });

export const accountFilterSchema = z.object({
  text: storable(z.string().max(60)).catch('').default(''),
  role: z.enum(ACTOR_ROLES).nullable().catch(null).default(null),
  status: z.enum(['active', 'suspended', 'left']).nullable().catch(null).default(null),
  /** clerks and trainees of a centre */
  centre: storable(z.string().max(63)).nullable().catch(null).default(null),
  after: storable(z.string().max(63)).nullable().catch(null).default(null),
});
export type AccountFilter = z.infer<typeof accountFilterSchema>;
