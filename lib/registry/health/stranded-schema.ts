import { z } from 'zod';

// Trainees whose centre is closed: nobody keeps them until another centre takes them over.

type Named = { name: string; nameEn: string };
export type StrandedTrainee = Named & {
  id: string;
  centre: Named & { id: string };
  district: Named & { code: string };
};
export type StrandedView = {
  trainees: StrandedTrainee[];
  /** there are more of them than are shown */
  more: boolean;
  /** open centres that may take them over, for whoever may say so */
  centres: (Named & { id: string; district: Named & { code: string } })[];
};

/** So many are shown, and moved, at once. */
export const MOST_STRANDED = 100;

const id = z.string().min(1).max(63);
export const moveStrandedSchema = z.object({
  centreId: id,
  /** trainees with the centre at which they were seen */
  rows: z
    .array(z.object({ id, from: id }))
    .min(1)
    .max(MOST_STRANDED),
});
