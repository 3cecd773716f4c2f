type Props = { title: React.ReactNode; id: string; aside?: React.ReactNode; children: React.ReactNode };

/** A part of a page under its h2; `id` names it for links and for the list of landmarks. */
export function Section({ title, id, aside, children }: Props) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
