import { randomUUID } from 'node:crypto';
import { sendSession } from '@/app/[locale]/(workspace)/clinic-sessions/log/actions';
import { sendWeek } from '@/app/[locale]/(workspace)/clinic-sessions/week/actions';
import { GET } from '@/app/api/clinic-sessions/form/route';
import { POST } from '@/app/api/clinic-sessions/route';
import { FRESH_LOG } from '@/components/logging/log-state';
import { sentName } from '@/components/logging/week/row-values';
import { FRESH_WEEK } from '@/components/logging/week/week-state';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import { listDueSessions } from '@/lib/clinic-sessions/due-queries';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';
import { OWNER_HEADER, ownerOf } from '@/lib/clinic-sessions/submission-answer-schema';
import { listWeekForms } from '@/lib/clinic-sessions/week-queries';
import { civilDate } from '@/lib/core/dates';
import { heldContent } from './session-world';
import { formOf, went } from './staff-action-operations';
import type { Need, StaffOperation } from './staff-operation';

// What a centre does with its records.

const TODAY = civilDate('2026-11-18');
/** The first day of the week of the tests. */
const MONDAY = civilDate('2026-11-16');
const CREATE: readonly Need[] = [['create', 'ClinicSession']];
const UPDATE: readonly Need[] = [['update', 'ClinicSession']];

/** The fields of the form of an extra session to which nobody came. */
const extraSession = (clinicId: string, date: string) => ({
  ...{ clinicId, date, half: 'evening', version: '', submissionId: randomUUID() },
  ...{ held: 'yes', expertPresence: 'absent', mode: 'on_site', visitsNew: '0', visitsReturn: '0' },
  explanation: '加诊补登',
});

export const sessionOperations: readonly StaffOperation[] = [
  {
    name: 'getSessionForm',
    needs: CREATE,
    run: async (world, actor, { clinicId }) =>
      (await getSessionForm(actor, { clinicId, date: world.freshDay(), half: 'evening' })) !== null,
  },
  {
    name: 'listDueSessions',
    needs: CREATE,
    run: async (_, actor, { clinicId }) =>
      (await listDueSessions(actor, TODAY)).some((due) => due.clinicId === clinicId && due.kind === 'today'),
  },
  {
    name: 'submitClinicSession',
    needs: CREATE,
    run: async (world, actor, { clinicId }) => {
      const slot = { clinicId, date: world.freshDay(), half: 'evening', version: null } as const;
      const content = heldContent({ expert: { presence: 'absent' }, explanation: '加诊补登' });
      return (await submitClinicSession(actor, { ...slot, submissionId: randomUUID(), content })).ok;
    },
  },
  {
    name: 'POST /api/clinic-sessions',
    needs: CREATE,
    run: async (world, actor, { clinicId }) => {
      const slot = { clinicId, date: world.freshDay(), half: 'evening', version: null } as const;
      const content = heldContent({ expert: { presence: 'absent' }, explanation: '加诊补登' });
      const request = new Request('http://localhost/api/clinic-sessions', {
        method: 'POST',
        headers: { 'content-type': 'application/json', [OWNER_HEADER]: ownerOf(actor) },
        body: JSON.stringify({ ...slot, submissionId: randomUUID(), content }),
      });
      return (await POST(request)).ok;
    },
  },
  {
    name: 'GET /api/clinic-sessions/form',
    needs: CREATE,
    run: async (world, _, { clinicId }) => {
      const query = new URLSearchParams({ clinic: clinicId, date: world.freshDay(), half: 'evening' });
      return (await GET(new Request(`http://localhost/api/clinic-sessions/form?${query}`))).ok;
    },
  },
  {
    name: 'sendSession',
    needs: CREATE,
    run: async (world, _, { clinicId }) =>
      await went(() => sendSession(FRESH_LOG, formOf(extraSession(clinicId, world.freshDay())))),
  },
  {
    name: 'listWeekForms',
    needs: CREATE,
    run: async (_, actor, { clinicId }) => {
      const { forms } = await listWeekForms(actor, MONDAY, []);
      return forms.some(({ clinic }) => clinic.id === clinicId);
    },
  },
  {
    name: 'sendWeek',
    needs: CREATE,
    run: async (world, _, { clinicId }) => {
      const { date, half, submissionId, visitsNew, visitsReturn, explanation } = extraSession(
        clinicId,
        world.freshDay(),
      );
      const slot = `${clinicId}/${date}/${half}`;
      const row = {
        slot,
        submissionId,
        version: '',
        held: 'yes',
        expert: 'absent',
        visitsNew,
        visitsReturn,
        text: explanation,
      };
      const sent = Object.fromEntries(Object.entries(row).map(([name, value]) => [sentName(0, name), value]));
      return (await sendWeek(FRESH_WEEK, formOf({ ...sent, row: '0' })))[slot]?.outcome === 'saved';
    },
  },
  {
    name: 'withdrawClinicSession',
    needs: UPDATE,
    run: async (world, actor, target) => {
      const { id } = await world.recordOf(target);
      return (await withdrawClinicSession(actor, { id, version: 1, reason: '填错门诊' })).ok;
    },
  },
];
