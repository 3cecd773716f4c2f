import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/text-link';
import type { ExistingRecord, SessionForm } from '@/lib/clinic-sessions/form-schema';
import { localePath } from '@/lib/i18n/locales';
import { agree, type ComparedField, differingFields, taking, useFieldWords } from './compared-fields';
import { type SessionValues, valuesOf } from './session-values';

type Props = {
  form: SessionForm;
  /** what stands in the form below */
  typed: SessionValues;
  theirs: ExistingRecord;
  /** fills the form below */
  onChoose: (chosen: SessionValues) => void;
  /** leaves the record as it is */
  onGiveUp: () => void;
};

/** Two versions of one record side by side: what is to stand is chosen field by field, or typed below. */
export function ConflictView({ form, typed, theirs, onChoose, onGiveUp }: Props) {
  const t = useTranslations('logging.conflict');
  const format = useFormatter();
  const locale = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  // what was typed when the two met stays in sight, whatever is chosen
  const [mine] = useState(typed);
  const other = valuesOf(theirs.content);
  const fields = differingFields(mine, other, form);
  const when = format.dateTime(new Date(theirs.submittedAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section aria-labelledby="log-conflict" className="rounded-xl border-2 border-warning bg-surface p-4 sm:p-5">
      <h2 ref={title} id="log-conflict" tabIndex={-1} className="text-xl">
        {t('title')}
      </h2>
      <p className="mt-2 max-w-prose">
        {t('lead', { name: theirs.submittedByName ?? t('someone'), when, version: theirs.version })}
      </p>
      {fields.length === 0 && <p className="mt-2 font-medium">{t('same')}</p>}
      <ul className="mt-4 grid gap-4">
        {fields.map((field) => (
          <ComparedRow
            key={field.names.join()}
            field={field}
            form={form}
            typed={typed}
            sides={{ mine, theirs: other }}
            onChoose={onChoose}
          />
        ))}
      </ul>
      <p className="mt-4 flex flex-wrap items-center gap-3">
        {fields.length > 1 && (
          <>
            <Button type="button" variant="secondary" data-needs-script="" onClick={() => onChoose(mine)}>
              {t('takeMine')}
            </Button>
            <Button type="button" variant="secondary" data-needs-script="" onClick={() => onChoose(other)}>
              {t('takeTheirs')}
            </Button>
          </>
        )}
        <Button type="button" variant="quiet" data-needs-script="" onClick={onGiveUp}>
          {t('giveUp')}
        </Button>
        <span className="scripting:hidden">
          <TextLink href={localePath(locale, '/today')}>{t('giveUp')}</TextLink>
        </span>
      </p>
    </section>
  );
}

type RowProps = Pick<Props, 'form' | 'typed' | 'onChoose'> & {
  field: ComparedField;
  sides: { mine: SessionValues; theirs: SessionValues };
};

function ComparedRow({ field, form, typed, sides, onChoose }: RowProps) {
  const t = useTranslations('logging.conflict');
  const words = useFieldWords(form);
  return (
    <li>
      <h3 className="text-base">{words.label(field)}</h3>
      <div className="mt-1 grid grid-cols-2 gap-3">
        {(['mine', 'theirs'] as const).map((side) => {
          const chosen = agree(typed, sides[side], field.names);
          const content = (
            <>
              <span className="block text-sm text-ink-soft">{t(side)}</span>
              <span className="block text-lg break-words">{words.value(field, sides[side])}</span>
            </>
          );
          return (
            <div key={side}>
              <button
                type="button"
                data-needs-script=""
                aria-pressed={chosen}
                onClick={() => onChoose(taking(typed, sides[side], field.names))}
                className="group flex min-h-16 w-full cursor-pointer items-center justify-between gap-2 rounded-lg border-2 border-line-strong bg-surface px-3 py-2 text-left aria-pressed:border-accent aria-pressed:bg-accent-soft"
              >
                <span className="min-w-0">{content}</span>
                <Icon name="check" className="invisible size-[1.5em] text-accent group-aria-pressed:visible" />
              </button>
              <div className="scripting:hidden">{content}</div>
            </div>
          );
        })}
      </div>
    </li>
  );
}
