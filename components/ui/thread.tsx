import { Badge, type Tone } from './badge';
import { InstantText } from './date-text';

type Said = {
  id: string;
  /** what was done, in a word */
  kind: string;
  tone?: Tone;
  by: React.ReactNode;
  at: Date;
  text: string;
};

/** What was done and said of something, in the order of time. */
export function Thread({ said }: { said: readonly Said[] }) {
  return (
    <ol className="grid gap-3">
      {said.map(({ id, kind, tone = 'neutral', by, at, text }) => (
        <li key={id} className="rounded-lg border border-line bg-surface p-3 sm:p-4">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={tone}>{kind}</Badge>
              <span>{by}</span>
            </p>
            <p className="text-sm text-ink-soft">
              <InstantText at={at} />
            </p>
          </div>
          {text !== '' && <p className="mt-2 max-w-prose break-words whitespace-pre-line">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
