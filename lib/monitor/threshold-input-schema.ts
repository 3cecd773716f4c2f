import { z } from 'zod';
import { THRESHOLD_NAMES, type ThresholdName, type Thresholds, thresholdsSchema } from './schema';

/** Thresholds as a form or an address sends them: texts by name. */
export type ThresholdInput = Readonly<Partial<Record<ThresholdName, unknown>>>;

/** A number of digits; everything else is left for the schema to refuse. */
function asNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,4}$/.test(value.trim()) ? Number(value) : value;
}

export const thresholdInputSchema = z.preprocess(
  (input) =>
    typeof input === 'object' && input !== null
      ? Object.fromEntries(Object.entries(input).map(([name, value]) => [name, asNumber(value)]))
      : input,
  // what is nominal-only must not be steady as well
  thresholdsSchema
    .refine((values) => values.nominalHeldPercent <= values.warnHeldPercent, {
      error: 'monitor.problem.order',
      path: ['warnHeldPercent'],
    })
    .refine((values) => values.warnHeldPercent <= values.steadyHeldPercent, {
      error: 'monitor.problem.order',
      path: ['steadyHeldPercent'],
    }),
) as z.ZodType<Thresholds>;

/** The thresholds that an address gives; null when it gives none. */
export function thresholdsIn(
  parameters: Readonly<Record<string, string | string[] | undefined>>,
): ThresholdInput | null {
  const given = THRESHOLD_NAMES.flatMap((name) => (parameters[name] === undefined ? [] : [[name, parameters[name]]]));
  return given.length === 0 ? null : (Object.fromEntries(given) as ThresholdInput);
}
