import type { z } from 'zod';
import { type Err, err } from '@/lib/core/result';

/** INVALID with every field's problem; a problem without a key of ours is "please check this field". */
export function invalid(error: z.ZodError): Err {
  const problems = error.issues.map(({ path, message }) => ({
    path: path.filter((step) => step !== 'content').join('.'),
    messageKey: message.startsWith('sessions.problem.') ? message : 'sessions.problem.field',
  }));
  return err({ code: 'INVALID', problems });
}
