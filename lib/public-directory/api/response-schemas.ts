import 'zod-openapi';
import { z } from 'zod';
import {
  allianceCodeSchema,
  FACILITY_STATUSES,
  facilityKindSchema,
  featureSchema,
  halfSchema,
  ORIGINS,
  POSITION_EXACTNESS,
} from '@/lib/directory/schema';
import { BOOKING_METHODS, CLINIC_STATUSES, EXPERT_TITLES } from '@/lib/joint-clinics/schema';
import { NOT_HELD_KINDS } from '@/lib/public-directory/records-schema';
import { MATCH_TYPES } from '@/lib/public-directory/schema';
import { historyShape } from './history-schemas';
import { chinese, codedNameSchema, english, id, isoDate, namedSchema } from './name-schemas';

// What the public API answers: the serialisers are typed by these schemas, the OpenAPI document is made from them, and
// the integration tests hold real answers against them.

const instant = z.iso.datetime({ offset: true }).meta({ description: 'An instant with its offset, +08:00.' });
const clock = z
  .string()
  .regex(/^([01]\d|2[0-4]):[0-5]\d$/)
  .meta({ description: 'Wall time in Shanghai, HH:MM.' });
const originSchema = z.enum(ORIGINS).meta({
  id: 'Origin',
  description: 'Whether a record is a fact, was imported by the operator, or is generated for demonstration.',
});

export const positionSchema = z
  .strictObject({
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    exactness: z.enum(POSITION_EXACTNESS),
  })
  .meta({
    id: 'Position',
    description: 'WGS-84 degrees with six decimals, and how exact they are.',
    example: { lat: 31.207512, lon: 121.437901, exactness: 'building' },
  });

export const nextSessionSchema = z
  .strictObject({
    clinicId: id,
    date: isoDate,
    half: halfSchema,
    startsAt: instant,
    endsAt: instant,
    expert: namedSchema,
    conditions: z.array(codedNameSchema),
  })
  .meta({ id: 'NextExpertSession', description: 'The next planned session of an expert at this facility.' });

export const matchSchema = z
  .strictObject({
    type: z.enum(MATCH_TYPES),
    code: z.string(),
    name: chinese,
    nameEn: english,
    via: z.string().nullable().meta({ description: 'The word of the question that led here, when it is another.' }),
  })
  .meta({ id: 'Match', description: 'What in a facility answers the question.' });

const facilityShape = {
  id,
  kind: facilityKindSchema,
  name: chinese,
  nameEn: english,
  shortName: z.string().nullable(),
  districtCode: z.string().length(6),
  subdistrictCode: z.string().nullable(),
  alliance: allianceCodeSchema,
  position: positionSchema,
  address: z.string().nullable(),
  addressEn: z.string().nullable(),
  phone: z.string().nullable(),
  status: z.enum(FACILITY_STATUSES),
  features: z.array(featureSchema),
  techniques: z.array(codedNameSchema),
  origin: originSchema,
  nextExpertSession: nextSessionSchema.nullable(),
};

export const facilitySchema = z
  .strictObject({
    ...facilityShape,
    distanceMetres: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Whole metres in a straight line; present when there is a place to measure from.' }),
    matches: z.array(matchSchema).optional().meta({ description: 'Present with `q`.' }),
  })
  .meta({ id: 'Facility' });

const intervalSchema = z.strictObject({ opens: clock, closes: clock });
const momentSchema = z.strictObject({ date: isoDate, time: clock });

export const openingSchema = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('open'), closesAt: momentSchema.nullable() }),
    z.strictObject({
      state: z.literal('closed'),
      opensAt: momentSchema.nullable(),
      reason: z.string().nullable(),
      reasonEn: z.string().nullable(),
    }),
    z.strictObject({ state: z.literal('unknown') }),
  ])
  .meta({
    id: 'Opening',
    description: 'Whether the facility is open at the moment of the answer, and the next change.',
  });

const clinicShape = {
  id,
  name: chinese,
  nameEn: english,
  status: z.enum(CLINIC_STATUSES),
  centre: namedSchema,
  hospital: namedSchema,
  department: z.string(),
  departmentEn: z.string(),
  districtCode: z.string().length(6),
  alliance: allianceCodeSchema,
  room: z.string().nullable(),
  bookingMethod: z.enum(BOOKING_METHODS),
  bookingPhone: z.string().nullable(),
  conditions: z.array(codedNameSchema),
  experts: z.array(
    z
      .strictObject({
        id,
        name: chinese,
        nameEn: english,
        title: z.enum(EXPERT_TITLES),
        department: z.string(),
        departmentEn: z.string(),
      })
      .meta({ id: 'Expert' }),
  ),
  nextSession: nextSessionSchema.nullable(),
  origin: originSchema,
};

export const jointClinicSchema = z.strictObject(clinicShape).meta({ id: 'JointClinic' });

export const facilityDetailSchema = z
  .strictObject({
    ...facilityShape,
    ...historyShape,
    conditions: z.array(codedNameSchema).meta({ description: 'Every condition the facility treats.' }),
    opening: openingSchema,
    hours: z.array(z.strictObject({ weekday: z.int().min(1).max(7), opens: clock, closes: clock })).meta({
      description: 'Weekly hours, 1 Monday to 7 Sunday; a lunch break is two intervals of one weekday.',
    }),
    opensOnHolidays: z.boolean(),
    exceptions: z.array(
      z.strictObject({
        date: isoDate,
        intervals: z.array(intervalSchema),
        reason: z.string(),
        reasonEn: z.string().nullable(),
      }),
    ),
    centre: namedSchema.nullable().meta({ description: 'The parent centre of a service station.' }),
    stations: z.array(namedSchema).meta({ description: 'The service stations of a centre.' }),
    stationKind: z.enum(['community_station', 'village_clinic']).nullable(),
    tcmArea: z.enum(['hall', 'corner', 'none']).nullable(),
    demonstrationStation: z.boolean(),
    campuses: z.array(
      z.strictObject({
        name: chinese,
        nameEn: english,
        address: z.string(),
        addressEn: z.string(),
        districtCode: z.string().length(6),
        position: positionSchema,
      }),
    ),
    preparations: z.array(namedSchema).meta({ description: 'Hospital preparations dispensed here.' }),
    jointClinics: z.array(jointClinicSchema).meta({ description: 'Joint clinics held here, or staffed from here.' }),
    updatedAt: z.iso.datetime({ offset: true }),
  })
  .meta({ id: 'FacilityDetail' });

export const clinicSessionSchema = z
  .strictObject({
    clinicId: id,
    date: isoDate,
    half: halfSchema,
    startsAt: instant,
    endsAt: instant,
    state: z.enum(['planned', 'stopped']),
    cause: z.enum(['removed', 'holiday', 'suspended', 'not_held']).nullable(),
    notHeld: z
      .enum(NOT_HELD_KINDS)
      .nullable()
      .meta({ description: 'Why its centre has logged today’s session as not held; only where that is the cause.' }),
    reason: z.string().nullable(),
    reasonEn: z.string().nullable(),
    added: z.boolean().meta({ description: 'True when the session was added to the schedule for this date.' }),
    expert: namedSchema,
    conditions: z.array(codedNameSchema),
    origin: originSchema,
  })
  .meta({ id: 'ClinicSession', description: 'A planned session, or a stop notice with its cause and reason.' });

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(z.strictObject({ parameter: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

/** A page of rows, with the cursor of the next page or null at the end. */
export function listOf<T extends z.ZodType>(row: T) {
  return z.strictObject({
    data: z.array(row),
    next: z.string().nullable().meta({ description: 'Give it as `cursor` to read on; null at the end.' }),
  });
}

export type FacilityJson = z.infer<typeof facilitySchema>;
export type FacilityDetailJson = z.infer<typeof facilityDetailSchema>;
export type NextSessionJson = z.infer<typeof nextSessionSchema>;
export type JointClinicJson = z.infer<typeof jointClinicSchema>;
export type ClinicSessionJson = z.infer<typeof clinicSessionSchema>;
export type PositionJson = z.infer<typeof positionSchema>;
