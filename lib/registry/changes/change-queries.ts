import 'server-only';
import { z } from 'zod';
import { mayI, whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { fromDbDate } from '@/lib/core/dates';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Reader } from '@/lib/registry/files/export';
import { shownCell } from '@/lib/registry/files/words-rules';
import { facilityProblems } from '@/lib/registry/lists/facility-rules';
import { readReferences } from '@/lib/registry/rows/references';
import { KNOWN_COLUMNS, PROFILE_COLUMNS } from './change-form';
import { readProfile } from './change-profile';
import { keysOf, moved, movedMetres, movedSince } from './change-rules';
import {
  type ChangeFilter,
  type ChangeListed,
  type ChangePage,
  type ChangeSeen,
  type ChangeState,
  profilePartSchema,
} from './change-schema';
import { closingSeen } from './closing-queries';

// Requests for changes of profiles, as centres, districts and those who look on see them.

const PAGE = 30;
const NAMES = { name: true, nameEn: true } as const;
const COLUMNS = {
  ...{ id: true, state: true, kind: true, after: true, effectiveOn: true, proposedByName: true, changedAt: true },
  facility: { select: { id: true, ...NAMES, district: { select: NAMES } } },
} as const satisfies Prisma.ChangeRequestSelect;

function listedOf({
  after,
  effectiveOn,
  ...row
}: Prisma.ChangeRequestGetPayload<{ select: typeof COLUMNS }>): ChangeListed {
  return { ...row, keys: keysOf(profilePartSchema.parse(after)), effectiveOn: fromDbDate(effectiveOn) };
}

/** Requests of the actor's scope, the latest moved first, thirty at a time. */
export async function listChanges(actor: Actor, { state, after }: ChangeFilter): Promise<ChangePage> {
  const scope = whereFor(actor, 'read', 'ChangeRequest');
  const last = after
    ? await db().changeRequest.findFirst({
        where: { AND: [scope, { id: after }] },
        select: { id: true, changedAt: true },
      })
    : null;
  const further = last
    ? [{ OR: [{ changedAt: { lt: last.changedAt } }, { changedAt: last.changedAt, id: { lt: last.id } }] }]
    : [];
  const rows = await db().changeRequest.findMany({
    where: { AND: [scope, ...(state ? [{ state }] : []), ...further] },
    select: COLUMNS,
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  });
  const changes = rows.slice(0, PAGE).map(listedOf);
  return { changes, next: rows.length > PAGE ? (changes.at(-1)?.id ?? null) : null };
}

/** Requests that wait for the actor: returned ones for a centre, proposed ones for a district; the oldest first. */
export async function listWaitingChanges(
  actor: Actor,
  size: number,
): Promise<{ count: number; changes: ChangeListed[]; state: ChangeState }> {
  const decides = mayI(actor, 'approve', 'ChangeRequest');
  const state = decides ? 'proposed' : 'returned';
  const where = { AND: [whereFor(actor, decides ? 'approve' : 'update', 'ChangeRequest'), { state } as const] };
  const [count, rows] = await Promise.all([
    db().changeRequest.count({ where }),
    db().changeRequest.findMany({ where, select: COLUMNS, orderBy: { changedAt: 'asc' }, take: size }),
  ]);
  return { count, changes: rows.map(listedOf), state };
}

async function mayOn(actor: Actor, action: 'update' | 'approve', id: string): Promise<boolean> {
  return (await db().changeRequest.count({ where: { AND: [whereFor(actor, action, 'ChangeRequest'), { id }] } })) > 0;
}

/** A request of the actor's scope with before and after, side by side, and everything that was done with it. */
export async function getChange(actor: Actor, id: string, { locale, words }: Reader): Promise<ChangeSeen | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().changeRequest.findFirst({
    where: { AND: [whereFor(actor, 'read', 'ChangeRequest'), { id }] },
    select: {
      ...COLUMNS,
      ...{ before: true, closing: true, reason: true, version: true, proposedAt: true, fileName: true, fileSize: true },
      steps: {
        select: { kind: true, text: true, byName: true, at: true, version: true },
        orderBy: [{ version: 'asc' }],
      },
    },
  });
  if (!row) return null;
  const { before: kept, closing, reason, version, proposedAt, fileName, fileSize, steps, ...listed } = row;
  const [before, after] = [profilePartSchema.parse(kept), profilePartSchema.parse(row.after)];
  const [present, references, edits, decides] = await Promise.all([
    readProfile(db(), row.facility.id),
    readReferences(db(), KNOWN_COLUMNS),
    mayOn(actor, 'update', id),
    mayOn(actor, 'approve', id),
  ]);
  const open = moved(row.state, 'withdraw') !== null;
  const elsewhere = open ? movedSince(before, present) : [];
  const shown = (key: string, value: string | null | undefined) => {
    const column = PROFILE_COLUMNS.find((one) => one.key === key);
    return column ? shownCell(column, value ?? null, locale, words, references) : '';
  };
  const cells = keysOf(after).map((key) => ({
    key,
    ...{ before: shown(key, before[key]), after: shown(key, after[key]) },
    present: elsewhere.includes(key) ? shown(key, present[key]) : null,
  }));
  const problems = open && row.kind === 'profile' ? facilityProblems({ ...present, ...after }, references) : [];
  return {
    ...listedOf(listed),
    ...{ version, reason, proposedAt, cells, steps },
    movedMetres: movedMetres(before, after, present),
    closing: row.kind === 'profile' ? null : await closingSeen({ ...row, kind: row.kind, closing }),
    warnings: problems.map(({ column, code }) => ({ key: column, problem: code })),
    evidence: fileName && fileSize !== null ? { fileName, bytes: fileSize } : null,
    mayEdit: edits && moved(row.state, 'resubmit') !== null,
    mayWithdraw: edits && open,
    mayDecide: decides && moved(row.state, 'approve') !== null,
    mayReturn: decides && moved(row.state, 'return') !== null,
  };
}
