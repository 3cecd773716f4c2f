import { GET } from '@/app/[locale]/(workspace)/clinic-sessions/export/route';
import { sendViewName, sendViewRemoval } from '@/app/[locale]/(workspace)/clinic-sessions/views/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { getFilterNames, listSessionChoices } from '@/lib/clinic-sessions/list-choices-queries';
import { exportClinicSessions } from '@/lib/clinic-sessions/list-export';
import { listClinicSessions } from '@/lib/clinic-sessions/list-queries';
import { getClinicSession, getRecordPlace, getRecordVersions } from '@/lib/clinic-sessions/record-queries';
import { removeView, renameView } from '@/lib/clinic-sessions/saved-view-commands';
import { PLAIN_WORDS } from './list-words';
import { Led, Missing } from './next-stand-ins';
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

/** True when the action led on to say what was done. */
async function ledOn(run: () => Promise<unknown>): Promise<boolean> {
  try {
    await run();
    return false;
  } catch (end) {
    if (end instanceof Led) return end.to.includes('done=');
    if (end instanceof Missing) return false;
    throw end;
  }
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
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
    name: 'getFilterNames',
    needs: [['read', 'JointClinic']],
    run: async (_, actor, { clinicId }) => (await getFilterNames(actor, { clinic: clinicId })).clinic?.id === clinicId,
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
    name: 'getClinicSession',
    needs: [['read', 'ClinicSession']],
    run: async (_, actor, { sessionId }) => (await getClinicSession(actor, sessionId)) !== null,
  },
  {
    name: 'getRecordVersions',
    needs: [['read', 'ClinicSession']],
    run: async (_, actor, { sessionId }) => (await getRecordVersions(actor, sessionId)) !== null,
  },
  {
    name: 'getRecordPlace',
    needs: [['read', 'ClinicSession']],
    run: async (_, actor, { sessionId }) => (await getRecordPlace(actor, sessionId)) !== null,
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
  {
    name: 'sendViewName',
    needs: 'self',
    run: async (world, _, target) => {
      const form = formOf({ id: await viewOf(world, target), name: crypto.randomUUID() });
      return await ledOn(() => sendViewName(FRESH_FORM, form));
    },
  },
  {
    name: 'sendViewRemoval',
    needs: 'self',
    run: async (world, _, target) => {
      const form = formOf({ id: await viewOf(world, target) });
      return await ledOn(() => sendViewRemoval(form));
    },
  },
  {
    name: '/clinic-sessions/export',
    needs: [['export', 'ClinicSession']],
    run: async (_, __, { clinicId }) => {
      const address = `http://portal.test/clinic-sessions/export?format=csv&clinic=${clinicId}`;
      try {
        const answer = await GET(new Request(address), { params: Promise.resolve({ locale: 'zh-CN' }) });
        return (await answer.text()).includes(clinicId);
      } catch (end) {
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
];
