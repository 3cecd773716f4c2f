import { useTranslations } from 'next-intl';
import { Button, ButtonLink } from './button';
import { Disclosure } from './disclosure';
import { type FilterField, FilterFields, isChosen } from './filter-fields';
import { Icon } from './icon';

type FrameProps = {
  title: string;
  /** the list's address without conditions, in the language of the page */
  action: string;
  /** where all conditions are gone; null when there are none */
  clearHref: string | null;
  /** behind a line that opens it, where the list itself should come first; open while a condition is set */
  folded?: boolean;
  children: React.ReactNode;
};

/** Conditions of a list as an ordinary form: the answer is an address that can be kept and shared. */
export function FilterFrame({ title, action, clearHref, folded, children }: FrameProps) {
  const t = useTranslations('ui.filter');
  const form = (
    <form method="get" action={action} aria-label={title} className="grid gap-4">
      {children}
      <div className="flex flex-wrap gap-3">
        <Button>
          <Icon name="search" />
          {t('apply')}
        </Button>
        {clearHref && <ButtonLink href={clearHref}>{t('clear')}</ButtonLink>}
      </div>
    </form>
  );
  if (!folded) return <div className="no-print my-5 rounded-xl border border-line bg-surface p-4">{form}</div>;
  return (
    <div className="no-print my-5">
      <Disclosure summary={title} open={clearHref !== null || undefined}>
        {form}
      </Disclosure>
    </div>
  );
}

type Props = Omit<FrameProps, 'clearHref' | 'children'> & {
  fields: readonly FilterField[];
  columns?: 2 | 3 | 4;
  /** said above the fields */
  notice?: React.ReactNode;
  /** where it is not simply the address without conditions */
  clearHref?: string | null;
};

/** A filter that is all fields; it offers to clear itself when one of them is chosen. */
export function FilterForm({ fields, columns, notice, clearHref, ...frame }: Props) {
  const clear = clearHref === undefined ? (fields.some(isChosen) ? frame.action : null) : clearHref;
  return (
    <FilterFrame {...frame} clearHref={clear}>
      {notice}
      <FilterFields fields={fields} columns={columns} />
    </FilterFrame>
  );
}
