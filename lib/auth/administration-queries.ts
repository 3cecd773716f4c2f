import 'server-only';
import { mayIOn, whereFor } from '@/lib/access/abilities';
import type { Actor, ActorRole } from '@/lib/access/actor';
import { now } from '@/lib/core/clock';
import { db } from '@/lib/db/client';
import { rolesToGive } from './account-rules';
import { userNameSchema } from './schema';
import { IDLE_SECONDS } from './staff-session-rules';
import type { ScopeChoices, StaffSessionSeen } from './views-schema';

// What the forms of administration offer an officer, always inside the officer's own scope.

type Named = { name: string; nameEn: string };
type Row = { id: string; named: Named; group: Named };

function grouped(rows: readonly Row[]): ScopeChoices {
  const groups = new Map<string, { group: Named; choices: ScopeChoices[number]['choices'] }>();
  for (const { id, named, group } of rows) {
    const known = groups.get(group.name) ?? { group, choices: [] };
    known.choices.push({ value: id, name: named.name, nameEn: named.nameEn });
    groups.set(group.name, known);
  }
  return [...groups.values()];
}

const NAMES = { name: true, nameEn: true } as const;
const NO_GROUP: Named = { name: '', nameEn: '' };

async function centreRows(actor: Actor): Promise<Row[]> {
  const rows = await db().communityCentre.findMany({
    where: whereFor(actor, 'read', 'CommunityCentre'),
    select: { facilityId: true, facility: { select: { ...NAMES, district: { select: NAMES } } } },
    orderBy: { facilityId: 'asc' },
  });
  return rows.map(({ facilityId, facility }) => ({ id: facilityId, named: facility, group: facility.district }));
}

async function expertRows(actor: Actor): Promise<Row[]> {
  const rows = await db().expert.findMany({
    where: { AND: [whereFor(actor, 'read', 'Expert'), { active: true }] },
    select: { id: true, ...NAMES, hospital: { select: { facility: { select: NAMES } } } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, hospital, ...named }) => ({ id, named, group: hospital.facility }));
}

async function traineeRows(actor: Actor): Promise<Row[]> {
  const rows = await db().traineeDoctor.findMany({
    where: { AND: [whereFor(actor, 'read', 'TraineeDoctor'), { active: true }] },
    select: { id: true, ...NAMES, centre: { select: { facility: { select: NAMES } } } },
    orderBy: [{ centreId: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, centre, ...named }) => ({ id, named, group: centre.facility }));
}

async function codeRows(role: 'alliance_officer' | 'district_officer'): Promise<Row[]> {
  const select = { code: true, ...NAMES } as const;
  const orderBy = { code: 'asc' } as const;
  const rows =
    role === 'alliance_officer'
      ? await db().alliance.findMany({ where: { kind: 'regional' }, select, orderBy })
      : await db().district.findMany({ select, orderBy });
  return rows.map(({ code, ...named }) => ({ id: code, named, group: NO_GROUP }));
}

/** Centres of the actor's scope, by district: to narrow a list of accounts down. */
export async function listCentreChoices(actor: Actor): Promise<ScopeChoices> {
  return grouped(await centreRows(actor));
}

/**
 * The places or people for which the actor may give a role; one nameless group where there is nothing to group by.
 * @returns null when the role is not the actor's to give, an empty list for roles without a scope
 */
export async function listScopeChoices(actor: Actor, role: ActorRole): Promise<ScopeChoices | null> {
  if (!rolesToGive(actor.role).includes(role)) return null;
  switch (role) {
    case 'centre_clerk':
      return grouped(await centreRows(actor));
    case 'expert':
      return grouped(await expertRows(actor));
    case 'trainee':
      return grouped(await traineeRows(actor));
    case 'alliance_officer':
    case 'district_officer':
      return grouped(await codeRows(role));
    case 'city_officer':
    case 'auditor':
      return [];
  }
}

/** The account of a user name that the actor may change: to hand something over to. Null when there is none. */
export async function findAccountByUserName(actor: Actor, text: string): Promise<string | null> {
  const parsed = userNameSchema.safeParse(text);
  if (!parsed.success) return null;
  const account = await db().account.findFirst({
    where: { AND: [whereFor(actor, 'update', 'Account'), { userName: parsed.data, status: { not: 'left' } }] },
    select: { id: true },
  });
  return account?.id ?? null;
}

/** Browsers signed in with an account, the latest first; null for whoever may not see those of others. */
export async function listAccountStaffSessions(actor: Actor, accountId: string): Promise<StaffSessionSeen[] | null> {
  if (!mayIOn(actor, 'read', 'StaffSession', { accountId })) return null;
  const instant = now();
  const rows = await db().staffSession.findMany({
    where: {
      AND: [
        whereFor(actor, 'read', 'StaffSession'),
        {
          accountId,
          endedAt: null,
          expiresAt: { gt: instant },
          lastSeenAt: { gt: new Date(instant.getTime() - IDLE_SECONDS * 1000) },
        },
      ],
    },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  });
  return rows.map((row) => ({ ...row, thisOne: row.id === actor.staffSessionId }));
}
