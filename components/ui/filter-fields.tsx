import { useTranslations } from 'next-intl';
import { assertNever } from '@/lib/core/errors';
import { CheckField, InputField, SelectField } from './field';
import type { Option, OptionGroup } from './option-markup';

type Common = {
  /** the parameter of the address */
  name: string;
  label: string;
  hint?: string;
  /** the whole width of a narrow page */
  wide?: boolean;
};
type Text = string | null | undefined;

/** One condition of a list, as data; a select without options is left out. */
export type FilterField =
  | (Common & { kind: 'text'; value: Text; maxLength: number })
  | (Common & { kind: 'date'; value: Text; min?: string; max?: string })
  | (Common & { kind: 'select'; value: Text | number; options: readonly (Option | OptionGroup)[] })
  | (Common & { kind: 'check'; checked: boolean });

const GRIDS = {
  2: 'sm:not-senior:grid-cols-2',
  3: 'sm:not-senior:grid-cols-2 lg:not-senior:grid-cols-3',
  4: 'min-[24rem]:not-senior:grid-cols-2 lg:not-senior:grid-cols-4',
} as const;

type Props = { fields: readonly FilterField[]; columns?: keyof typeof GRIDS };

/** Whether somebody chose something in a field. */
export function isChosen(field: FilterField): boolean {
  if (field.kind === 'check') return field.checked;
  return field.value !== null && field.value !== undefined && field.value !== '';
}

/** The fields of a filter side by side, each holding what was chosen. */
export function FilterFields({ fields, columns = 3 }: Props) {
  const shown = fields.filter((field) => field.kind !== 'select' || field.options.length > 0);
  return (
    <div className={`grid grid-cols-1 items-end gap-3 ${GRIDS[columns]}`}>
      {shown.map((field) => (
        <div key={field.name} className={field.wide ? 'col-span-full lg:col-span-1' : undefined}>
          <Control field={field} />
        </div>
      ))}
    </div>
  );
}

function Control({ field }: { field: FilterField }) {
  const t = useTranslations('ui.filter');
  const { name, label, hint } = field;
  const common = { id: `filter-${name}`, name, label, hint };
  switch (field.kind) {
    case 'text':
      return <InputField {...common} maxLength={field.maxLength} defaultValue={field.value ?? ''} />;
    case 'date':
      return <InputField {...common} type="date" min={field.min} max={field.max} defaultValue={field.value ?? ''} />;
    case 'select':
      return (
        <SelectField
          {...common}
          empty={t('any')}
          options={field.options}
          defaultValue={field.value === null || field.value === undefined ? '' : String(field.value)}
        />
      );
    case 'check':
      return <CheckField {...common} value="1" defaultChecked={field.checked} />;
    default:
      return assertNever(field);
  }
}
