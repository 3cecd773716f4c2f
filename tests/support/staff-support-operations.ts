import {
  sendSupport,
  sendSupportAnswer,
  sendSupportComment,
  sendSupportPassing,
  sendSupportTaking,
} from '@/app/[locale]/(workspace)/feedback/support/actions';
import { type FormAction, FRESH_FORM } from '@/components/ui/form-state';
import { askSupport, commentOnSupport } from '@/lib/directory/support-commands';
import { answerSupport, passSupportOn, takeSupport } from '@/lib/directory/support-office-commands';
import { getSupportRequest, listSupport, listSupportDue } from '@/lib/directory/support-queries';
import { supportFilterSchema } from '@/lib/directory/support-schema';
import { Led, Missing } from './next-stand-ins';
import { type Need, REASON, type StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';
import { supportRow } from './support-row';

// What staff ask offices for. The target is a request of the target's district to its district officer.

const READ: readonly Need[] = [['read', 'SupportRequest']];
const ANSWER: readonly Need[] = [['update', 'SupportRequest']];

async function requestOf({ db }: StaffWorld, { districtCode }: Target) {
  return await db.supportRequest.create({ data: supportRow({ districtCode }) });
}

/** The id of the request that a form leads to; null when it leads nowhere. */
async function led(action: FormAction, fields: Record<string, string>): Promise<string | null> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    await action(FRESH_FORM, form);
    return null;
  } catch (end) {
    if (end instanceof Led) return /^\/feedback\/support\/([^?]+)/.exec(end.to)?.[1] ?? null;
    if (end instanceof Missing) return null;
    throw end;
  }
}

async function askedBy({ db }: StaffWorld, { accountId }: Target, id: string | null): Promise<boolean> {
  return id !== null && (await db.supportRequest.count({ where: { id, askedById: accountId } })) > 0;
}

/** A form about a request of the target. */
const formOperation = (name: string, action: FormAction, fields: Record<string, string>): StaffOperation => ({
  name,
  needs: ANSWER,
  run: async (world, _, target) => {
    const { id } = await requestOf(world, target);
    return (await led(action, { id, version: '1', ...fields })) === id;
  },
});

export const supportOperations: readonly StaffOperation[] = [
  {
    name: 'askSupport',
    needs: 'self',
    run: async (world, actor, target) => {
      const asked = await askSupport(actor, { kind: 'other', month: '', text: REASON });
      return asked.ok && (await askedBy(world, target, asked.value.id));
    },
  },
  {
    name: 'sendSupport',
    needs: 'self',
    run: async (world, _, target) =>
      await askedBy(world, target, await led(sendSupport, { kind: 'access_reset', text: REASON })),
  },
  {
    name: 'listSupport',
    needs: READ,
    run: async (world, actor, target) => {
      const { id } = await requestOf(world, target);
      // requests grow with the matrix, so the list is read to its end
      for (let after: string | null = null; ; ) {
        const page = await listSupport(actor, supportFilterSchema.parse({ after }));
        if (page.requests.some((request) => request.id === id)) return true;
        if (page.next === null) return false;
        after = page.next;
      }
    },
  },
  {
    name: 'getSupportRequest',
    needs: READ,
    run: async (world, actor, target) => (await getSupportRequest(actor, (await requestOf(world, target)).id)) !== null,
  },
  {
    name: 'listSupportDue',
    needs: ANSWER,
    run: async (world, actor, target) => {
      const { id } = await requestOf(world, target);
      return (await listSupportDue(actor, 10_000)).waiting.requests.some((request) => request.id === id);
    },
  },
  {
    name: 'commentOnSupport',
    needs: ANSWER,
    run: async (world, actor, target) =>
      (await commentOnSupport(actor, { id: (await requestOf(world, target)).id, text: REASON })).ok,
  },
  {
    name: 'takeSupport',
    needs: ANSWER,
    run: async (world, actor, target) =>
      (await takeSupport(actor, { id: (await requestOf(world, target)).id, version: 1 })).ok,
  },
  {
    name: 'passSupportOn',
    needs: ANSWER,
    run: async (world, actor, target) =>
      (await passSupportOn(actor, { id: (await requestOf(world, target)).id, version: 1, text: REASON })).ok,
  },
  {
    name: 'answerSupport',
    needs: ANSWER,
    run: async (world, actor, target) => {
      const { id } = await requestOf(world, target);
      return (await answerSupport(actor, { id, version: 1, outcome: 'done', text: REASON })).ok;
    },
  },
  formOperation('sendSupportComment', sendSupportComment, { text: REASON }),
  formOperation('sendSupportTaking', sendSupportTaking, {}),
  formOperation('sendSupportPassing', sendSupportPassing, { text: REASON }),
  formOperation('sendSupportAnswer', sendSupportAnswer, { outcome: 'declined', text: REASON }),
];
