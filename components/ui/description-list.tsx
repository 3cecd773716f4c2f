type Item = { key: string; term: React.ReactNode; description: React.ReactNode };

/** Terms and what they are, in two columns where there is room; entries without a description are left out. */
export function DescriptionList({ items }: { items: readonly Item[] }) {
  return (
    <dl className="grid gap-y-3 sm:grid-cols-[minmax(6rem,10rem)_1fr] sm:gap-x-6">
      {items
        .filter((item) => item.description !== null && item.description !== undefined)
        .map((item) => (
          <div key={item.key} className="sm:contents">
            <dt className="text-ink-soft">{item.term}</dt>
            <dd>{item.description}</dd>
          </div>
        ))}
    </dl>
  );
}
