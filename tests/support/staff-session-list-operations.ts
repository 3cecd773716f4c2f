import { listSessionChoices } from '@/lib/clinic-sessions/list-choices-queries';
import { exportClinicSessions } from '@/lib/clinic-sessions/list-export';
import { listClinicSessions } from '@/lib/clinic-sessions/list-queries';
import { removeView, renameView } from '@/lib/clinic-sessions/saved-view-commands';
import { PLAIN_WORDS } from './list-words';
import type { StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// What staff do with the list of clinic sessions and the views they keep of it.

/** A view of the target's account. */
async function viewOf({ db }: StaffWorld, { accountId }: Target): Promise<string> {
  const name = crypto.randomUUID();
  const row = await db.savedView.create({
    data: { accountId, list: 'clinic-sessions', name, query: 'late=1', createdAt: new Date() },
  });
  return row.id;
}

export const sessionListOperations: readonly StaffOperation[] = [
  {
    name: 'listClinicSessions',
    needs: [['read', 'ClinicSession']],
    run: async (_, actor, { sessionId, clinicId }) => {
      const pages = [
        await listClinicSessions(actor, { clinic: clinicId }),
        await listClinicSessions(actor, { text: clinicId }),
      ];
      return pages.every(({ rows }) => rows.some(({ id }) => id === sessionId));
    },
  },
  {
    name: 'listSessionChoices',
    needs: [['read', 'JointClinic']],
    run: async (_, actor, { clinicId }) => {
      // what an address names is offered again, though only to those who may see it
      const { clinics } = await listSessionChoices(actor, { clinic: clinicId, district: '310151' });
      return (clinics ?? []).some(({ choices }) => choices.some(({ id }) => id === clinicId));
    },
  },
  {
    name: 'exportClinicSessions',
    needs: [['export', 'ClinicSession']],
    run: async (_, actor, { clinicId }) => {
      const request = { filter: { clinic: clinicId }, columns: [], format: 'csv' } as const;
      const made = await exportClinicSessions(actor, request, PLAIN_WORDS);
      if (!made.ok) return false;
      let lines = '';
      for await (const part of made.value.body) lines += Buffer.from(part);
      return lines.includes(clinicId);
    },
  },
  {
    name: 'renameView',
    needs: 'self',
    run: async (world, actor, target) =>
      (await renameView(actor, { id: await viewOf(world, target), name: crypto.randomUUID() })).ok,
  },
  {
    name: 'removeView',
    needs: 'self',
    run: async (world, actor, target) => (await removeView(actor, { id: await viewOf(world, target) })).ok,
  },
];
