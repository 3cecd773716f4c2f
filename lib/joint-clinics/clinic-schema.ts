import { z } from 'zod';
import {
  dateSchema,
  FIELD_PROBLEM,
  idSchema,
  lineSchema,
  optionalDateSchema,
  optionalLineSchema,
  personSchema,
  versionSchema,
} from './field-schema';
import { BOOKING_METHODS } from './schema';

// What forms about a clinic itself send: its facts, its experts and trainees.

const PROBLEM = {
  centre: 'joint-clinics.problem.centre',
  name: 'joint-clinics.problem.name',
  nameEn: 'joint-clinics.problem.nameEn',
  department: 'joint-clinics.problem.department',
  departmentEn: 'joint-clinics.problem.departmentEn',
  room: 'joint-clinics.problem.room',
  booking: 'joint-clinics.problem.booking',
  phone: 'joint-clinics.problem.phone',
  conditions: 'joint-clinics.problem.conditions',
} as const;

/** More than this is a general clinic, not one for a condition (ours). */
const MOST_CONDITIONS = 5;

/** Full-width digits, as Chinese keyboards make them, are read as plain ones. */
const phoneSchema = z
  .string()
  .transform((text) => text.normalize('NFKC').trim())
  .pipe(
    z.union(
      [z.literal('').transform(() => null), z.string().regex(/^[0-9+][0-9 -]{4,19}$/, PROBLEM.phone)],
      PROBLEM.phone,
    ),
  )
  .nullish()
  .transform((text) => text ?? null);

const conditionsSchema = z
  .array(z.string().trim().max(40), PROBLEM.conditions)
  .transform((codes) => [...new Set(codes.filter((code) => code !== ''))])
  .refine((codes) => codes.length >= 1 && codes.length <= MOST_CONDITIONS, PROBLEM.conditions)
  .refine((codes) => codes.every((code) => /^[A-Z][0-9.]+$/.test(code)), PROBLEM.conditions);

const facts = {
  name: lineSchema(2, 60, PROBLEM.name),
  nameEn: lineSchema(2, 120, PROBLEM.nameEn),
  room: optionalLineSchema(40, PROBLEM.room),
  bookingMethod: z.string(PROBLEM.booking).pipe(z.enum(BOOKING_METHODS, PROBLEM.booking)),
  bookingPhone: phoneSchema,
  conditionCodes: conditionsSchema,
};

type Booking = { bookingMethod: string; bookingPhone: string | null };
const hasItsPhone = ({ bookingMethod, bookingPhone }: Booking) => bookingMethod !== 'phone' || bookingPhone !== null;
const PHONE_MISSING = { error: PROBLEM.phone, path: ['bookingPhone'] };

/** A new clinic. Its id is made by the sender, so that sending twice opens one; its hospital is that of the expert. */
export const openClinicSchema = z
  .object({
    submissionId: z.uuid(FIELD_PROBLEM.field).toLowerCase(),
    centreId: lineSchema(1, 63, PROBLEM.centre),
    expertId: personSchema,
    openedOn: dateSchema,
    ...facts,
  })
  .refine(hasItsPhone, PHONE_MISSING);
export type OpenClinic = z.infer<typeof openClinicSchema>;

export const changeClinicSchema = z
  .object({
    clinicId: idSchema,
    version: versionSchema,
    department: lineSchema(2, 40, PROBLEM.department),
    departmentEn: lineSchema(2, 80, PROBLEM.departmentEn),
    ...facts,
  })
  .refine(hasItsPhone, PHONE_MISSING);

const target = { clinicId: idSchema, version: versionSchema, personId: personSchema };

/** A person from a date on; `until` is the first date without, where it is known already. */
export const assignSchema = z.object({ ...target, from: dateSchema, until: optionalDateSchema });
/** `begun` tells which of a person's times ends; `from` is the first date without the person. */
export const endAssignmentSchema = z.object({ ...target, begun: dateSchema, from: dateSchema });
