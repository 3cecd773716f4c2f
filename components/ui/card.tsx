import { classNames } from './class-names';

type Props = React.ComponentProps<'div'> & { as?: 'div' | 'article' | 'li' | 'section' };

/** A quiet frame around things that belong together. */
export function Card({ as: Tag = 'div', className, ...rest }: Props) {
  const Element = Tag as 'div';
  return <Element className={classNames('rounded-xl border bg-surface p-4 sm:p-5', className)} {...rest} />;
}
