import * as actions from '@/app/[locale]/(workspace)/accounts/actions';
import { GET } from '@/app/[locale]/(workspace)/audit/export/route';
import { type FormAction, FRESH_FORM } from '@/components/ui/form-state';
import { Led, Missing } from './next-stand-ins';
import { freshName, type Need, REASON, type StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// The forms and downloads of administration, called as Next calls them. The matrix stands in for the request: it answers
// requireActor() with the actor whose turn it is, and redirects and 404 pages become errors.

type Fields = Record<string, string>;

/** Fields as a browser sends them. */
export function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** True when the action did what it says: it led on, or showed a one-time link. */
export async function went(run: () => Promise<unknown>): Promise<boolean> {
  try {
    const state = await run();
    return typeof state === 'object' && state !== null && 'once' in state && state.once !== undefined;
  } catch (end) {
    if (end instanceof Led) return end.to.includes('done=');
    if (end instanceof Missing) return false;
    throw end;
  }
}

const send = async (action: FormAction, fields: Fields) => await went(() => action(FRESH_FORM, formOf(fields)));
const onAccount = ({ accountId, version }: Target): Fields => ({ accountId, version: String(version), reason: REASON });
const onGrant = ({ grantId, accountId }: Target): Fields => ({ grantId, accountId, version: '1', reason: REASON });

const UPDATE: readonly Need[] = [['update', 'Account']];
const GIVE: readonly Need[] = [...UPDATE, ['create', 'RoleGrant']];
const APPROVE: readonly Need[] = [['approve', 'RoleGrant']];
const CHANGE_ROLE: readonly Need[] = [['update', 'RoleGrant']];

function operation(
  name: string,
  needs: readonly Need[],
  call: (target: Target, world: StaffWorld) => Promise<boolean>,
): StaffOperation {
  return { name, needs, run: async (world, _, target) => await call(target, world) };
}

async function requested(world: StaffWorld, target: Target): Promise<Fields> {
  const { grantId, version } = await world.requestFor(target);
  return { grantId, version: String(version), accountId: target.accountId, reason: REASON };
}

export const actionOperations: readonly StaffOperation[] = [
  operation('sendNewAccount', [['create', 'RoleGrant']], ({ centreId }) =>
    send(actions.sendNewAccount, {
      userName: freshName(),
      phone: '',
      displayName: '新人',
      role: 'centre_clerk',
      scope: centreId,
    }),
  ),
  operation('sendAccountChange', UPDATE, (target) =>
    send(actions.sendAccountChange, { ...onAccount(target), phone: '', displayName: '改名' }),
  ),
  operation('sendSuspension', UPDATE, (target) => send(actions.sendSuspension, onAccount(target))),
  operation('sendResumption', UPDATE, async (target, world) => {
    await world.suspended(target);
    return await send(actions.sendResumption, onAccount(target));
  }),
  operation('sendLeaving', UPDATE, (target) => send(actions.sendLeaving, onAccount(target))),
  operation('sendUnlock', UPDATE, (target) => send(actions.sendUnlock, onAccount(target))),
  operation('sendAccessLink', UPDATE, (target) =>
    send(actions.sendAccessLink, { ...onAccount(target), purpose: 'second_factor' }),
  ),
  operation('sendSingleSignOn', UPDATE, (target) =>
    send(actions.sendSingleSignOn, { ...onAccount(target), subject: '' }),
  ),
  operation('sendRecertification', UPDATE, (target) =>
    went(() => actions.sendRecertification(formOf({ ...onAccount(target), from: 'list' }))),
  ),
  operation('sendRole', GIVE, (target) =>
    send(actions.sendRole, { ...onAccount(target), role: 'centre_clerk', scope: target.otherCentreId }),
  ),
  operation('sendRescope', CHANGE_ROLE, (target) =>
    send(actions.sendRescope, { ...onGrant(target), role: 'centre_clerk', scope: target.otherCentreId }),
  ),
  operation('sendHandOver', GIVE, async (target, world) => {
    const { userName } = await world.successorOf(target);
    return await send(actions.sendHandOver, { ...onGrant(target), toUserName: userName });
  }),
  operation('sendRoleEnd', CHANGE_ROLE, (target) => send(actions.sendRoleEnd, onGrant(target))),
  operation('sendApproval', APPROVE, async (target, world) =>
    send(actions.sendApproval, await requested(world, target)),
  ),
  operation('sendRefusal', APPROVE, async (target, world) => send(actions.sendRefusal, await requested(world, target))),
  operation('/audit/export', [['export', 'AuditEvent']], async ({ accountId }) => {
    const address = `http://portal.test/audit/export?object=${accountId}`;
    const params = Promise.resolve({ locale: 'zh-CN' });
    try {
      const answer = await GET(new Request(address), { params });
      return (await answer.text()).includes(accountId);
    } catch (end) {
      if (end instanceof Missing) return false;
      throw end;
    }
  }),
];
