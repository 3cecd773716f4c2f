import { classNames } from './class-names';

const BASE =
  'no-print inline-flex min-h-12 items-center justify-center gap-2 rounded-lg px-5 py-2 text-base font-medium no-underline cursor-pointer disabled:cursor-not-allowed disabled:opacity-60';
const VARIANTS = {
  primary: 'border border-accent bg-accent text-on-accent hover:bg-accent-strong hover:border-accent-strong',
  secondary: 'border border-line-strong bg-surface text-ink hover:border-accent hover:text-accent',
  quiet: 'border border-transparent text-accent underline underline-offset-4 hover:bg-accent-soft',
  danger: 'border border-danger bg-surface text-danger hover:bg-danger-soft',
} as const;

export type ButtonVariant = keyof typeof VARIANTS;
type Look = { variant?: ButtonVariant; wide?: boolean };

function look({ variant = 'primary', wide }: Look, className?: string) {
  return classNames(BASE, VARIANTS[variant], wide && 'w-full', className);
}

/** A button; it submits its form unless `type` says otherwise. */
export function Button({ variant, wide, className, type = 'submit', ...rest }: Look & React.ComponentProps<'button'>) {
  return <button type={type} className={look({ variant, wide }, className)} {...rest} />;
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  variant = 'secondary',
  wide,
  className,
  ...rest
}: Look & React.ComponentProps<'a'> & { href: string }) {
  return <a className={look({ variant, wide }, className)} {...rest} />;
}
