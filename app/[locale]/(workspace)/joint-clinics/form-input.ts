import 'server-only';
import { textOf } from '@/app/[locale]/form-answer';
import { clinicPagePath } from '@/components/joint-clinics/clinic-paths';
import { isCivilDate } from '@/lib/core/dates';

// What forms of clinics send, as commands take it.

/** So many conditions a form asks for. */
export const CONDITION_FIELDS = ['condition1', 'condition2', 'condition3', 'condition4', 'condition5'] as const;

/** The texts of a form, without the framework's own fields. */
export function fieldsIn(form: FormData): Record<string, string> {
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !name.startsWith('$') ? [[name, value] as const] : [],
  );
  return Object.fromEntries(texts);
}

/** What is said of a clinic. */
export function factsIn(form: FormData) {
  return {
    name: textOf(form, 'name'),
    nameEn: textOf(form, 'nameEn'),
    room: textOf(form, 'room'),
    bookingMethod: textOf(form, 'bookingMethod'),
    bookingPhone: textOf(form, 'bookingPhone'),
    conditionCodes: CONDITION_FIELDS.map((field) => textOf(form, field)),
  };
}

export function assignmentIn(form: FormData) {
  return {
    clinicId: textOf(form, 'clinicId'),
    version: textOf(form, 'version'),
    personId: textOf(form, 'personId'),
    from: textOf(form, 'from'),
    until: textOf(form, 'until'),
  };
}

export function endingIn(form: FormData) {
  const { until: _, ...target } = assignmentIn(form);
  return { ...target, begun: textOf(form, 'begun') };
}

/** Where a change of the plan shows: the day it is about, or the clinic's page. */
export function pageAfter(form: FormData): string {
  const [clinicId, date] = [textOf(form, 'clinicId'), textOf(form, 'date')];
  const page = clinicPagePath(clinicId, isCivilDate(date) ? 'month' : 'overview');
  return isCivilDate(date) ? `${page}/${date}` : page;
}
