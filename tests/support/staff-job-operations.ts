import { sendJobRun } from '@/app/[locale]/(workspace)/jobs/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { requestJobRun } from '@/lib/audit/job-commands';
import { getJobs } from '@/lib/audit/job-queries';
import { Led, Missing } from './next-stand-ins';
import type { StaffOperation } from './staff-operation';

// The portal's jobs: nobody's own, so either side is the same.

const JOB = 'clear-exports';

export const jobOperations: readonly StaffOperation[] = [
  {
    name: 'getJobs',
    needs: [['read', 'JobRequest']],
    run: async (_, actor) => (await getJobs(actor)) !== null,
  },
  {
    name: 'requestJobRun',
    needs: [['create', 'JobRequest']],
    run: async (_, actor) => (await requestJobRun(actor, { job: JOB })).ok,
  },
  {
    name: 'sendJobRun',
    needs: [['create', 'JobRequest']],
    run: async () => {
      const form = new FormData();
      form.set('job', JOB);
      try {
        await sendJobRun(FRESH_FORM, form);
        return false;
      } catch (end) {
        if (end instanceof Led) return end.to.startsWith('/jobs?done=');
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
];
