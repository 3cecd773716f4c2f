import 'server-only';
import type { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import type { AuditEventInput } from '@/lib/audit/events';
import { auditRowOf } from '@/lib/audit/write-audit';
import { now } from '@/lib/core/clock';
import { type Err, err, ok, type Result } from '@/lib/core/result';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { hoursOfCentres } from './health-facts';
import { phoneProposal } from './health-rules';
import { fixSchema, PROFILE_KINDS } from './health-schema';

// Putting several entries right at once: all of those chosen that can be, in one transaction, or none.

type Client = Prisma.TransactionClient;
const SELECT = {
  ...{ id: true, name: true, version: true, updatedAt: true, phone: true, districtCode: true },
  serviceStation: { select: { centreId: true } },
  communityCentre: { select: { facilityId: true } },
  _count: { select: { openingHours: true } },
} as const satisfies Prisma.FacilitySelect;
type Chosen = Prisma.FacilityGetPayload<{ select: typeof SELECT }>;

/** What was done with one entry, as the trail tells it. */
type Told = { row: Chosen; event: 'facility.confirmed' | 'facility.corrected'; before?: object; after?: object };

const NOT_FOUND = err({ code: 'NOT_FOUND' });
const refused = (problem: string): Err =>
  err({
    code: problem === 'stale' ? 'CONFLICT' : 'INVALID',
    problems: [{ path: 'row', messageKey: `health.problem.${problem}` }],
  });

async function confirmAll(tx: Client, actor: Actor, rows: readonly Chosen[]): Promise<Told[]> {
  const by = { checkedById: actor.accountId, checkedByName: actor.displayName };
  const instant = now();
  for (const { id, updatedAt } of rows) {
    // what was looked at is the entry as it is, also where the clock that wrote it runs ahead of this one
    const check = { ...by, checkedAt: new Date(Math.max(updatedAt.getTime(), instant.getTime())) };
    await tx.facilityCheck.upsert({ where: { facilityId: id }, create: { facilityId: id, ...check }, update: check });
  }
  return rows.map((row) => ({ row, event: 'facility.confirmed' }));
}

async function change(tx: Client, { id, version }: Chosen, data: Prisma.FacilityUpdateManyMutationInput) {
  const { count } = await tx.facility.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 }, updatedAt: now() },
  });
  if (count === 0) throw new Moved();
}

/** Somebody changed an entry while the transaction ran. */
class Moved extends Error {}

async function takeHours(tx: Client, rows: readonly Chosen[]): Promise<Told[]> {
  const centres = await hoursOfCentres(tx, [...new Set(rows.flatMap((row) => row.serviceStation?.centreId ?? []))]);
  const told: Told[] = [];
  for (const row of rows) {
    const hours = centres.get(row.serviceStation?.centreId ?? '');
    if (!hours || row._count.openingHours > 0) continue;
    await change(tx, row, {});
    await tx.openingHours.createMany({ data: hours.rows.map((span) => ({ ...span, facilityId: row.id })) });
    told.push({ row, event: 'facility.corrected', before: { hours: null }, after: { hours: hours.text } });
  }
  return told;
}

async function normalisePhones(tx: Client, rows: readonly Chosen[]): Promise<Told[]> {
  const told: Told[] = [];
  for (const row of rows) {
    const phone = phoneProposal(row.phone);
    if (phone === null) continue;
    await change(tx, row, { phone });
    told.push({ row, event: 'facility.corrected', before: { phone: row.phone }, after: { phone } });
  }
  return told;
}

function eventOf({ row, event, before, after }: Told): AuditEventInput {
  const centreId = row.serviceStation?.centreId ?? row.communityCentre?.facilityId;
  return {
    event,
    object: { type: 'Facility', id: row.id, label: row.name },
    scope: { districtCode: row.districtCode, ...(centreId ? { centreId } : {}) },
    ...(before && after ? { before: { ...before }, after: { ...after } } : {}),
  };
}

/**
 * Confirms the chosen entries as right, lets stations without hours take those of their centre, or writes phones in the one
 * way in which they are kept; entries of which nothing can be told are left as they are.
 * @returns how many were put right; NOT_FOUND when one is out of scope, CONFLICT when one has changed since it was shown
 */
export async function fixFacilities(
  actor: Actor,
  input: z.input<typeof fixSchema>,
): Promise<Result<{ done: number; left: number }>> {
  if (!mayI(actor, 'create', 'FacilityCheck')) return NOT_FOUND;
  const parsed = fixSchema.safeParse(input);
  if (!parsed.success) return refused('choose');
  const { fix, rows: wanted } = parsed.data;
  if (fix !== 'confirm' && !mayI(actor, 'update', 'Facility')) return NOT_FOUND;
  const versions = new Map(wanted.map(({ id, version }) => [id, version]));
  try {
    return await db().$transaction(async (tx) => {
      const rows = await tx.facility.findMany({
        where: {
          AND: [
            whereFor(actor, fix === 'confirm' ? 'export' : 'update', 'Facility'),
            { id: { in: [...versions.keys()] }, kind: { in: [...PROFILE_KINDS] } },
          ],
        },
        select: SELECT,
        orderBy: { id: 'asc' },
      });
      if (rows.length < versions.size) return NOT_FOUND;
      if (rows.some(({ id, version }) => versions.get(id) !== version)) return refused('stale');
      const told =
        fix === 'confirm'
          ? await confirmAll(tx, actor, rows)
          : fix === 'hours'
            ? await takeHours(tx, rows)
            : await normalisePhones(tx, rows);
      await tx.auditInbox.createMany({ data: told.map((one) => auditRowOf(actor, eventOf(one))) });
      return ok({ done: told.length, left: rows.length - told.length });
    });
  } catch (error) {
    if (error instanceof Moved) return refused('stale');
    throw error;
  }
}
