import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { InputField, SelectField } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import type { Option } from '@/components/ui/option-markup';

export type FilterField =
  | { kind: 'select'; name: string; label: string; empty: string; options: readonly Option[]; value: string | null }
  | { kind: 'date'; name: string; label: string; value: string | null; min: string; max: string };

type Props = {
  label: string;
  action: string;
  fields: readonly FilterField[];
  /** where all filters are gone; null when none is set */
  resetHref: string | null;
  /** behind a line that opens it, where the list itself should come first; open while a filter is set */
  folded?: boolean;
};

/** Filters of a list as an ordinary form: the answer is an address that can be kept and shared. */
export function FilterForm({ folded, ...form }: Props) {
  if (!folded) {
    return (
      <div className="no-print my-5 rounded-xl border border-line bg-surface p-4">
        <Filters {...form} />
      </div>
    );
  }
  return (
    <div className="no-print my-5">
      <Disclosure summary={form.label} open={form.resetHref !== null}>
        <Filters {...form} />
      </Disclosure>
    </div>
  );
}

function Filters({ label, action, fields, resetHref }: Omit<Props, 'folded'>) {
  const t = useTranslations('clinics.filters');
  return (
    <form method="get" action={action} aria-label={label}>
      <div className="grid grid-cols-1 gap-3 min-[24rem]:not-senior:grid-cols-2 lg:grid-cols-4">
        {fields.map((field) => {
          const { name } = field;
          const id = `filter-${name}`;
          if (field.kind === 'select') {
            const { label: text, options, empty, value } = field;
            return (
              <SelectField
                key={name}
                id={id}
                name={name}
                label={text}
                options={options}
                empty={empty}
                defaultValue={value ?? ''}
              />
            );
          }
          const { label: text, min, max, value } = field;
          return (
            <InputField
              key={name}
              id={id}
              name={name}
              label={text}
              type="date"
              min={min}
              max={max}
              defaultValue={value ?? ''}
            />
          );
        })}
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('apply')}
        </Button>
        {resetHref && (
          <ButtonLink href={resetHref} variant="quiet">
            {t('reset')}
          </ButtonLink>
        )}
      </div>
    </form>
  );
}
