import { useLocale, useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { InputField, SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { Option, OptionGroup } from '@/components/ui/option-markup';
import { localePath } from '@/lib/i18n/locales';

export type FilterChoice = {
  name: string;
  label: string;
  options: readonly (Option | OptionGroup)[];
  value: string | number | null;
};

type Props = { path: string; text: string; textHint: string; choices: readonly FilterChoice[] };

/** Search and filters of a list of people, an ordinary form: the answer is an address that can be kept. */
export function PeopleFilterForm({ path, text, textHint, choices }: Props) {
  const t = useTranslations('people.filter');
  const locale = useLocale();
  const action = localePath(locale, path);
  const isSet = text !== '' || choices.some(({ value }) => value !== null);
  return (
    <form
      method="get"
      action={action}
      aria-label={t('title')}
      className="no-print my-5 rounded-xl border border-line bg-surface p-4"
    >
      <div className="grid grid-cols-1 items-end gap-3 sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3">
        <InputField
          id="filter-text"
          name="text"
          label={t('text')}
          hint={textHint}
          maxLength={120}
          defaultValue={text}
        />
        {choices
          .filter(({ options }) => options.length > 0)
          .map(({ name, label, options, value }) => (
            <SelectField
              key={name}
              id={`filter-${name}`}
              name={name}
              label={label}
              empty={t('any')}
              options={options}
              defaultValue={value === null ? '' : String(value)}
            />
          ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('apply')}
        </Button>
        {isSet && <ButtonLink href={action}>{t('clear')}</ButtonLink>}
      </div>
    </form>
  );
}
