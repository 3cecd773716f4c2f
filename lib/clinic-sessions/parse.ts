import type { z } from 'zod';
import { type Err, err } from '@/lib/core/result';

const OWN_WORDS = /^(sessions|review)\.problem\./;

/** INVALID with every field's problem; a problem without a key of ours is "please check this field". */
export function invalid(error: z.ZodError): Err {
  const problems = error.issues.map(({ path, message }) => ({
    path: path.filter((step) => step !== 'content').join('.'),
    messageKey: OWN_WORDS.test(message) ? message : 'sessions.problem.field',
  }));
  return err({ code: 'INVALID', problems });
}
