import { civilDate } from '@/lib/core/dates';
import { getCoverage } from '@/lib/indicators/coverage-queries';
import { getDashboard } from '@/lib/indicators/dashboard-queries';
import { getMapPlaces } from '@/lib/indicators/map-queries';
import { monthOf } from '@/lib/indicators/period-rules';
import { getQuality } from '@/lib/indicators/quality-queries';
import { getDistrictSpreads } from '@/lib/indicators/spread-queries';
import { getSurvival } from '@/lib/indicators/survival-queries';
import { getUnit } from '@/lib/indicators/unit-queries';
import { getUnitView } from '@/lib/indicators/view-queries';
import { getWeekDigest } from '@/lib/indicators/week-queries';
import { lastWeek } from '@/lib/indicators/week-rules';
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
  {
    name: 'getUnitView',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getUnitView(actor, asked(clinicId))) !== null,
  },
  {
    name: 'getCoverage',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getCoverage(actor, asked(clinicId))) !== null,
  },
  {
    name: 'getQuality',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getQuality(actor, asked(clinicId))) !== null,
  },
  {
    name: 'getSurvival',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getSurvival(actor, asked(clinicId))) !== null,
  },
  {
    name: 'getMapPlaces',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => (await getMapPlaces(actor, asked(clinicId))) !== null,
  },
  {
    name: 'getWeekDigest',
    needs: NEEDS,
    run: async (_, actor, { clinicId }) => {
      const week = lastWeek(civilDate('2026-11-18'));
      return (await getWeekDigest(actor, { unit: asked(clinicId).unit, week })) !== null;
    },
  },
];
