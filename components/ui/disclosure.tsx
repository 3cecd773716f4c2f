import { Icon } from './icon';

type Props = { summary: React.ReactNode; open?: boolean; id?: string; children: React.ReactNode };

/** Something that opens on request; works without scripts. */
export function Disclosure({ summary, open, id, children }: Props) {
  return (
    <details id={id} open={open} className="group rounded-lg border border-line bg-surface">
      <summary className="flex min-h-12 list-none items-center gap-2 px-4 py-2 font-medium [&::-webkit-details-marker]:hidden">
        <Icon name="chevronDown" className="size-[1.2em] text-ink-faint group-open:rotate-180" />
        {summary}
      </summary>
      <div className="border-t border-line px-4 py-3">{children}</div>
    </details>
  );
}
