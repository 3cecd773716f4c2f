import { randomUUID } from 'node:crypto';
import { civilDate } from '@/lib/core/dates';
import type { Result } from '@/lib/core/result';
import { assignExpert, assignTrainee, endExpert, endTrainee } from '@/lib/joint-clinics/assignment-commands';
import { listExpertChoices, listPlaceChoices, listTraineeChoices } from '@/lib/joint-clinics/choice-queries';
import { getClinic } from '@/lib/joint-clinics/clinic-detail-queries';
import { listClinics } from '@/lib/joint-clinics/clinic-queries';
import { changeClinicPlan } from '@/lib/joint-clinics/commands';
import { clinicFilterSchema } from '@/lib/joint-clinics/list-schema';
import { monthOf } from '@/lib/joint-clinics/month-rules';
import { changeClinicFacts, openClinic } from '@/lib/joint-clinics/opening-commands';
import { getClinicMonth, listClinicWarnings, previewPlanChange } from '@/lib/joint-clinics/plan-queries';
import { listPlannedSessions } from '@/lib/joint-clinics/queries';
import { freshName, type Need, REASON, type StaffOperation } from './staff-operation';

// What staff do with joint clinics. Commands get a clinic of their own, so that none meets what another has left.

const READ: readonly Need[] = [['read', 'JointClinic']];
export const UPDATE_CLINIC: readonly Need[] = [['update', 'JointClinic']];
export const SEND_TRAINEE: readonly Need[] = [
  ['read', 'JointClinic'],
  ['update', 'TraineeDoctor'],
];
/** An expert who is still planned stays; this ends the plan. */
export const LET_GO = { validTo: new Date('2026-11-20') };
const worked = (result: Result<unknown>) => result.ok;
const WEEK = { from: civilDate('2026-11-16'), to: civilDate('2026-11-22') };
const FROM = '2026-11-25';
const removal = { kind: 'removeSession', date: FROM, half: 'am', reason: REASON } as const;

export const CLINIC_FACTS = {
  nameEn: 'Joint clinic',
  room: '',
  bookingMethod: 'centre_desk',
  bookingPhone: '',
  conditionCodes: ['A07.06.19'],
} as const;

const queries: StaffOperation[] = [
  {
    name: 'listPlannedSessions',
    needs: READ,
    run: async (_, actor, { clinicId }) => {
      const plans = await listPlannedSessions(actor, WEEK);
      return plans.some((row) => row.clinicId === clinicId && row.plan.expected.length === 1);
    },
  },
  {
    name: 'listClinics',
    needs: READ,
    run: async (_, actor, { clinicId, centreId }) => {
      // a centre's clinics grow with the matrix, so the list is read to its end
      for (let after: string | null = null; ; ) {
        const page = await listClinics(actor, clinicFilterSchema.parse({ centre: centreId, after }));
        if (page.clinics.some(({ id }) => id === clinicId)) return true;
        if (page.next === null) return false;
        after = page.next;
      }
    },
  },
  {
    name: 'getClinic',
    needs: READ,
    run: async (_, actor, { clinicId }) => (await getClinic(actor, clinicId)) !== null,
  },
  {
    name: 'getClinicMonth',
    needs: READ,
    run: async (_, actor, { clinicId }) => (await getClinicMonth(actor, clinicId, monthOf(WEEK.from))) !== null,
  },
  {
    name: 'listClinicWarnings',
    needs: READ,
    run: async (_, actor, { clinicId }) => (await listClinicWarnings(actor, clinicId)) !== null,
  },
  {
    name: 'previewPlanChange',
    needs: UPDATE_CLINIC,
    run: async (world, actor, target) => {
      const { clinicId } = await world.freshClinic(target);
      return worked(await previewPlanChange(actor, { clinicId, version: 1, change: removal }));
    },
  },
  {
    name: 'listExpertChoices',
    needs: [['read', 'Expert']],
    run: async (_, actor, { expertId }) => (await listExpertChoices(actor)).some(({ id }) => id === expertId),
  },
  {
    name: 'listPlaceChoices',
    needs: [['read', 'CommunityCentre']],
    run: async (_, actor, { centreId }) =>
      (await listPlaceChoices(actor)).some(({ centres }) => centres.some(({ id }) => id === centreId)),
  },
  {
    name: 'listTraineeChoices',
    needs: [['update', 'TraineeDoctor']],
    run: async (_, actor, { traineeId, centreId }) =>
      (await listTraineeChoices(actor, centreId)).some(({ id }) => id === traineeId),
  },
];

const commands: StaffOperation[] = [
  {
    name: 'openClinic',
    needs: [
      ['create', 'JointClinic'],
      ['read', 'CommunityCentre'],
      ['update', 'Expert'],
    ],
    run: async (_, actor, { centreId, expertId }) => {
      const [submissionId, name] = [randomUUID(), freshName()];
      const facts = { ...CLINIC_FACTS, conditionCodes: [...CLINIC_FACTS.conditionCodes], name };
      return worked(await openClinic(actor, { submissionId, centreId, expertId, openedOn: FROM, ...facts }));
    },
  },
  {
    name: 'changeClinicFacts',
    needs: UPDATE_CLINIC,
    run: async (world, actor, target) => {
      const { clinicId, name } = await world.freshClinic(target);
      const facts = { ...CLINIC_FACTS, conditionCodes: [...CLINIC_FACTS.conditionCodes], name };
      const department = { department: '骨伤科', departmentEn: 'Orthopaedics' };
      return worked(await changeClinicFacts(actor, { clinicId, version: 1, ...department, ...facts }));
    },
  },
  {
    name: 'changeClinicPlan',
    needs: UPDATE_CLINIC,
    run: async (world, actor, target) => {
      const { clinicId } = await world.freshClinic(target);
      return worked(await changeClinicPlan(actor, { clinicId, version: 1, change: removal }));
    },
  },
  {
    name: 'assignExpert',
    needs: UPDATE_CLINIC,
    run: async (world, actor, target) => {
      const { clinicId } = await world.freshClinic(target);
      const { expertId } = await world.newcomers(target);
      return worked(await assignExpert(actor, { clinicId, version: 1, personId: expertId, from: FROM, until: '' }));
    },
  },
  {
    name: 'endExpert',
    needs: UPDATE_CLINIC,
    run: async (world, actor, target) => {
      const { clinicId, expertId, lineId } = await world.freshClinic(target);
      await world.db.clinicSchedule.update({ where: { id: lineId }, data: LET_GO });
      const begun = { personId: expertId, begun: '2024-01-01' };
      return worked(await endExpert(actor, { clinicId, version: 1, ...begun, from: FROM }));
    },
  },
  {
    name: 'assignTrainee',
    needs: SEND_TRAINEE,
    run: async (world, actor, target) => {
      const { clinicId } = await world.freshClinic(target);
      const { traineeId } = await world.newcomers(target);
      return worked(await assignTrainee(actor, { clinicId, version: 1, personId: traineeId, from: FROM, until: '' }));
    },
  },
  {
    name: 'endTrainee',
    needs: SEND_TRAINEE,
    run: async (world, actor, target) => {
      const { clinicId, traineeId } = await world.freshClinic(target);
      const begun = { personId: traineeId, begun: '2026-01-01' };
      return worked(await endTrainee(actor, { clinicId, version: 1, ...begun, from: FROM }));
    },
  },
];

export const clinicOperations: readonly StaffOperation[] = [...queries, ...commands];
