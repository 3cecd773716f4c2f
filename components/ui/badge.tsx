import { classNames } from './class-names';

const TONES = {
  neutral: 'border-line bg-sunken text-ink-soft',
  accent: 'border-accent bg-accent-soft text-accent',
  info: 'border-info bg-info-soft text-info',
  success: 'border-success bg-success-soft text-success',
  warning: 'border-warning bg-warning-soft text-warning',
  danger: 'border-danger bg-danger-soft text-danger',
} as const;

export type Tone = keyof typeof TONES;

/** A short state or property in words; the tone repeats what the words say. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: React.ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1 rounded-md border px-2 py-0.5 text-sm whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}

/** Words in a row, such as the services of a place; wraps where it must. */
export function TagList({ label, tags }: { label: string; tags: readonly { key: string; label: React.ReactNode }[] }) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag.key} className="rounded-md border border-line bg-sunken px-2 py-0.5 text-sm text-ink-soft">
          {tag.label}
        </li>
      ))}
    </ul>
  );
}
