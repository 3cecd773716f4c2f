import { civilDate } from '@/lib/core/dates';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { monthOf } from '@/lib/indicators/period-rules';
import { getDistrictSpreads } from '@/lib/indicators/spread-queries';
import { getUnit } from '@/lib/indicators/unit-queries';
import type { Need, StaffOperation } from './staff-operation';

// What staff read of figures. The target is a centre; that wider units open only to those who read all of it is tested
// in dashboard.integ.ts.

const NEEDS: readonly Need[] = [
  ['read', 'ActivityMonth'],
  ['read', 'JointClinic'],
];

const asked = (clinicId: string) => ({
  unit: { level: 'clinic', code: clinicId } as const,
  period: monthOf(civilDate('2026-10-01')),
});

export const indicatorOperations: StaffOperation[] = [
  {
    name: 'getUnit',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getUnit(actor, { level: 'clinic', code: clinicId })) !== null,
  },
  {
    name: 'getDashboard',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getDashboard(actor, asked(clinicId))) !== null,
  },
  {
    name: 'getDistrictSpreads',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getDistrictSpreads(actor, asked(clinicId))) !== null,
  },
];
