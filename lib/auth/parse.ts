import type { z } from 'zod';
import { type Err, err } from '@/lib/core/result';

/** INVALID with every field's problem; a problem without a key of ours is "please check this field". */
export function invalid(error: z.ZodError): Err {
  const problems = error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    messageKey: message.startsWith('accounts.problem.') ? message : 'accounts.problem.field',
  }));
  return err({ code: 'INVALID', problems });
}

/** INVALID about one field. */
export function invalidField(path: string, messageKey: string): Err {
  return err({ code: 'INVALID', problems: [{ path, messageKey }] });
}
