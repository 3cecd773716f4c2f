import { useLocale, useTranslations } from 'next-intl';
import { SelectField, TextAreaField } from '@/components/ui/field';
import { TEXT_LIMIT, TRAINEE_PARTS } from '@/lib/clinic-sessions/schema';
import { inLocale } from '@/lib/i18n/locales';
import { controlOf, type FieldSource, fieldId } from './field-source';
import { traineeField } from './session-values';

/** Who of the clinic's trainees was there, and in which part. */
export function TraineeFields({ source }: { source: FieldSource }) {
  const t = useTranslations('logging.trainees');
  const parts = useTranslations('sessions.part');
  const locale = useLocale();
  const { trainees } = source.form;
  return (
    <fieldset id={fieldId('trainees')} tabIndex={-1}>
      <legend className="mb-2 text-lg font-semibold">{t('legend')}</legend>
      {trainees.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        {trainees.map(({ id, name, nameEn }) => (
          <SelectField
            key={id}
            {...controlOf(source, traineeField(id))}
            label={inLocale(locale, name, nameEn)}
            empty={t('away')}
            options={TRAINEE_PARTS.map((part) => ({ value: part, label: parts(part) }))}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A note to whoever reads the record. */
export function NoteField({ source }: { source: FieldSource }) {
  const t = useTranslations('logging.texts');
  const fields = useTranslations('sessions.field');
  return (
    <TextAreaField
      {...controlOf(source, 'note')}
      label={fields('note')}
      hint={t('noteHint')}
      rows={3}
      maxLength={TEXT_LIMIT}
    />
  );
}
