import { sendClosing } from '@/app/[locale]/(workspace)/registry/changes/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { civilDate } from '@/lib/core/dates';
import { proposeClosing } from '@/lib/registry/changes/closing-commands';
import { getClosingForm } from '@/lib/registry/changes/closing-queries';
import { buildersOn } from '@/prisma/seed/builders';
import { Led, Missing } from './next-stand-ins';
import { type Need, REASON, type StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// What staff do to let a facility end. Every cell has a request of its own, and another centre to go to.

const PROPOSE: readonly Need[] = [['create', 'ChangeRequest']];
const PROPOSE_FOR_CENTRE: readonly Need[] = [...PROPOSE, ['read', 'CommunityCentre']];
const COMING = civilDate('2026-12-01');

/** What was asked before stays to be read, but is open no more. */
async function nothingOpen(db: StaffWorld['db'], facilityId: string): Promise<void> {
  await db.changeRequest.updateMany({ where: { facilityId }, data: { state: 'withdrawn', appliedAt: null } });
}

/** A centre of the target's district that may remain; nothing is open about the target's. */
async function survivorFor({ db }: StaffWorld, { centreId: facilityId }: Target): Promise<string> {
  await nothingOpen(db, facilityId);
  const { districtCode } = await db.facility.findUniqueOrThrow({ where: { id: facilityId } });
  const { id } = await buildersOn(db, `end-${crypto.randomUUID().slice(0, 8)}`).centre({ districtCode });
  return id;
}

export const closingOperations: readonly StaffOperation[] = [
  {
    name: 'getClosingForm',
    needs: PROPOSE,
    run: async (world, actor, target) => {
      await nothingOpen(world.db, target.centreId);
      return (await getClosingForm(actor, { facilityId: target.centreId, kind: 'merge' })) !== null;
    },
  },
  {
    name: 'proposeClosing',
    needs: PROPOSE_FOR_CENTRE,
    run: async (world, actor, target) => {
      const closing = { successors: [await survivorFor(world, target)], answers: [] };
      const asked = { request: null, facilityId: target.centreId, kind: 'merge', reason: REASON } as const;
      return (await proposeClosing(actor, { ...asked, closing, effectiveOn: COMING })).ok;
    },
  },
  {
    name: 'sendClosing',
    needs: PROPOSE_FOR_CENTRE,
    run: async (world, _, target) => {
      const form = new FormData();
      const successor1 = await survivorFor(world, target);
      const fields = { facilityId: target.centreId, kind: 'merge', successor1, reason: REASON, effectiveOn: COMING };
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      try {
        await sendClosing(FRESH_FORM, form);
        return false;
      } catch (end) {
        if (end instanceof Led) return end.to.startsWith('/registry/changes/');
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
];
