import { useTranslations } from 'next-intl';
import { InputField } from '@/components/ui/field';
import { controlOf, type FieldSource } from './field-source';

/** Digits of a text: an input of type number changes under the scroll wheel and hides what it cannot read. */
export const COUNT_INPUT = { inputMode: 'numeric', autoComplete: 'off', maxLength: 6 } as const;

/** The two numbers that are always asked, as large as they are important. */
export function VisitCounts({ source }: { source: FieldSource }) {
  const t = useTranslations('logging.counts');
  return (
    <fieldset>
      <legend className="mb-3 text-xl font-semibold">{t('legend')}</legend>
      <div className="grid max-w-md grid-cols-2 items-end gap-4 senior:grid-cols-1">
        <InputField
          {...controlOf(source, 'visitsNew')}
          {...COUNT_INPUT}
          label={t('new')}
          big
          autoFocus={source.problems.length === 0}
        />
        <InputField {...controlOf(source, 'visitsReturn')} {...COUNT_INPUT} label={t('return')} big />
      </div>
    </fieldset>
  );
}
