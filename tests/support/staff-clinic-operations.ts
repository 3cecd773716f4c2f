import { civilDate } from '@/lib/core/dates';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import type { StaffOperation } from './staff-operation';

// What staff do with joint clinics.

export const clinicOperations: readonly StaffOperation[] = [
  {
    name: 'listPlannedSessions',
    needs: [['read', 'JointClinic']],
    run: async (_, actor, { clinicId }) => {
      const week = { from: civilDate('2026-11-16'), to: civilDate('2026-11-22') };
      const plans = await listPlannedSessions(actor, week);
      return plans.some((row) => row.clinicId === clinicId && row.plan.expected.length === 1);
    },
  },
];
