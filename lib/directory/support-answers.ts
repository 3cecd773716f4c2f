import type { z } from 'zod';
import { type Err, err } from '@/lib/core/result';

// What commands on support requests answer alike.

/** The request has changed since it was seen. */
export const SUPPORT_STALE: Err = err({ code: 'CONFLICT', messageKey: 'feedback.support.problem.stale' });

/** What of a form does not fit, by its fields. */
export function invalidSupport(error: z.ZodError): Err {
  return err({
    code: 'INVALID',
    problems: error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      messageKey: message.startsWith('feedback.support.problem.') ? message : 'feedback.problem.field',
    })),
  });
}

/** A request as the object of an event, which the district of whoever asked may read. */
export function supportObject(request: { id: string; askedByName: string; districtCode: string | null }) {
  const { id, askedByName, districtCode } = request;
  return {
    object: { type: 'SupportRequest', id, label: askedByName },
    scope: districtCode ? { districtCode } : {},
  } as const;
}
