/** A link inside running text. */
export function TextLink(props: React.ComponentProps<'a'> & { href: string }) {
  const { className, ...rest } = props;
  return <a className={className ? `text-link ${className}` : 'text-link'} {...rest} />;
}
