import * as actions from '@/app/[locale]/(workspace)/monitor/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { civilDate } from '@/lib/core/dates';
import { getClinicMonitor, getMonitor } from '@/lib/monitor/queries';
import { FIRST_THRESHOLDS } from '@/lib/monitor/rules';
import { previewThresholds, setThresholds } from '@/lib/monitor/threshold-commands';
import { listThresholds } from '@/lib/monitor/threshold-queries';
import { formOf, went } from './staff-action-operations';
import type { Need, StaffOperation } from './staff-operation';

// What staff see of the monitor.

const NEEDS: readonly Need[] = [
  ['read', 'ActivityMonth'],
  ['read', 'JointClinic'],
];
const SET: readonly Need[] = [['create', 'MonitorThreshold']];
const latest = async () => (await listThresholds())[0]?.version ?? 0;
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
  {
    name: 'previewThresholds',
    needs: SET,
    run: async (_, actor) => (await previewThresholds(actor, FIRST_THRESHOLDS)).ok,
  },
  {
    name: 'setThresholds',
    needs: SET,
    run: async (_, actor) =>
      (await setThresholds(actor, { values: FIRST_THRESHOLDS, reason: '试行', version: await latest() })).ok,
  },
  {
    name: 'sendThresholds',
    needs: SET,
    run: async () => {
      const values = Object.entries(FIRST_THRESHOLDS).map(([name, value]) => [name, String(value)]);
      const form = formOf({ ...Object.fromEntries(values), reason: '试行', version: String(await latest()) });
      return await went(() => actions.sendThresholds(FRESH_FORM, form));
    },
  },
];
