import { useLocale, useTranslations } from 'next-intl';
import { CheckField, InputField, SelectField } from '@/components/ui/field';
import { TICKED } from '@/components/ui/form-field';
import type { Option } from '@/components/ui/option-markup';
import { conditionKey } from '@/lib/clinic-sessions/rules';
import { inLocale } from '@/lib/i18n/locales';
import { controlOf, type FieldSource, fieldId } from './field-source';
import { conditionField, FURTHER_ROWS, techniqueField } from './session-values';
import { COUNT_INPUT } from './visit-counts';

const GRID = 'grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3';

type CountedProps = {
  source: FieldSource;
  kind: 'condition' | 'technique';
  legend: string;
  listed: readonly { field: string; label: string }[];
  others: readonly Option[];
  children?: React.ReactNode;
};

/** Numbers beside what they count: the likely ones listed, three more to choose. */
function CountedFields({ source, kind, legend, listed, others, children }: CountedProps) {
  const t = useTranslations(`logging.${kind}s`);
  const none = useTranslations('logging.conditions')('none');
  const { typed } = source;
  // a row to choose appears when the one before it is used
  const shown = FURTHER_ROWS.filter((row) => row === 0 || Boolean(typed[`${kind}Further${row - 1}`]));
  return (
    <fieldset id={fieldId(`${kind}s`)} tabIndex={-1}>
      <legend className="mb-2 text-lg font-semibold">{legend}</legend>
      {children}
      <div className={GRID}>
        {listed.map(({ field, label }) => (
          <InputField key={field} {...controlOf(source, field)} {...COUNT_INPUT} label={label} />
        ))}
      </div>
      {others.length > 0 &&
        FURTHER_ROWS.map((row) => (
          <div key={row} className={`mt-4 ${GRID} ${shown.includes(row) ? '' : 'scripting:hidden'}`}>
            <SelectField
              {...controlOf(source, `${kind}Further${row}`)}
              label={t('further', { number: row + 1 })}
              empty={none}
              options={others}
            />
            <InputField
              {...controlOf(source, `${kind}FurtherCount${row}`)}
              {...COUNT_INPUT}
              label={t('furtherCount', { number: row + 1 })}
            />
          </div>
        ))}
    </fieldset>
  );
}

/** Visits by condition: divided as usual, or typed. */
export function ConditionFields({ source }: { source: FieldSource }) {
  const t = useTranslations('logging.conditions');
  const locale = useLocale();
  const { form, values, typed } = source;
  const named = form.conditions.map(({ name, nameEn, ...one }) => ({ ...one, label: inLocale(locale, name, nameEn) }));
  const isListed = (one: (typeof named)[number]) => one.ofClinic || conditionField(one) in values;
  const divided = typed.divide === TICKED;
  const rows = named.filter(isListed).map((one) => ({ field: conditionField(one), label: one.label }));
  return (
    <CountedFields
      source={source}
      kind="condition"
      legend={t('legend')}
      listed={rows}
      others={named.filter((one) => !isListed(one)).map((one) => ({ value: conditionKey(one), label: one.label }))}
    >
      {form.prefill.conditionShares.length > 0 && (
        <div className="mb-2">
          <CheckField
            id={fieldId('divide')}
            name="divide"
            value={TICKED}
            label={t('divide')}
            defaultChecked={values.divide === TICKED}
            aria-describedby={divided ? fieldId('divided') : undefined}
          />
        </div>
      )}
    </CountedFields>
  );
}

/** Which techniques were used, and how often. */
export function TechniqueFields({ source }: { source: FieldSource }) {
  const t = useTranslations('logging.techniques');
  const locale = useLocale();
  const { form, values } = source;
  const named = form.techniques.map(({ name, nameEn, ...one }) => ({ ...one, label: inLocale(locale, name, nameEn) }));
  const isListed = ({ code, usual }: (typeof named)[number]) => usual || techniqueField(code) in values;
  return (
    <CountedFields
      source={source}
      kind="technique"
      legend={t('legend')}
      listed={named.filter(isListed).map(({ code, label }) => ({ field: techniqueField(code), label }))}
      others={named.filter((one) => !isListed(one)).map(({ code, label }) => ({ value: code, label }))}
    />
  );
}

const SERVICES = ['prescriptions', 'preparations', 'referralsUp', 'referralsDown', 'teachingCases'] as const;

/** Prescriptions, preparations, referrals and teaching cases. */
export function ServiceFields({ source }: { source: FieldSource }) {
  const t = useTranslations('logging.services');
  const fields = useTranslations('sessions.field');
  return (
    <fieldset>
      <legend className="mb-2 text-lg font-semibold">{t('legend')}</legend>
      <div className={GRID}>
        {SERVICES.map((name) => (
          <InputField key={name} {...controlOf(source, name)} {...COUNT_INPUT} label={fields(name)} />
        ))}
      </div>
    </fieldset>
  );
}
