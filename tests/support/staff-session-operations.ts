import { randomUUID } from 'node:crypto';
import { submitClinicSession, withdrawClinicSession } from '@/lib/clinic-sessions/commands';
import { getSessionForm } from '@/lib/clinic-sessions/form-queries';
import type { Need, StaffOperation } from './staff-operation';

// What a centre does with its records.

const CREATE: readonly Need[] = [['create', 'ClinicSession']];
const UPDATE: readonly Need[] = [['update', 'ClinicSession']];

export const sessionOperations: readonly StaffOperation[] = [
  {
    name: 'getSessionForm',
    needs: CREATE,
    run: async (world, actor, { clinicId }) =>
      (await getSessionForm(actor, { clinicId, date: world.freshDay(), half: 'evening' })) !== null,
  },
  {
    name: 'submitClinicSession',
    needs: CREATE,
    run: async (world, actor, { clinicId }) => {
      const slot = { clinicId, date: world.freshDay(), half: 'evening', version: null } as const;
      const content = {
        ...{ held: true, expert: { presence: 'absent' }, mode: 'on_site', visitsNew: 1, visitsReturn: 0 },
        explanation: '加诊补登',
      } as const;
      return (await submitClinicSession(actor, { ...slot, submissionId: randomUUID(), content })).ok;
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
