'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { refused, textOf, typedIn } from '@/app/[locale]/form-answer';
import { clinicPagePath, donePath, HOLIDAYS_PATH } from '@/components/joint-clinics/clinic-paths';
import type { FormState } from '@/components/ui/form-state';
import { requireActor } from '@/lib/auth/require-actor';
import type { Result } from '@/lib/core/result';
import { assignExpert, assignTrainee, endExpert, endTrainee } from '@/lib/joint-clinics/assignment-commands';
import { changeClinicPlan } from '@/lib/joint-clinics/commands';
import { changeHoliday } from '@/lib/joint-clinics/holiday-commands';
import { changeClinicFacts, openClinic } from '@/lib/joint-clinics/opening-commands';
import { assignmentIn, endingIn, factsIn, fieldsIn, pageAfter } from './form-input';

/** Makes a change that its officer has looked at. */
export async function sendPlanChange(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const [clinicId, version] = [textOf(form, 'clinicId'), textOf(form, 'version')];
  const done = await changeClinicPlan(actor, { clinicId, version, change: fieldsIn(form) });
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(donePath(await getLocale(), pageAfter(form), 'saved'));
}

export async function sendNewClinic(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const input = {
    submissionId: textOf(form, 'submissionId'),
    centreId: textOf(form, 'centreId'),
    expertId: textOf(form, 'expertId'),
    openedOn: textOf(form, 'openedOn'),
    ...factsIn(form),
  };
  const opened = await openClinic(actor, input);
  if (!opened.ok) return await refused(opened.error, typedIn(form), { conditionCodes: 'condition1' });
  redirect(donePath(await getLocale(), clinicPagePath(opened.value.clinicId), 'opened'));
}

export async function sendClinicFacts(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const clinicId = textOf(form, 'clinicId');
  const department = { department: textOf(form, 'department'), departmentEn: textOf(form, 'departmentEn') };
  const done = await changeClinicFacts(actor, {
    ...{ clinicId, version: textOf(form, 'version') },
    ...department,
    ...factsIn(form),
  });
  if (!done.ok) return await refused(done.error, typedIn(form), { conditionCodes: 'condition1' });
  redirect(donePath(await getLocale(), clinicPagePath(clinicId), 'changed'));
}

async function leadToPeople(done: Result<unknown>, form: FormData, told: 'assigned' | 'ended'): Promise<FormState> {
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(donePath(await getLocale(), clinicPagePath(textOf(form, 'clinicId'), 'people'), told));
}

export async function sendExpert(_: FormState, form: FormData): Promise<FormState> {
  return await leadToPeople(await assignExpert(await requireActor(), assignmentIn(form)), form, 'assigned');
}

export async function sendExpertEnd(_: FormState, form: FormData): Promise<FormState> {
  return await leadToPeople(await endExpert(await requireActor(), endingIn(form)), form, 'ended');
}

export async function sendTrainee(_: FormState, form: FormData): Promise<FormState> {
  return await leadToPeople(await assignTrainee(await requireActor(), assignmentIn(form)), form, 'assigned');
}

export async function sendTraineeEnd(_: FormState, form: FormData): Promise<FormState> {
  return await leadToPeople(await endTrainee(await requireActor(), endingIn(form)), form, 'ended');
}

/** Says what a day of the calendar is; the page goes to the year of that day. */
export async function sendHoliday(_: FormState, form: FormData): Promise<FormState> {
  const done = await changeHoliday(await requireActor(), {
    calendarVersion: textOf(form, 'calendarVersion'),
    date: textOf(form, 'date'),
    kind: textOf(form, 'kind'),
    name: textOf(form, 'name'),
    nameEn: textOf(form, 'nameEn'),
    followsWeekday: textOf(form, 'followsWeekday'),
    reason: textOf(form, 'reason'),
    source: textOf(form, 'source'),
  });
  if (!done.ok) return await refused(done.error, typedIn(form));
  redirect(donePath(await getLocale(), HOLIDAYS_PATH, 'day', { year: textOf(form, 'date').slice(0, 4) }));
}
