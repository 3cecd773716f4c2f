import { ButtonLink } from './button';
import { InputField } from './field';
import type { ShownOnce } from './form-state';
import { Notice } from './notice';

export type OnceWords = {
  title: string;
  text: string;
  /** labels a link, or says whose codes these are */
  label: string;
  next: string;
};

type Props = { id: string; once: ShownOnce; words: OnceWords };

/** A link or codes at the moment they are made, laid out to be copied or printed. */
export function ShownOnceView({ id, once, words }: Props) {
  return (
    <div className="max-w-2xl">
      <Notice kind="success" title={words.title} announce>
        {words.text}
      </Notice>
      {once.kind === 'link' ? (
        <InputField id={id} label={words.label} value={once.address} readOnly dir="ltr" />
      ) : (
        <CodeList id={id} codes={once.codes} label={words.label} />
      )}
      {once.next && (
        <p className="no-print mt-6">
          <ButtonLink href={once.next}>{words.next}</ButtonLink>
        </p>
      )}
    </div>
  );
}

function CodeList({ id, codes, label }: { id: string; codes: readonly string[]; label: string }) {
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-surface p-4 sm:p-6">
      <p id={id} className="text-ink-soft">
        {label}
      </p>
      <ol className="mt-4 grid list-inside list-decimal gap-2 font-mono text-lg sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </section>
  );
}
