import 'server-only';
import { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { writeAudit } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { dateInShanghai, toDbDate } from '@/lib/core/dates';
import { err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import { judgeAll, readClinics } from './judge-clinics';
import { invalid } from './parse';
import { type ThresholdInput, thresholdInputSchema } from './threshold-input-schema';
import { listThresholds, versionOn } from './threshold-queries';
import type { ThresholdPreview } from './views-schema';
import { knownUntil } from './window-rules';

// A city officer changes the thresholds: first what would change is shown, then it is saved with a reason.

const reasonSchema = z
  .string()
  .trim()
  .min(2, { error: 'monitor.problem.text' })
  .max(1000, { error: 'monitor.problem.textLong' });
const saveSchema = z.object({
  values: thresholdInputSchema,
  reason: reasonSchema,
  version: z.coerce.number({ error: 'monitor.problem.field' }).int().min(1),
});

/** Which clinics would be judged otherwise today; INVALID for thresholds that are none. */
export async function previewThresholds(actor: Actor, input: ThresholdInput): Promise<Result<ThresholdPreview>> {
  if (!mayI(actor, 'create', 'MonitorThreshold')) return err({ code: 'NOT_FOUND' });
  const parsed = thresholdInputSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const values = parsed.data;
  const instant = now();
  const today = dateInShanghai(instant);
  const present = versionOn(await listThresholds(), today);
  const windowWeeks = Math.max(values.windowWeeks, present.values.windowWeeks);
  const knownAt = knownUntil(today, instant);
  const where = whereFor(actor, 'read', 'JointClinic');
  const read = await readClinics(
    db(),
    where,
    { from: today, to: today },
    { thresholds: { windowWeeks }, since: knownAt },
  );
  const after = new Map(judgeAll(read, today, knownAt, values).map((one) => [one.clinic.id, one]));
  const clinics = judgeAll(read, today, knownAt, present.values);
  const changes = clinics.flatMap(({ clinic, centre, district, state }) => {
    const then = after.get(clinic.id);
    return then && then.state !== state
      ? [{ clinic, centre, district, before: state, after: then.state, reasons: then.reasons }]
      : [];
  });
  return ok({ values, version: present.version, total: clinics.length, changes });
}

/**
 * Saves thresholds as a new version that holds from today on, with a reason.
 * @returns CONFLICT when somebody else has saved another version meanwhile
 */
export async function setThresholds(
  actor: Actor,
  input: { values: ThresholdInput; reason: string; version: string | number },
): Promise<Result<{ version: number }>> {
  if (!mayI(actor, 'create', 'MonitorThreshold')) return err({ code: 'NOT_FOUND' });
  const parsed = saveSchema.safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const { values, reason, version: seen } = parsed.data;
  const instant = now();
  return await db().$transaction(async (tx) => {
    const [before] = await tx.monitorThreshold.findMany({ orderBy: { version: 'desc' }, take: 1 });
    const stale = err({ code: 'CONFLICT', messageKey: 'monitor.problem.thresholdsStale' });
    if (before?.version !== seen) return stale;
    const version = seen + 1;
    const { count } = await tx.monitorThreshold.createMany({
      data: {
        ...{ version, values, reason, source: '市级管理人员', validFrom: toDbDate(dateInShanghai(instant)) },
        ...{ setById: actor.accountId, setByName: actor.displayName, setAt: instant },
      },
      // two officers at once: the database takes one
      skipDuplicates: true,
    });
    if (count === 0) return stale;
    await writeAudit(tx, actor, {
      event: 'monitorThreshold.set',
      object: { type: 'MonitorThreshold', id: String(version), label: String(version) },
      before: thresholdInputSchema.parse(before.values),
      after: values,
      reason,
    });
    return ok({ version });
  });
}
