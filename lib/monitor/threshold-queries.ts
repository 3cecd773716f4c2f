import 'server-only';
import { type CivilDate, fromDbDate, toDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { thresholdsSchema } from './schema';
import type { ThresholdVersion } from './views-schema';

// The thresholds are the same for everybody, and everybody who is judged by them may see them.

function versionOf({ setById: _, values, validFrom, ...row }: Prisma.MonitorThresholdGetPayload<object>) {
  return { ...row, validFrom: fromDbDate(validFrom), values: thresholdsSchema.parse(values) };
}

/** Every version of the thresholds, the latest first. */
export async function listThresholds(): Promise<ThresholdVersion[]> {
  return (await db().monitorThreshold.findMany({ orderBy: { version: 'desc' } })).map(versionOf);
}

/** The version by which a day is judged: the latest that holds on it, the first one before all. */
export function versionOn(versions: readonly ThresholdVersion[], day: CivilDate): ThresholdVersion {
  const found = versions.find(({ validFrom }) => validFrom <= day) ?? versions.at(-1);
  if (!found) throw new Error('There are no thresholds, although a migration brings the first ones');
  return found;
}

/** The thresholds by which a day is judged. */
export async function thresholdsOn(day: CivilDate): Promise<ThresholdVersion> {
  const row = await db().monitorThreshold.findFirst({
    where: { validFrom: { lte: toDbDate(day) } },
    orderBy: { version: 'desc' },
  });
  return row ? versionOf(row) : versionOn(await listThresholds(), day);
}
