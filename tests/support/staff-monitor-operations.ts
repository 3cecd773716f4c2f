import { civilDate } from '@/lib/core/dates';
import { getClinicMonitor, getMonitor } from '@/lib/monitor/queries';
import type { Need, StaffOperation } from './staff-operation';

// What staff see of the monitor.

const NEEDS: readonly Need[] = [
  ['read', 'ActivityMonth'],
  ['read', 'JointClinic'],
];
const DAY = civilDate('2026-11-17');

export const monitorOperations: StaffOperation[] = [
  {
    name: 'getMonitor',
    needs: NEEDS,
    run: async ({ db }, actor, { clinicId }) => {
      const { name } = await db.jointClinic.findUniqueOrThrow({ where: { id: clinicId }, select: { name: true } });
      const monitor = await getMonitor(actor, { date: DAY, filter: { text: name }, page: 1 });
      return (monitor?.clinics ?? []).some(({ clinic }) => clinic.id === clinicId);
    },
  },
  {
    name: 'getClinicMonitor',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getClinicMonitor(actor, clinicId, DAY)) !== null,
  },
];
