import { z } from 'zod';
import { isStorable } from './field-schema';
import { CLINIC_STATUSES } from './schema';

const id = z
  .string()
  .max(63)
  .refine((text) => text !== '' && isStorable(text))
  .nullable()
  .catch(null)
  .default(null);

/** The conditions of the list of clinics, as its address says them; what does not fit is left out. */
export const clinicFilterSchema = z.object({
  text: z.string().trim().max(120).refine(isStorable).catch('').default(''),
  status: z.enum(CLINIC_STATUSES).nullable().catch(null).default(null),
  district: id,
  centre: id,
  expert: id,
  /** the last clinic of the page before */
  after: id,
});
export type ClinicFilter = z.infer<typeof clinicFilterSchema>;
