export type RecoveryCodeWords = { title: string; lead: string; account: string; goOn: string };

type Props = { codes: readonly string[]; words: RecoveryCodeWords; next: string };

/** Recovery codes at the moment they are made, laid out for paper. */
export function RecoveryCodeList({ codes, words, next }: Props) {
  return (
    <section aria-labelledby="recovery-codes" className="max-w-2xl rounded-xl border border-line bg-surface p-4 sm:p-6">
      <h2 id="recovery-codes" className="text-xl">
        {words.title}
      </h2>
      <p className="mt-2">{words.lead}</p>
      <p className="mt-2 text-ink-soft">{words.account}</p>
      <ol className="mt-4 grid list-inside list-decimal gap-2 font-mono text-lg sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="no-print mt-6">
        <a href={next} className="text-link inline-flex min-h-12 items-center font-medium">
          {words.goOn}
        </a>
      </p>
    </section>
  );
}
