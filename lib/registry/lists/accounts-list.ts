import 'server-only';
import { whereFor } from '@/lib/access/abilities';
import { ACTOR_ROLES, type Actor } from '@/lib/access/actor';
import { scopeOfGrant } from '@/lib/auth/staff-session-rules';
import { now } from '@/lib/core/clock';
import { dateInShanghai, fromDbDate } from '@/lib/core/dates';
import { uuidOfTime } from '@/lib/core/uuid';
import type { Prisma } from '@/lib/db/generated/client';
import type { Cells, Column, Entry } from '@/lib/registry/schema';
import { accountKey, accountProblem, accountProblems, personsOfFile, scopeCells } from './account-cell-rules';
import { givenBy, removeAccounts, writeAccounts } from './account-store';
import type { List } from './list';

const STATES = ['active', 'suspended'] as const;

const COLUMNS: readonly Column[] = [
  { key: 'userName', type: { kind: 'text', most: 32 }, required: true },
  { key: 'accountPerson', type: { kind: 'text', most: 40 }, required: true },
  { key: 'accountRole', type: { kind: 'choice', choices: 'role', values: ACTOR_ROLES }, required: true },
  { key: 'roleDistrict', type: { kind: 'reference', to: 'district' } },
  { key: 'roleCentre', type: { kind: 'reference', to: 'centre' } },
  { key: 'roleAlliance', type: { kind: 'reference', to: 'alliance' } },
  { key: 'roleExpert', type: { kind: 'reference', to: 'expert' } },
  { key: 'roleTrainee', type: { kind: 'reference', to: 'trainee' } },
  { key: 'roleFrom', type: { kind: 'date' } },
  { key: 'roleTo', type: { kind: 'date' } },
  { key: 'accountState', type: { kind: 'choice', choices: 'account_state', values: STATES }, standard: 'active' },
  { key: 'accountReason', type: { kind: 'text', most: 200 } },
];

const LIVING = {
  state: { in: ['requested', 'active'] },
  account: { is: { status: { not: 'left' } } },
} as const satisfies Prisma.RoleGrantWhereInput;

/** A district takes out what it may change; what others of its district hold is on the page of accounts. */
function mine(actor: Actor, action: 'update' | 'export') {
  return whereFor(actor, actor.role === 'district_officer' ? 'update' : action, 'RoleGrant');
}

/** A district's own roles, for the trail. */
function districtOf(grant: {
  centre: { districtCode: string } | null;
  trainee: { centre: { districtCode: string } } | null;
}) {
  return grant.centre?.districtCode ?? grant.trainee?.centre.districtCode ?? null;
}

const changed = (cells: Cells, before: Cells) =>
  COLUMNS.some(({ key }) => key !== 'accountReason' && (cells[key] ?? null) !== (before[key] ?? null));

const around: List['around'] = async (tx, actor, { rows }) => {
  const names = [...new Set(rows.flatMap(({ userName }) => userName?.normalize('NFKC').toLowerCase() ?? []))];
  const accounts = await tx.account.findMany({
    where: { userName: { in: names } },
    select: { id: true, userName: true, displayName: true, status: true },
  });
  const own = new Set(
    (
      await tx.account.findMany({
        where: { AND: [whereFor(actor, 'update', 'Account'), { userName: { in: names } }] },
        select: { id: true },
      })
    ).map(({ id }) => id),
  );
  const known = new Map(
    accounts.map(({ userName, status, ...account }) => [
      userName,
      { ...account, status, mine: own.has(account.id), left: status === 'left' },
    ]),
  );
  const present = await ACCOUNTS.read(tx, actor, 'update');
  const standing = new Map(present.map(({ cells }) => [accountKey(cells), cells]));
  const elsewhere = new Set(
    (await entriesOf(tx, { AND: [LIVING, { account: { is: { userName: { in: names } } } }] })).map(({ cells }) =>
      accountKey(cells),
    ),
  );
  const may = await givenBy(tx, actor, rows, accountKey);
  const today = dateInShanghai(now());
  const alike = personsOfFile();
  return {
    present,
    rules: {
      complete(given) {
        const cells: Cells = { ...given, userName: given.userName?.normalize('NFKC').toLowerCase() ?? null };
        const before = standing.get(accountKey(cells));
        if (!before) return { ...cells, roleFrom: today };
        const full = { ...cells, roleFrom: cells.roleFrom ?? before.roleFrom ?? null };
        // a word about nothing is no change
        return changed(full, before) ? full : { ...full, accountReason: before.accountReason ?? null };
      },
      check(cells, _, before) {
        const key = accountKey(cells);
        const checking = {
          ...{ actorId: actor.accountId, today, known: known.get(cells.userName ?? '') },
          ...{ mayGive: may.get(key) ?? false, hasRole: before === null && elsewhere.has(key) },
        };
        return [...accountProblems(cells, before, checking), ...alike(cells)];
      },
    },
  };
};

const WITH = {
  account: { select: { userName: true, displayName: true, status: true } },
  centre: { select: { districtCode: true } },
  trainee: { select: { centre: { select: { districtCode: true } } } },
} as const;

async function entriesOf(tx: Prisma.TransactionClient, where: Prisma.RoleGrantWhereInput): Promise<Entry[]> {
  const rows = await tx.roleGrant.findMany({
    where,
    include: WITH,
    orderBy: [{ account: { userName: 'asc' } }, { id: 'asc' }],
  });
  return rows.flatMap((row): Entry[] => {
    const scope = scopeOfGrant(row);
    if (!scope) return [];
    const { userName, displayName, status } = row.account;
    const cells = {
      ...{ userName, accountPerson: displayName, ...scopeCells(scope) },
      ...{ roleFrom: fromDbDate(row.validFrom), roleTo: row.validTo && fromDbDate(row.validTo) },
      ...{ accountState: status, accountReason: row.reason, district: districtOf(row) },
    };
    return [{ id: row.id, cells }];
  });
}

/** Who may sign in, in which role and for whom (账号): a row for each role; never a password or a link. */
export const ACCOUNTS: List = {
  name: 'accounts',
  model: 'RoleGrant',
  mostRows: 500,
  objectType: 'RoleGrant',
  scopeColumn: 'userName',
  columns: COLUMNS,
  labelOf: ({ accountPerson, userName }) => [accountPerson, userName].filter(Boolean).join(' '),
  keyOf: accountKey,
  keyIsUnique: true,
  newId: () => uuidOfTime(now()),
  near: null,
  fixed: ['roleFrom'],
  // without what stands around it, no row is sound
  check: (cells) => [accountProblem('userName', 'unknown', cells.userName ?? null)],
  complete: (cells) => cells,
  around,

  read: (tx, actor, action, ids) =>
    entriesOf(tx, { AND: [mine(actor, action), LIVING, ids ? { id: { in: [...ids] } } : {}] }),
  count: (tx, actor) => tx.roleGrant.count({ where: { AND: [mine(actor, 'export'), LIVING] } }),
  taken: async (tx, ids) =>
    (await tx.roleGrant.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id),
  // whose role it is, is among what an officer may give
  inScope: ({ role }) => role === 'city_officer' || role === 'district_officer',
  write: writeAccounts,
  remove: removeAccounts,

  // whoever has chosen a password has begun; from then on a role ends by hand
  async inUse(tx, ids) {
    const used = await tx.roleGrant.findMany({
      where: {
        id: { in: [...ids] },
        OR: [
          { staffSessions: { some: {} } },
          { account: { is: { OR: [{ passwordHash: { not: null } }, { lastSignInAt: { not: null } }] } } },
        ],
      },
      select: { id: true },
    });
    return used.map(({ id }) => id);
  },
};
