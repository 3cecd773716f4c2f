import { useLocale, useTranslations } from 'next-intl';
import { TICKED } from '@/components/ui/form-field';
import type { SessionForm } from '@/lib/clinic-sessions/form-schema';
import { NOT_HELD_REASONS, SESSION_MODES, TRAINEE_PARTS } from '@/lib/clinic-sessions/schema';
import { inLocale } from '@/lib/i18n/locales';
import { COUNT_FIELDS, NOT_HELD, numberOf, type SessionValues, traineeField } from './session-values';

type Props = { form: SessionForm; typed: SessionValues };

/** In words, everything the form will send besides the visits. */
export function PlanSummary({ form, typed }: Props) {
  const t = useTranslations('logging.plan');
  const texts = usePlanTexts({ form, typed });
  return (
    <section aria-labelledby="log-plan" className="rounded-lg bg-sunken px-4 py-3">
      <h2 id="log-plan" className="text-sm font-semibold text-ink-soft">
        {t('title')}
      </h2>
      <ul className="mt-2 flex flex-wrap gap-2">
        {texts.map((text) => (
          <li key={text} className="rounded-md border border-line bg-surface px-2.5 py-0.5">
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function usePlanTexts({ form, typed }: Props): string[] {
  const t = useTranslations('logging.plan');
  const sessions = useTranslations('sessions');
  const locale = useLocale();
  const name = (one: { name: string; nameEn: string } | null | undefined) =>
    one ? inLocale(locale, one.name, one.nameEn) : '';

  if (typed.held === NOT_HELD) {
    const reason = NOT_HELD_REASONS.find((one) => one === typed.notHeldReason);
    return [reason ? t('notHeld', { reason: sessions(`notHeldReason.${reason}`) }) : t('notHeldOpen')];
  }
  const expert = () => {
    switch (typed.expertPresence) {
      case 'planned':
        return t('expert.planned', { name: name(form.plannedExpert) });
      case 'substitute': {
        const substitute = form.substitutes.find(({ id }) => id === typed.substituteId);
        return substitute ? t('expert.substitute', { name: name(substitute) }) : t('nobody');
      }
      case 'absent':
        return t('expert.absent');
      default:
        return t('nobody');
    }
  };
  const mode = SESSION_MODES.find((one) => one === typed.mode);
  const trainees = form.trainees.flatMap((trainee) => {
    const part = TRAINEE_PARTS.find((one) => one === typed[traineeField(trainee.id)]);
    return part ? [t('trainee', { name: name(trainee), part: sessions(`part.${part}`) })] : [];
  });
  const filled = (prefix: string) =>
    Object.entries(typed).filter(([field, text]) => field.startsWith(prefix) && numberOf(text) > 0).length;
  const conditions = filled('condition:') + filled('conditionFurtherCount');
  const techniques = filled('technique:') + filled('techniqueFurtherCount');
  const counted = COUNT_FIELDS.filter((field) => !field.startsWith('visits') && numberOf(typed[field]) > 0).map(
    (field) => t('counted', { field: sessions(`field.${field}`), count: numberOf(typed[field]) }),
  );
  return [
    expert(),
    ...(mode ? [sessions(`mode.${mode}`)] : []),
    ...(form.trainees.length > 0 && trainees.length === 0 ? [t('noTrainees')] : trainees),
    ...(conditions > 0 ? [t('conditions', { count: conditions })] : typed.divide === TICKED ? [t('divided')] : []),
    ...(techniques > 0 ? [t('techniques', { count: techniques })] : []),
    ...counted,
    ...(typed.note?.trim() ? [t('note')] : []),
  ];
}
