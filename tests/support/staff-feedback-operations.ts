import { sendReportAnswer, sendReportTaking } from '@/app/[locale]/(workspace)/feedback/actions';
import { type FormAction, FRESH_FORM } from '@/components/ui/form-state';
import { answerReport, takeReport } from '@/lib/directory/report-commands';
import { getReport, listOpenReports, listReports } from '@/lib/directory/report-queries';
import { reportFilterSchema } from '@/lib/directory/report-schema';
import { Led, Missing } from './next-stand-ins';
import { type Need, REASON, type StaffOperation } from './staff-operation';

// What staff do with residents' reports.

const READ: readonly Need[] = [['read', 'InformationReport']];
const ANSWER: readonly Need[] = [['update', 'InformationReport']];

/** True when the form leads back to the report. */
async function led(action: FormAction, fields: Record<string, string>): Promise<boolean> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    await action(FRESH_FORM, form);
    return false;
  } catch (end) {
    if (end instanceof Led) return end.to.startsWith('/feedback/');
    if (end instanceof Missing) return false;
    throw end;
  }
}

export const feedbackOperations: readonly StaffOperation[] = [
  {
    name: 'listReports',
    needs: READ,
    run: async (world, actor, target) => {
      const { id } = await world.reportOn(target);
      return (await listReports(actor, reportFilterSchema.parse({}))).reports.some((report) => report.id === id);
    },
  },
  {
    name: 'getReport',
    needs: READ,
    run: async (world, actor, target) => (await getReport(actor, (await world.reportOn(target)).id)) !== null,
  },
  {
    name: 'listOpenReports',
    needs: ANSWER,
    run: async (world, actor, target) => {
      const { id } = await world.reportOn(target);
      return (await listOpenReports(actor, 10_000)).reports.some((report) => report.id === id);
    },
  },
  {
    name: 'takeReport',
    needs: ANSWER,
    run: async (world, actor, target) => {
      const { id } = await world.reportOn(target);
      return (await takeReport(actor, { id, version: 1 })).ok;
    },
  },
  {
    name: 'answerReport',
    needs: ANSWER,
    run: async (world, actor, target) => {
      const { id } = await world.reportOn(target);
      return (await answerReport(actor, { id, version: 1, outcome: 'answered', answer: REASON })).ok;
    },
  },
  {
    name: 'sendReportTaking',
    needs: ANSWER,
    run: async (world, _, target) => {
      const { id } = await world.reportOn(target);
      return await led(sendReportTaking, { id, version: '1' });
    },
  },
  {
    name: 'sendReportAnswer',
    needs: ANSWER,
    run: async (world, _, target) => {
      const { id } = await world.reportOn(target);
      return await led(sendReportAnswer, { id, version: '1', outcome: 'rejected', answer: REASON });
    },
  },
];
