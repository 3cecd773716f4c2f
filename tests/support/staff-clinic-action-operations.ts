import { randomUUID } from 'node:crypto';
import * as actions from '@/app/[locale]/(workspace)/joint-clinics/actions';
import { type FormAction, FRESH_FORM } from '@/components/ui/form-state';
import { addDays, civilDate } from '@/lib/core/dates';
import { changeHoliday } from '@/lib/joint-clinics/holiday-commands';
import { getCalendarYear } from '@/lib/joint-clinics/holiday-queries';
import { formOf, went } from './staff-action-operations';
import { CLINIC_FACTS, LET_GO, SEND_TRAINEE, UPDATE_CLINIC } from './staff-clinic-operations';
import { freshName, type Need, REASON, type StaffOperation } from './staff-operation';
import type { StaffWorld, Target } from './staff-world';

// The forms of joint clinics, called as Next calls them, and the calendar, which is the same for everybody.

type Fields = Record<string, string>;
const FROM = '2026-11-25';
const send = async (action: FormAction, fields: Fields) => await went(() => action(FRESH_FORM, formOf(fields)));

function operation(
  name: string,
  needs: readonly Need[],
  call: (target: Target, world: StaffWorld) => Promise<boolean>,
): StaffOperation {
  return { name, needs, run: async (world, _, target) => await call(target, world) };
}

const facts = (name: string): Fields => ({
  ...{ name, nameEn: CLINIC_FACTS.nameEn, bookingMethod: CLINIC_FACTS.bookingMethod },
  condition1: CLINIC_FACTS.conditionCodes[0],
});

let days = 0;
/** A day nobody has changed yet, and the calendar as it is. */
async function calendarOf({ db }: StaffWorld) {
  days += 1;
  const date = addDays(civilDate('2027-06-15'), days);
  const day = {
    date,
    kind: 'holiday',
    name: '防台风',
    nameEn: 'Typhoon',
    reason: REASON,
    source: '沪府办发〔2027〕1号',
  };
  return { ...day, calendarVersion: await db.holidayChange.count() };
}

const KEEP_CALENDAR: readonly Need[] = [['create', 'Holiday']];

export const clinicActionOperations: readonly StaffOperation[] = [
  operation('sendPlanChange', UPDATE_CLINIC, async (target, world) => {
    const { clinicId } = await world.freshClinic(target);
    const slot = { kind: 'removeSession', date: FROM, half: 'am', reason: REASON, reasonEn: '' };
    return await send(actions.sendPlanChange, { clinicId, version: '1', ...slot });
  }),
  operation(
    'sendNewClinic',
    [
      ['create', 'JointClinic'],
      ['read', 'CommunityCentre'],
      ['update', 'Expert'],
    ],
    async ({ centreId, expertId }) =>
      await send(actions.sendNewClinic, {
        ...{ submissionId: randomUUID(), centreId, expertId, openedOn: FROM },
        ...facts(freshName()),
      }),
  ),
  operation('sendClinicFacts', UPDATE_CLINIC, async (target, world) => {
    const { clinicId, name } = await world.freshClinic(target);
    const department = { department: '骨伤科', departmentEn: 'Orthopaedics' };
    return await send(actions.sendClinicFacts, { clinicId, version: '1', ...department, ...facts(name) });
  }),
  operation('sendExpert', UPDATE_CLINIC, async (target, world) => {
    const { clinicId } = await world.freshClinic(target);
    const { expertId: personId } = await world.newcomers(target);
    return await send(actions.sendExpert, { clinicId, version: '1', personId, from: FROM, until: '' });
  }),
  operation('sendExpertEnd', UPDATE_CLINIC, async (target, world) => {
    const { clinicId, expertId: personId, lineId } = await world.freshClinic(target);
    await world.db.clinicSchedule.update({ where: { id: lineId }, data: LET_GO });
    return await send(actions.sendExpertEnd, { clinicId, version: '1', personId, begun: '2024-01-01', from: FROM });
  }),
  operation('sendTrainee', SEND_TRAINEE, async (target, world) => {
    const { clinicId } = await world.freshClinic(target);
    const { traineeId: personId } = await world.newcomers(target);
    return await send(actions.sendTrainee, { clinicId, version: '1', personId, from: FROM, until: '' });
  }),
  operation('sendTraineeEnd', SEND_TRAINEE, async (target, world) => {
    const { clinicId, traineeId: personId } = await world.freshClinic(target);
    return await send(actions.sendTraineeEnd, { clinicId, version: '1', personId, begun: '2026-01-01', from: FROM });
  }),
  operation('sendHoliday', KEEP_CALENDAR, async (_, world) => {
    const { calendarVersion, ...day } = await calendarOf(world);
    return await send(actions.sendHoliday, { ...day, calendarVersion: String(calendarVersion) });
  }),
  {
    name: 'changeHoliday',
    needs: KEEP_CALENDAR,
    run: async (world, actor) => (await changeHoliday(actor, await calendarOf(world))).ok,
  },
  {
    name: 'getCalendarYear',
    needs: [['read', 'Holiday']],
    run: async (_, actor) => (await getCalendarYear(actor, 2026)).days.length > 0,
  },
];
