export const ERROR_SUMMARY_ID = 'error-summary';

type Props = { id?: string; title: string; problems: readonly { fieldId: string; message: string }[] };

/**
 * What is wrong in a form, each line a link to its field with the same words as there; nothing when all is well.
 * The browser focuses it on arrival; a form that answers without a new page focuses it
 * itself, by `ERROR_SUMMARY_ID` or, where a page has several forms, by an id of its own.
 */
export function ErrorSummary({ id = ERROR_SUMMARY_ID, title, problems }: Props) {
  if (problems.length === 0) return null;
  return (
    <div
      id={id}
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after a refused form the summary is where reading must start
      autoFocus
      className="mb-6 rounded-lg border-2 border-danger bg-danger-soft p-4"
    >
      <h2 className="text-lg text-danger">{title}</h2>
      <ul className="mt-2 grid gap-1">
        {problems.map((problem) => (
          <li key={`${problem.fieldId} ${problem.message}`}>
            <a href={`#${problem.fieldId}`} className="inline-flex min-h-11 items-center text-danger underline">
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
