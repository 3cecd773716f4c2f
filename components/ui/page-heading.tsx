type Props = { title: React.ReactNode; lead?: React.ReactNode; children?: React.ReactNode };

/** The one h1 of a page, with the sentence that says what the page is for, and marks or actions below. */
export function PageHeading({ title, lead, children }: Props) {
  return (
    <header className="mt-2 mb-6">
      <h1 className="text-2xl sm:text-3xl">{title}</h1>
      {lead && <p className="mt-2 max-w-prose text-ink-soft">{lead}</p>}
      {children && <div className="mt-3 flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  );
}
