import { listAccountHistory, listAuditEvents, listObjectHistory } from '@/lib/audit/queries';
import { makeAccessLink, unlockAccount } from '@/lib/auth/access-reset-commands';
import {
  countAccountsToRecertify,
  getAccount,
  listAccounts,
  listAccountsToRecertify,
  listGrantRequests,
} from '@/lib/auth/account-queries';
import {
  changeAccount,
  createAccount,
  linkSingleSignOn,
  markAsLeft,
  recertifyAccount,
  resumeAccount,
  suspendAccount,
} from '@/lib/auth/accounts-commands';
import {
  findAccountByUserName,
  listAccountStaffSessions,
  listCentreChoices,
  listScopeChoices,
} from '@/lib/auth/administration-queries';
import { approveGrant, endGrant, giveGrant, handOverGrant, rescopeGrant } from '@/lib/auth/grants-commands';
import { endOwnStaffSession, switchRole } from '@/lib/auth/own-account-commands';
import { accountFilterSchema } from '@/lib/auth/schema';
import type { AccountPage, ScopeChoices } from '@/lib/auth/views-schema';
import type { Result } from '@/lib/core/result';
import { FIXED_NOW } from './fixed-clock';
import { freshName, type Need, REASON, type StaffOperation } from './staff-operation';
import type { Target } from './staff-world';

// Accounts with their roles and links, and the trail of what was done.

const UPDATE: readonly Need[] = [['update', 'Account']];
const GIVE: readonly Need[] = [
  ['update', 'Account'],
  ['create', 'RoleGrant'],
];
const worked = (result: Result<unknown>) => result.ok;
const clerkOf = (centreId: string) => ({ role: 'centre_clerk', centreId }) as const;
const onAccount = ({ accountId, version }: Target) => ({ accountId, version, reason: REASON });
const onGrant = ({ grantId }: Target) => ({ grantId, version: 1, reason: REASON });
const isIn = ({ accounts }: AccountPage, { accountId }: Target) => accounts.some(({ id }) => id === accountId);
const offers = (choices: ScopeChoices | null, value: string) =>
  (choices ?? []).some((group) => group.choices.some((choice) => choice.value === value));

const queries: StaffOperation[] = [
  {
    name: 'listAccounts',
    needs: [['read', 'Account']],
    run: async (_, actor, target) =>
      isIn(await listAccounts(actor, accountFilterSchema.parse({ text: target.userName })), target),
  },
  {
    name: 'listAccountsToRecertify',
    needs: UPDATE,
    run: async (_, actor, target) => {
      // the target is the latest of many, so the list is read to its end
      for (let after: string | null = null; ; ) {
        const page = await listAccountsToRecertify(actor, after);
        if (isIn(page, target)) return true;
        if (page.next === null) return false;
        after = page.next;
      }
    },
  },
  {
    name: 'countAccountsToRecertify',
    needs: UPDATE,
    run: async ({ db }, actor, { accountId }) => {
      const before = await countAccountsToRecertify(actor);
      await db.account.update({ where: { id: accountId }, data: { createdAt: new Date(FIXED_NOW) } });
      return (await countAccountsToRecertify(actor)) === before - 1;
    },
  },
  {
    name: 'getAccount',
    needs: [['read', 'Account']],
    run: async (_, actor, { accountId }) => (await getAccount(actor, accountId)) !== null,
  },
  {
    name: 'listGrantRequests',
    needs: [['approve', 'RoleGrant']],
    run: async (world, actor, target) => {
      const { grantId } = await world.requestFor(target);
      const found = (await listGrantRequests(actor)).some(({ id }) => id === grantId);
      await world.db.roleGrant.update({ where: { id: grantId }, data: { state: 'declined', endedAt: new Date() } });
      return found;
    },
  },
  {
    name: 'listCentreChoices',
    needs: [['read', 'CommunityCentre']],
    run: async (_, actor, { centreId }) => offers(await listCentreChoices(actor), centreId),
  },
  {
    name: 'listScopeChoices',
    needs: [['create', 'RoleGrant']],
    run: async (_, actor, { centreId }) => offers(await listScopeChoices(actor, 'centre_clerk'), centreId),
  },
  {
    name: 'findAccountByUserName',
    needs: UPDATE,
    run: async (_, actor, { userName, accountId }) => (await findAccountByUserName(actor, userName)) === accountId,
  },
  {
    name: 'listAccountStaffSessions',
    needs: [['read', 'StaffSession']],
    run: async (_, actor, { accountId }) => ((await listAccountStaffSessions(actor, accountId)) ?? []).length > 0,
  },
  {
    name: 'listAuditEvents',
    needs: [['read', 'AuditEvent']],
    run: async (_, actor, { accountId }) => {
      const page = await listAuditEvents(actor, { object: accountId });
      return page.ok && page.value.entries.some(({ object }) => object.id === accountId);
    },
  },
  {
    name: 'listAccountHistory',
    needs: [['read', 'AuditEvent']],
    run: async (_, actor, { accountId }) => {
      const page = await listAccountHistory(actor, accountId);
      return page.ok && page.value.entries.length > 0;
    },
  },
  {
    name: 'listObjectHistory',
    needs: [['read', 'AuditEvent']],
    run: async (_, actor, { accountId }) => {
      const page = await listObjectHistory(actor, { type: 'Account', id: accountId });
      return page.ok && page.value.entries.length > 0;
    },
  },
];

const commands: StaffOperation[] = [
  {
    name: 'createAccount',
    needs: [['create', 'RoleGrant']],
    run: async (_, actor, { centreId }) =>
      worked(
        await createAccount(actor, { userName: freshName(), phone: '', displayName: '新人', grant: clerkOf(centreId) }),
      ),
  },
  {
    name: 'changeAccount',
    needs: UPDATE,
    run: async (_, actor, target) =>
      worked(await changeAccount(actor, { ...onAccount(target), phone: '', displayName: '改名' })),
  },
  {
    name: 'suspendAccount',
    needs: UPDATE,
    run: async (_, actor, target) => worked(await suspendAccount(actor, onAccount(target))),
  },
  {
    name: 'resumeAccount',
    needs: UPDATE,
    run: async (world, actor, target) => {
      await world.suspended(target);
      return worked(await resumeAccount(actor, onAccount(target)));
    },
  },
  {
    name: 'markAsLeft',
    needs: UPDATE,
    run: async (_, actor, target) => worked(await markAsLeft(actor, onAccount(target))),
  },
  {
    name: 'recertifyAccount',
    needs: UPDATE,
    run: async (_, actor, target) => worked(await recertifyAccount(actor, onAccount(target))),
  },
  {
    name: 'linkSingleSignOn',
    needs: UPDATE,
    run: async (_, actor, target) => worked(await linkSingleSignOn(actor, { ...onAccount(target), subject: '' })),
  },
  {
    name: 'makeAccessLink',
    needs: UPDATE,
    run: async (_, actor, target) => worked(await makeAccessLink(actor, { ...onAccount(target), purpose: 'password' })),
  },
  {
    name: 'unlockAccount',
    needs: UPDATE,
    run: async (_, actor, target) => worked(await unlockAccount(actor, onAccount(target))),
  },
  {
    name: 'giveGrant',
    needs: GIVE,
    run: async (_, actor, target) =>
      worked(await giveGrant(actor, { ...onAccount(target), grant: clerkOf(target.otherCentreId) })),
  },
  {
    name: 'approveGrant',
    needs: [['approve', 'RoleGrant']],
    run: async (world, actor, target) =>
      worked(await approveGrant(actor, { ...(await world.requestFor(target)), reason: REASON })),
  },
  {
    name: 'endGrant',
    needs: [['update', 'RoleGrant']],
    run: async (_, actor, target) => worked(await endGrant(actor, onGrant(target))),
  },
  {
    name: 'rescopeGrant',
    needs: [['update', 'RoleGrant']],
    run: async (_, actor, target) =>
      worked(await rescopeGrant(actor, { ...onGrant(target), grant: clerkOf(target.otherCentreId) })),
  },
  {
    name: 'handOverGrant',
    needs: GIVE,
    run: async (world, actor, target) => {
      const successor = await world.successorOf(target);
      return worked(await handOverGrant(actor, { ...onGrant(target), toAccountId: successor.accountId }));
    },
  },
  {
    name: 'endOwnStaffSession',
    needs: 'self',
    run: async (_, actor, { staffSessionId }) => worked(await endOwnStaffSession(actor, staffSessionId)),
  },
  {
    name: 'switchRole',
    needs: 'self',
    run: async (_, actor, { grantId }) => worked(await switchRole(actor, grantId)),
  },
];

export const accountOperations: readonly StaffOperation[] = [...queries, ...commands];
