import { z } from 'zod';
import { chinese, english, isoDate } from './name-schemas';

// What became of a facility over time, as the public API tells it.

export const historyShape = {
  formerNames: z
    .array(z.strictObject({ name: chinese, nameEn: english, until: isoDate }))
    .meta({ description: 'Names given up, the latest first; `until` is the first day of the name after it.' }),
};
