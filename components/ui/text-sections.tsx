export type TextSection = { id: string; title: React.ReactNode; paragraphs: readonly React.ReactNode[] };

/** Running text under headings, each section with an address of its own. */
export function TextSections({ sections }: { sections: readonly TextSection[] }) {
  return (
    <div className="max-w-prose">
      {sections.map((section) => (
        <section key={section.id} aria-labelledby={section.id} className="mt-9 grid gap-3">
          <h2 id={section.id} className="text-xl">
            {section.title}
          </h2>
          {section.paragraphs.map((paragraph, index) => (
            // the order of paragraphs is fixed text
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never move
            <p key={index}>{paragraph}</p>
          ))}
        </section>
      ))}
    </div>
  );
}
