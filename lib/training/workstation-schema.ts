import { z } from 'zod';
import type { CivilDate } from '@/lib/core/dates';

// Workstations of famous physicians' teams in centres, as people look for them and pages show them.

const text = z.string().trim().max(120).catch('').default('');
const id = z
  .string()
  .regex(/^[a-z0-9-]{1,63}$/)
  .nullable()
  .catch(null)
  .default(null);

export const workstationFilterSchema = z.object({
  text,
  district: id,
  standing: z.enum(['open', 'ended']).nullable().catch(null).default(null),
  /** the workstation after which a page begins */
  after: id,
});
export type WorkstationFilter = z.infer<typeof workstationFilterSchema>;

type Named = { id: string; name: string; nameEn: string };
export type WorkstationListed = {
  id: string;
  team: Named;
  hospital: Named;
  centre: Named;
  district: Named;
  from: CivilDate;
  /** the day on which it is open no more */
  to: CivilDate | null;
  open: boolean;
  demonstration: boolean;
};
export type WorkstationPage = { workstations: WorkstationListed[]; next: string | null };
