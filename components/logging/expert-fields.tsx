import { useLocale, useTranslations } from 'next-intl';
import { ChoiceGroup, SelectField } from '@/components/ui/field';
import { NOT_HELD_REASONS, SESSION_MODES } from '@/lib/clinic-sessions/schema';
import { inLocale } from '@/lib/i18n/locales';
import { controlOf, type FieldSource } from './field-source';
import { HELD, NOT_HELD } from './session-values';

function selected(value: string) {
  return value === '' ? [] : [value];
}

/** Whether the session was held, and if not, why. */
export function HeldFields({ source }: { source: FieldSource }) {
  const t = useTranslations('logging.held');
  const reasons = useTranslations('sessions.notHeldReason');
  const { defaultValue, ...held } = controlOf(source, 'held');
  return (
    <div className="grid gap-4">
      <ChoiceGroup
        {...held}
        type="radio"
        label={t('legend')}
        columns
        options={[
          { value: HELD, label: t('yes') },
          { value: NOT_HELD, label: t('no') },
        ]}
        selected={selected(defaultValue)}
      />
      <div className={source.typed.held === HELD ? 'scripting:hidden' : undefined}>
        <SelectField
          {...controlOf(source, 'notHeldReason')}
          label={t('reason')}
          empty={t('choose')}
          options={NOT_HELD_REASONS.map((reason) => ({ value: reason, label: reasons(reason) }))}
        />
      </div>
    </div>
  );
}

/** Who was there, and whether on site. */
export function ExpertFields({ source }: { source: FieldSource }) {
  const t = useTranslations('logging.expert');
  const modes = useTranslations('sessions.mode');
  const locale = useLocale();
  const { plannedExpert, substitutes } = source.form;
  const name = (one: { name: string; nameEn: string }) => inLocale(locale, one.name, one.nameEn);
  const { defaultValue, ...presence } = controlOf(source, 'expertPresence');
  const { defaultValue: modeValue, ...mode } = controlOf(source, 'mode');
  const group = (ofClinic: boolean, label: string) => ({
    label,
    options: substitutes
      .filter((one) => one.ofClinic === ofClinic)
      .map((one) => ({
        value: one.id,
        label: `${name(one)} · ${inLocale(locale, one.department, one.departmentEn)}`,
      })),
  });
  const groups = [group(true, t('ofClinic')), group(false, t('ofHospital'))].filter(
    ({ options }) => options.length > 0,
  );
  return (
    <div className="grid gap-4">
      <ChoiceGroup
        {...presence}
        type="radio"
        label={t('legend')}
        options={[
          ...(plannedExpert ? [{ value: 'planned', label: t('planned', { name: name(plannedExpert) }) }] : []),
          { value: 'substitute', label: t('substitute') },
          { value: 'absent', label: t('absent') },
        ]}
        selected={selected(defaultValue)}
      />
      <div className={source.typed.expertPresence === 'substitute' ? undefined : 'scripting:hidden'}>
        <SelectField {...controlOf(source, 'substituteId')} label={t('who')} empty={t('ofNobody')} options={groups} />
      </div>
      <ChoiceGroup
        {...mode}
        type="radio"
        label={t('mode')}
        columns
        options={SESSION_MODES.map((one) => ({ value: one, label: modes(one) }))}
        selected={selected(modeValue)}
      />
    </div>
  );
}
