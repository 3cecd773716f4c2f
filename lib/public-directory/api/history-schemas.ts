import { z } from 'zod';
import { chinese, english, isoDate, namedSchema } from './name-schemas';

// What became of a facility over time, as the public API tells it.

export const historyShape = {
  formerNames: z
    .array(z.strictObject({ name: chinese, nameEn: english, until: isoDate, of: z.string().nullable() }))
    .meta({
      description:
        'Names that lead here and are used no more since `until`: given up, or of the closed facility `of` from which this one took over.',
    }),
  closing: z
    .strictObject({ on: isoDate, replacedBy: namedSchema.nullable(), successors: z.array(namedSchema) })
    .nullable()
    .meta({
      description:
        'For a closed facility: since when, and which open facilities took over. `replacedBy` is the one that it became part of; ask that one instead.',
    }),
  suspension: z
    .strictObject({ since: isoDate, reason: z.string().nullable(), reasonEn: z.string().nullable() })
    .nullable()
    .meta({ description: 'For a suspended station: since when, and why, where it was said.' }),
};
