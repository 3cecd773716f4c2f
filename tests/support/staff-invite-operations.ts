import { randomUUID } from 'node:crypto';
import { sendInvitations } from '@/app/[locale]/(workspace)/registry/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { inviteImported } from '@/lib/registry/imports/invite-commands';
import { Missing } from './next-stand-ins';
import type { Need, StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// The invitations of those whom an import of accounts has brought.

/** An applied import of accounts that has brought a clerk of the target's centre. */
async function clerkBrought({ db }: StaffWorld, { centreId, districtCode }: Target) {
  const name = randomUUID().slice(0, 8);
  const at = new Date();
  const { grants } = await db.account.create({
    data: {
      ...{ userName: `brought.${name}`, displayName: '新来的人' },
      grants: { create: { role: 'centre_clerk', centreId, validFrom: at, state: 'active', source: 'command_line' } },
    },
    select: { grants: { select: { id: true } } },
  });
  const row = await db.listImport.create({
    data: {
      ...{ list: 'accounts', districtCode, status: 'applied', fileName: '账号.xlsx', fileHash: '0'.repeat(64) },
      ...{ datum: 'wgs84', columns: [{ header: '用户名', key: 'userName' }], rowCount: 1, unmentioned: 0 },
      ...{ accountId: 'x', madeBy: '测试', checkedAt: at, appliedAt: at },
      rows: {
        create: {
          ...{
            line: 2,
            outcome: 'added',
            label: name,
            objectId: grants[0]?.id,
            raw: [name],
            problems: [],
            candidates: [],
          },
          after: { userName: `brought.${name}` },
        },
      },
    },
  });
  return { importId: row.id, version: row.version };
}
const INVITE: readonly Need[] = [
  ['update', 'ListImport'],
  ['update', 'Account'],
];

export const inviteOperations: readonly StaffOperation[] = [
  {
    name: 'inviteImported',
    needs: INVITE,
    run: async (world, actor, target) => (await inviteImported(actor, await clerkBrought(world, target))).ok,
  },
  {
    name: 'sendInvitations',
    needs: INVITE,
    run: async (world, _, target) => {
      const { importId, version } = await clerkBrought(world, target);
      const form = new FormData();
      form.set('importId', importId);
      form.set('version', String(version));
      try {
        return (await sendInvitations(FRESH_FORM, form)).once !== undefined;
      } catch (end) {
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
];
