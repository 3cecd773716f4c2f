import { useLocale, useTranslations } from 'next-intl';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { NOT_HELD_REASONS, SESSION_MODES, TRAINEE_PARTS } from '@/lib/clinic-sessions/schema';
import { inLocale } from '@/lib/i18n/locales';
import {
  COUNT_FIELDS,
  type CountField,
  conditionField,
  NOT_HELD,
  type SessionValues,
  techniqueField,
  traineeField,
} from './session-values';

/** Something that two versions of a record say differently; `names` are the fields of the form that go together. */
export type ComparedField = { names: readonly string[] } & (
  | { kind: 'held' | 'expert' | 'mode' }
  | { kind: 'count'; count: CountField }
  | { kind: 'condition' | 'technique' | 'trainee'; name: string; nameEn: string }
  | { kind: 'text'; text: 'note' | 'explanation' }
);

/** Every field of a form, as it is compared. */
function allFields({ conditions, techniques, trainees }: SessionForm): ComparedField[] {
  return [
    { kind: 'held', names: ['held', 'notHeldReason'] },
    { kind: 'expert', names: ['expertPresence', 'substituteId'] },
    { kind: 'mode', names: ['mode'] },
    ...COUNT_FIELDS.map((count): ComparedField => ({ kind: 'count', count, names: [count] })),
    ...conditions.map((one): ComparedField => ({ ...named(one), kind: 'condition', names: [conditionField(one)] })),
    ...techniques.map(
      (one): ComparedField => ({ ...named(one), kind: 'technique', names: [techniqueField(one.code)] }),
    ),
    ...trainees.map((one): ComparedField => ({ ...named(one), kind: 'trainee', names: [traineeField(one.id)] })),
    { kind: 'text', text: 'note', names: ['note'] },
    { kind: 'text', text: 'explanation', names: ['explanation'] },
  ];
}

function named({ name, nameEn }: { name: string; nameEn: string }) {
  return { name, nameEn };
}

/** What two versions say differently. */
export function differingFields(one: SessionValues, other: SessionValues, form: SessionForm): ComparedField[] {
  return allFields(form).filter(({ names }) => !agree(one, other, names));
}

/** Whether two versions say the same in some fields; an empty field and a missing one are the same. */
export function agree(one: SessionValues, other: SessionValues, names: readonly string[]): boolean {
  return names.every((name) => (one[name] ?? '') === (other[name] ?? ''));
}

/** A form with some fields of another one. */
export function taking(values: SessionValues, from: SessionValues, names: readonly string[]): SessionValues {
  return { ...values, ...Object.fromEntries(names.map((name) => [name, from[name] ?? ''])) };
}

/** The words of a compared field and of what a version says in it. */
export function useFieldWords(form: SessionForm) {
  const t = useTranslations('logging');
  const sessions = useTranslations('sessions');
  const locale = useLocale();
  const nothing = t('conflict.nothing');
  const nameIn = (one: { name: string; nameEn: string } | null | undefined) =>
    one ? inLocale(locale, one.name, one.nameEn) : nothing;

  const label = (field: ComparedField): string => {
    switch (field.kind) {
      case 'count':
        return sessions(`field.${field.count}`);
      case 'text':
        return sessions(`field.${field.text}`);
      case 'held':
      case 'expert':
      case 'mode':
        return sessions(`field.${field.kind}`);
      default:
        return nameIn(field);
    }
  };

  const expert = (values: SessionValues) => {
    if (values.expertPresence === 'planned') return t('plan.expert.planned', { name: nameIn(form.plannedExpert) });
    if (values.expertPresence === 'absent') return t('plan.expert.absent');
    const substitute = form.substitutes.find(({ id }) => id === values.substituteId);
    return substitute ? t('plan.expert.substitute', { name: nameIn(substitute) }) : nothing;
  };

  const value = (field: ComparedField, values: SessionValues): string => {
    const typed = values[field.names[0] ?? ''] ?? '';
    switch (field.kind) {
      case 'held': {
        const reason = NOT_HELD_REASONS.find((one) => one === values.notHeldReason);
        if (typed !== NOT_HELD) return t('held.yes');
        return reason ? t('plan.notHeld', { reason: sessions(`notHeldReason.${reason}`) }) : t('held.no');
      }
      case 'expert':
        return expert(values);
      case 'mode': {
        const mode = SESSION_MODES.find((one) => one === typed);
        return mode ? sessions(`mode.${mode}`) : nothing;
      }
      case 'trainee': {
        const part = TRAINEE_PARTS.find((one) => one === typed);
        return part ? sessions(`part.${part}`) : t('trainees.away');
      }
      default:
        return typed.trim() || nothing;
    }
  };
  return { label, value };
}
