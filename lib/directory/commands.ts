import 'server-only';
import type { z } from 'zod';
import { now } from '@/lib/core/clock';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { type RateRule, takeShare } from '@/lib/db/rate-limit';
import { isUnreachable } from '@/lib/db/unreachable';
import { type InformationReport, informationReportSchema } from './schema';

/** Enough for a person who finds several mistakes, too few for a program (ours). */
const REPORT_RATE: RateRule = { name: 'information-report', limit: 5, windowSeconds: 3600 };

/**
 * Stores a resident's report of wrong information for staff. Sending the same id again changes nothing.
 * @param client the network of the sender, used only as a keyed hash for the limit of five an hour
 * @returns the id, or INVALID with the fields, NOT_FOUND for an unknown place or clinic, RATE_LIMITED, UNAVAILABLE
 */
export async function submitInformationReport(
  input: z.input<typeof informationReportSchema>,
  client: string,
): Promise<Result<{ id: string }>> {
  const parsed = informationReportSchema.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), messageKey: message }));
    return err({ code: 'INVALID', problems });
  }
  const report = parsed.data;
  // a program is not told that it was found out
  if (report.website) return ok({ id: report.id });
  try {
    return await storeReport(report, client);
  } catch (problem) {
    if (isUnreachable(problem)) {
      return err({ code: 'UNAVAILABLE', messageKey: 'report.problem.unavailable', retryAfterSeconds: 60 });
    }
    throw problem;
  }
}

async function storeReport(report: InformationReport, client: string): Promise<Result<{ id: string }>> {
  const { id, facilityId, clinicId, category, message, contact, locale } = report;
  // a retry is not counted, or it could be refused although the report is stored
  if (await db().informationReport.findUnique({ where: { id }, select: { id: true } })) return ok({ id });
  const share = await takeShare(REPORT_RATE, client, now());
  if (!share.allowed) {
    return err({
      code: 'RATE_LIMITED',
      messageKey: 'report.problem.limit',
      retryAfterSeconds: share.retryAfterSeconds,
    });
  }
  return await db().$transaction(async (transaction) => {
    const known =
      (!facilityId || (await transaction.facility.count({ where: { id: facilityId } })) > 0) &&
      (!clinicId || (await transaction.jointClinic.count({ where: { id: clinicId } })) > 0);
    if (!known) return err({ code: 'NOT_FOUND', messageKey: 'report.problem.subject' });
    // two copies may arrive at the same moment; the second finds the first's row
    await transaction.informationReport.createMany({
      data: { id, facilityId, jointClinicId: clinicId, category, message, contact, locale },
      skipDuplicates: true,
    });
    return ok({ id });
  });
}
