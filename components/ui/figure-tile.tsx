import { useFormatter } from 'next-intl';
import { type DataOrigin, OriginMark } from './origin-mark';

type Props = {
  /** null is missing, which is not zero */
  value: number | null;
  unit?: string;
  label: React.ReactNode;
  origin?: DataOrigin;
  note?: React.ReactNode;
  href?: string;
  missing?: string;
};

/** One number with what it counts and where it comes from. */
export function FigureTile({ value, unit, label, origin, note, href, missing = '—' }: Props) {
  const format = useFormatter();
  return (
    <div className="flex flex-col gap-1 rounded-xl border border-line bg-surface p-4">
      <p className="text-2xl font-semibold">
        {value === null ? missing : format.number(value)}
        {unit && value !== null && <span className="ms-1 text-base font-normal text-ink-soft">{unit}</span>}
      </p>
      <p>
        {href ? (
          <a href={href} className="text-link">
            {label}
          </a>
        ) : (
          label
        )}
      </p>
      {note && <p className="text-sm text-ink-soft">{note}</p>}
      {origin && (
        <p className="mt-auto pt-1">
          <OriginMark origin={origin} />
        </p>
      )}
    </div>
  );
}
