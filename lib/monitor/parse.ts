import type { z } from 'zod';
import { type Err, err } from '@/lib/core/result';

/** INVALID with every field's problem; a problem without a key of ours is "please check this field". */
export function invalid(error: z.ZodError): Err {
  const problems = error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    messageKey: message.startsWith('monitor.problem.') ? message : 'monitor.problem.field',
  }));
  return err({ code: 'INVALID', problems });
}
