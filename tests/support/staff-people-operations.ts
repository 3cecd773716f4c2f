import { sendServiceRecord } from '@/app/[locale]/(workspace)/people/actions';
import { FRESH_FORM } from '@/components/ui/form-state';
import { civilDate } from '@/lib/core/dates';
import { getExpert, listExpertHospitals, listExperts } from '@/lib/training/expert-queries';
import { issueServiceRecord } from '@/lib/training/record-commands';
import { getServiceRecord } from '@/lib/training/record-queries';
import { listPersonRoles } from '@/lib/training/role-queries';
import { expertFilterSchema, traineeFilterSchema } from '@/lib/training/schema';
import { getTrainee, listTrainees } from '@/lib/training/trainee-queries';
import { Led, Missing } from './next-stand-ins';
import type { Need, StaffOperation } from './staff-operation';
import { workstationOperations } from './staff-workstation-operations';

// What staff read of trainees and experts.

const TRAINEES: readonly Need[] = [['read', 'TraineeDoctor']];
const EXPERTS: readonly Need[] = [['read', 'Expert']];
const ISSUE: readonly Need[] = [['create', 'ServiceRecord']];
const YEAR = { from: civilDate('2026-01-01'), to: civilDate('2026-12-31') };

export const peopleOperations: readonly StaffOperation[] = [
  ...workstationOperations,
  {
    name: 'listTrainees',
    needs: TRAINEES,
    run: async (_, actor, { traineeId, centreId }) => {
      // a centre's trainees grow with the matrix, so the list is read to its end
      for (let after: string | null = null; ; ) {
        const page = await listTrainees(actor, traineeFilterSchema.parse({ centre: centreId, after }), YEAR);
        if (page.trainees.some(({ id }) => id === traineeId)) return true;
        if (page.next === null) return false;
        after = page.next;
      }
    },
  },
  {
    name: 'getTrainee',
    needs: TRAINEES,
    run: async (_, actor, { traineeId }) => (await getTrainee(actor, traineeId, YEAR)) !== null,
  },
  {
    name: 'listPersonRoles',
    needs: [['read', 'RoleGrant']],
    run: async ({ personWithRole }, actor, target) => {
      const grantId = await personWithRole(target);
      return (await listPersonRoles(actor, 'trainee', target.traineeId)).some(({ id }) => id === grantId);
    },
  },
  {
    name: 'listExperts',
    needs: EXPERTS,
    run: async (_, actor, { expertId, hospitalId }) => {
      for (let after: string | null = null; ; ) {
        const page = await listExperts(actor, expertFilterSchema.parse({ hospital: hospitalId, after }));
        if (page.experts.some(({ id }) => id === expertId)) return true;
        if (page.next === null) return false;
        after = page.next;
      }
    },
  },
  {
    name: 'getExpert',
    needs: EXPERTS,
    run: async (_, actor, { expertId }) => (await getExpert(actor, expertId, YEAR)) !== null,
  },
  {
    name: 'listExpertHospitals',
    needs: EXPERTS,
    run: async (_, actor, { hospitalId }) => (await listExpertHospitals(actor)).some(({ id }) => id === hospitalId),
  },
  {
    name: 'issueServiceRecord',
    needs: ISSUE,
    run: async (_, actor, { traineeId: id }) => (await issueServiceRecord(actor, { kind: 'trainee', id, ...YEAR })).ok,
  },
  {
    name: 'sendServiceRecord',
    needs: ISSUE,
    run: async (_, __, { traineeId: id }) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ kind: 'trainee', id, ...YEAR })) form.set(name, value);
      try {
        await sendServiceRecord(FRESH_FORM, form);
        return false;
      } catch (end) {
        if (end instanceof Led) return end.to.startsWith('/people/records/');
        if (end instanceof Missing) return false;
        throw end;
      }
    },
  },
  {
    name: 'getServiceRecord',
    needs: [['read', 'ServiceRecord']],
    run: async ({ db }, actor, { traineeId }) => {
      const { code } = await db.serviceRecord.findFirstOrThrow({ where: { traineeId }, orderBy: { code: 'asc' } });
      return (await getServiceRecord(actor, code)) !== null;
    },
  },
];
