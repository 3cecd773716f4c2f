import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { changeAccountIn, createAccountIn, resumedFor, suspendedFor } from '@/lib/auth/account-changes';
import { addGrant, closeGrant, hasGrant, mayGive } from '@/lib/auth/grants';
import { createAccountSchema } from '@/lib/auth/schema';
import { now } from '@/lib/core/clock';
import { fromDbDate } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import type { Prisma } from '@/lib/db/generated/client';
import type { Cells, Entry } from '@/lib/registry/schema';
import { scopeIn } from './account-cell-rules';
import { NoLongerSound } from './list';

// Accounts are written by the commands by which officers make and change them one by one, in the transaction of the import.

type Client = Prisma.TransactionClient;

const person = createAccountSchema.pick({ userName: true, displayName: true });

/** What the commands refuse had changed since the file was checked. */
function orEnd(entry: Entry, result: Pick<Result<unknown>, 'ok'>): void {
  if (!result.ok) throw new NoLongerSound([{ label: entry.cells.accountPerson ?? entry.id }]);
}

async function give(tx: Client, actor: Actor, entry: Entry, instant: Date): Promise<void> {
  const { id: grantId, cells } = entry;
  const { userName, displayName } = person.parse({ userName: cells.userName, displayName: cells.accountPerson });
  const grant = scopeIn(cells);
  const reason = cells.accountReason ?? undefined;
  if (!grant) return orEnd(entry, { ok: false });
  const known = await tx.account.findUnique({ where: { userName }, select: { id: true } });
  if (!known)
    return orEnd(
      entry,
      await createAccountIn(tx, actor, { userName, phone: null, displayName, grant, grantId, reason }, instant),
    );
  const mine = await tx.account.count({
    where: { AND: [whereFor(actor, 'update', 'Account'), { id: known.id, status: { not: 'left' } }] },
  });
  const may = mine > 0 && known.id !== actor.accountId && (await mayGive(tx, actor, grant));
  orEnd(entry, { ok: may && !(await hasGrant(tx, known.id, grant)) });
  await addGrant(tx, actor, { id: grantId, accountId: known.id, scope: grant, label: displayName, reason }, instant);
}

const STANDING = { account: { select: { id: true, displayName: true, status: true } } } as const;
type Standing = Prisma.RoleGrantGetPayload<{ include: typeof STANDING }>;

async function changePerson(tx: Client, actor: Actor, entry: Entry, { account }: Standing, instant: Date) {
  const { accountPerson, accountState, accountReason } = entry.cells;
  const { displayName } = person.pick({ displayName: true }).parse({ displayName: accountPerson });
  const at = { accountId: account.id };
  if (displayName !== account.displayName)
    orEnd(
      entry,
      await changeAccountIn(tx, actor, at, async () => ({ event: 'account.changed', data: { displayName } }), instant),
    );
  if (accountState === account.status) return;
  const reason = accountReason ?? '';
  orEnd(entry, { ok: reason.length > 1 });
  const decide = accountState === 'suspended' ? suspendedFor(reason) : resumedFor(reason);
  orEnd(entry, await changeAccountIn(tx, actor, at, decide, instant));
}

/** Gives, changes and ends roles as rows say; whoever works in a role that ends is signed out. */
export async function writeAccounts(tx: Client, entries: readonly Entry[], actor: Actor): Promise<void> {
  const instant = now();
  for (const entry of entries) {
    // read anew each time: an earlier row may have changed the person
    const standing = await tx.roleGrant.findFirst({
      where: { AND: [whereFor(actor, 'update', 'RoleGrant'), { id: entry.id }] },
      include: STANDING,
    });
    if (!standing) {
      await give(tx, actor, entry, instant);
      continue;
    }
    orEnd(entry, { ok: standing.accountId !== actor.accountId });
    await changePerson(tx, actor, entry, standing, instant);
    const { roleTo, accountReason, accountPerson } = entry.cells;
    if (!roleTo || roleTo === (standing.validTo && fromDbDate(standing.validTo))) continue;
    const said = { label: accountPerson ?? '', reason: accountReason ?? '' };
    orEnd(entry, { ok: await closeGrant(tx, actor, standing, said, instant) });
  }
}

/** Takes roles away that nobody has used, and the accounts that were made for them. */
export async function removeAccounts(tx: Client, ids: readonly string[]): Promise<void> {
  const where = { id: { in: [...ids] } };
  const accounts = (await tx.roleGrant.findMany({ where, select: { accountId: true } })).map(
    ({ accountId }) => accountId,
  );
  await tx.roleGrant.deleteMany({ where });
  const unused = { id: { in: accounts }, passwordHash: null, oidcSubject: null, grants: { none: {} } };
  await tx.oneTimeLink.deleteMany({ where: { account: { is: unused } } });
  await tx.account.deleteMany({ where: unused });
}

/** The roles that the officer may give, of those that rows name; by the row's key. */
export async function givenBy(
  tx: Client,
  actor: Actor,
  rows: readonly Cells[],
  keyOf: (cells: Cells) => string | null,
) {
  const may = new Map<string | null, boolean>();
  for (const cells of rows) {
    const [key, scope] = [keyOf(cells), scopeIn(cells)];
    if (key !== null && scope && !may.has(key)) may.set(key, await mayGive(tx, actor, scope));
  }
  return may;
}
