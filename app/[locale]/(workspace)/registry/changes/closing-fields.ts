import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { textOf } from '@/app/[locale]/form-answer';
import type { FormField } from '@/components/ui/form-field';
import type { Result } from '@/lib/core/result';
import { inLocale } from '@/lib/i18n/locales';
import { answerField, successorField } from '@/lib/registry/changes/closing-rules';
import {
  type Closing,
  type ClosingFormView,
  type ClosingKind,
  DEPENDENT_KINDS,
  type DependentKind,
  MOST_SUCCESSORS,
} from '@/lib/registry/changes/closing-schema';
import { REASON_CHARACTERS } from '@/lib/registry/changes/request-fields';
import { dayField } from './proposal-fields';

// The form of a closing or a merge: who takes over, and what becomes of each clinic, station and trainee.

const ENDS = 'end';
const NUMBERS = Array.from({ length: MOST_SUCCESSORS }, (_, at) => at + 1);

/** The fields of a closing or a merge, with what was asked before. */
export async function closingFields(
  kind: ClosingKind,
  { facts, closing, ...form }: ClosingFormView,
): Promise<FormField[]> {
  const [t, locale] = await Promise.all([getTranslations('changes.closing'), getLocale()]);
  const named = (one: { name: string; nameEn: string }) => inLocale(locale, one.name, one.nameEn);
  const places = facts.candidates.map((one) => ({
    value: one.id,
    label: t('candidate', { name: named(one), metres: one.metres }),
  }));
  const successor = (number: number, label: string): FormField => ({
    ...{ kind: 'select', name: successorField(number), label, options: places },
    ...{ empty: t('noSuccessor'), defaultValue: closing.successors[number - 1] ?? '' },
  });
  const answer = (what: DependentKind, one: { id: string; name: string; nameEn: string }) => {
    const given = closing.answers.find(({ kind: of, id }) => of === what && id === one.id);
    const number = given?.to ? closing.successors.indexOf(given.to) + 1 : 0;
    return {
      ...{ kind: 'select' as const, name: answerField(what, one.id), label: named(one), empty: t('choose') },
      options: [
        { value: ENDS, label: t(`ends.${what}`) },
        ...NUMBERS.map((at) => ({ value: String(at), label: t('goes', { number: at }) })),
      ],
      defaultValue: given ? (given.to === null ? ENDS : String(number)) : '',
    };
  };
  const group = (what: DependentKind): FormField[] => {
    const rows = { clinic: facts.clinics, station: facts.stations, trainee: facts.trainees }[what];
    if (rows.length === 0) return [];
    return [{ kind: 'group', name: what, label: t(`answers.${what}`), fields: rows.map((one) => answer(what, one)) }];
  };
  return [
    ...(kind === 'merge'
      ? [successor(1, t('survivor'))]
      : [...NUMBERS.map((number) => successor(number, t('successor', { number }))), ...DEPENDENT_KINDS.flatMap(group)]),
    { kind: 'area', name: 'reason', label: t('reason'), maxLength: REASON_CHARACTERS, defaultValue: form.reason },
    dayField(t('effectiveOn'), form.effectiveOn, 'tomorrow'),
  ];
}

/** The same failure with the names that the reader's language says. */
export async function namedInLocale<T>(answer: Result<T>): Promise<Result<T>> {
  const locale = await getLocale();
  if (answer.ok || locale !== 'en' || !answer.error.problems) return answer;
  const problems = answer.error.problems.map((one) => ({
    ...one,
    ...(one.values && { values: { ...one.values, name: one.values.nameEn ?? one.values.name ?? '' } }),
  }));
  return { ok: false, error: { ...answer.error, problems } };
}

/** What was chosen; a successor that was not chosen stands for nobody, so that its answers are told as wrong. */
export function closingIn(form: FormData): Closing {
  const chosen = NUMBERS.map((number) => textOf(form, successorField(number)));
  const answers = [...form.keys()].flatMap((name) => {
    const [kind, id] = name.split(/:(.*)/s);
    const what = DEPENDENT_KINDS.find((one) => one === kind);
    const value = textOf(form, name);
    if (!what || !id || value === '') return [];
    return [{ kind: what, id, to: value === ENDS ? null : chosen[Number(value) - 1] || 'nobody' }];
  });
  return { successors: chosen.filter((id) => id !== ''), answers };
}
