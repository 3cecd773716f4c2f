import {
  sendChangeApproval,
  sendChangeReturn,
  sendChangeWithdrawal,
  sendProposal,
} from '@/app/[locale]/(workspace)/registry/changes/actions';
import { GET as getEvidence } from '@/app/[locale]/(workspace)/registry/changes/evidence/route';
import { type FormAction, FRESH_FORM } from '@/components/ui/form-state';
import type { CivilDate } from '@/lib/core/dates';
import { civilDate } from '@/lib/core/dates';
import { proposeChange, withdrawChange } from '@/lib/registry/changes/change-commands';
import { getChangeForm, listChangeFacilities } from '@/lib/registry/changes/change-form-queries';
import { getChange, listChanges, listWaitingChanges } from '@/lib/registry/changes/change-queries';
import { changeFilterSchema } from '@/lib/registry/changes/change-schema';
import { approveChange, returnChange } from '@/lib/registry/changes/decide-change-commands';
import { addEvidence, fetchEvidence } from '@/lib/registry/changes/evidence-commands';
import { Led, Missing } from './next-stand-ins';
import { REGISTRY_WORDS } from './registry-words';
import { closingOperations } from './staff-closing-operations';
import { type Need, REASON, type StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// What staff do with changes of profiles. Every cell has a request of its own: a facility has one open request at most.

const READ: readonly Need[] = [['read', 'ChangeRequest']];
const PROPOSE: readonly Need[] = [['create', 'ChangeRequest']];
/** Asked before there is a request: the centre must be in the scope of whoever may propose. */
const PROPOSE_FOR_CENTRE: readonly Need[] = [...PROPOSE, ['read', 'CommunityCentre']];
const EDIT: readonly Need[] = [['update', 'ChangeRequest']];
const DECIDE: readonly Need[] = [['approve', 'ChangeRequest']];
const READER = { locale: 'zh-CN', words: REGISTRY_WORDS } as const;
const COMING: CivilDate = civilDate('2026-12-01');

/** A request about the target's centre, proposed or returned; the one before it is gone. */
async function changeOn(
  { db }: StaffWorld,
  { centreId: facilityId }: Target,
  state: 'proposed' | 'returned' = 'proposed',
) {
  await db.changeRequest.deleteMany({ where: { facilityId } });
  const at = new Date('2026-11-17T00:00:00Z');
  const { shortName } = await db.facility.findUniqueOrThrow({ where: { id: facilityId }, select: { shortName: true } });
  const { id } = await db.changeRequest.create({
    data: {
      ...{ facilityId, state, before: { shortName }, after: { shortName: `简${crypto.randomUUID().slice(0, 8)}` } },
      ...{ reason: REASON, effectiveOn: at, proposedById: 'x', proposedByName: '测试', proposedAt: at, changedAt: at },
      ...{ fileName: 'a.pdf', contentType: 'application/pdf', fileSize: 5 },
      parts: { create: { number: 0, bytes: Uint8Array.from(Buffer.from('%PDF-')) } },
    },
  });
  return { id, version: 1 };
}

async function proposalOn({ db }: StaffWorld, { centreId: facilityId }: Target) {
  await db.changeRequest.deleteMany({ where: { facilityId } });
  const { name, latitude, longitude } = await db.facility.findUniqueOrThrow({ where: { id: facilityId } });
  const values = { name, latitude: latitude.toFixed(6), longitude: longitude.toFixed(6), shortName: '新的简称' };
  return { facilityId, values, reason: REASON, effectiveOn: COMING };
}

/** True when the form leads to the request. */
async function led(action: FormAction, fields: Record<string, string>): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    await action(FRESH_FORM, form);
    return false;
  } catch (end) {
    if (end instanceof Led) return end.to.startsWith('/registry/changes/');
    if (end instanceof Missing) return false;
    throw end;
  }
}

export const changeOperations: readonly StaffOperation[] = [
  ...closingOperations,
  {
    name: 'listChanges',
    needs: READ,
    run: async (world, actor, target) => {
      const { id } = await changeOn(world, target);
      return (await listChanges(actor, changeFilterSchema.parse({}))).changes.some((one) => one.id === id);
    },
  },
  {
    name: 'getChange',
    needs: READ,
    run: async (world, actor, target) => (await getChange(actor, (await changeOn(world, target)).id, READER)) !== null,
  },
  {
    name: 'fetchEvidence',
    needs: READ,
    run: async (world, actor, target) => (await fetchEvidence(actor, (await changeOn(world, target)).id)).ok,
  },
  {
    name: '/registry/changes/evidence',
    needs: READ,
    run: async (world, _, target) => {
      const { id } = await changeOn(world, target);
      try {
        const answer = await getEvidence(new Request(`http://portal/registry/changes/evidence?id=${id}`));
        return (await answer.text()) === '%PDF-';
      } catch (end) {
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
  {
    name: 'listWaitingChanges',
    needs: { anyOf: [...EDIT, ...DECIDE] },
    run: async (world, actor, target) => {
      const { id } = await changeOn(world, target, actor.role === 'district_officer' ? 'proposed' : 'returned');
      return (await listWaitingChanges(actor, 1000)).changes.some((one) => one.id === id);
    },
  },
  {
    name: 'listChangeFacilities',
    needs: PROPOSE,
    run: async (world, actor, target) => {
      await changeOn(world, target);
      return (await listChangeFacilities(actor)).some(({ id }) => id === target.centreId);
    },
  },
  {
    name: 'getChangeForm',
    needs: PROPOSE,
    run: async (world, actor, target) => {
      await changeOn(world, target);
      return (await getChangeForm(actor, { facilityId: target.centreId }, READER)) !== null;
    },
  },
  {
    name: 'proposeChange',
    needs: PROPOSE_FOR_CENTRE,
    run: async (world, actor, target) => {
      const proposal = await proposalOn(world, target);
      const done = await proposeChange(actor, { ...proposal, request: null }, REGISTRY_WORDS);
      return done.ok;
    },
  },
  {
    name: 'sendProposal',
    needs: PROPOSE_FOR_CENTRE,
    run: async (world, _, target) => {
      const { values, ...rest } = await proposalOn(world, target);
      return await led(sendProposal, { ...values, ...rest });
    },
  },
  {
    name: 'addEvidence',
    needs: EDIT,
    run: async (world, actor, target) =>
      (await addEvidence(actor, await changeOn(world, target), { name: 'a.pdf', bytes: Buffer.from('%PDF-1') })).ok,
  },
  {
    name: 'withdrawChange',
    needs: EDIT,
    run: async (world, actor, target) => (await withdrawChange(actor, await changeOn(world, target))).ok,
  },
  {
    name: 'sendChangeWithdrawal',
    needs: EDIT,
    run: async (world, _, target) =>
      await led(sendChangeWithdrawal, { id: (await changeOn(world, target)).id, version: '1' }),
  },
  {
    name: 'approveChange',
    needs: DECIDE,
    run: async (world, actor, target) =>
      (await approveChange(actor, { ...(await changeOn(world, target)), effectiveOn: COMING })).ok,
  },
  {
    name: 'sendChangeApproval',
    needs: DECIDE,
    run: async (world, _, target) =>
      await led(sendChangeApproval, { id: (await changeOn(world, target)).id, version: '1', effectiveOn: COMING }),
  },
  {
    name: 'returnChange',
    needs: DECIDE,
    run: async (world, actor, target) =>
      (await returnChange(actor, { ...(await changeOn(world, target)), reason: REASON })).ok,
  },
  {
    name: 'sendChangeReturn',
    needs: DECIDE,
    run: async (world, _, target) =>
      await led(sendChangeReturn, { id: (await changeOn(world, target)).id, version: '1', reason: REASON }),
  },
];
