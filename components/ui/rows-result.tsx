import { Notice } from './notice';
import { hasResult, type RowsFormState } from './rows-form-state';

type Props = {
  ref: React.Ref<HTMLDivElement>;
  state: RowsFormState;
  words: { refusedTitle: string; toRow: string };
};

/** What became of a list that was answered at once: how much was done, and each row that was not, with its reason. */
export function RowsResult({ ref, state, words }: Props) {
  const { done, refusals } = state;
  return (
    <div
      ref={ref}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: after an answer reading goes on here, the row it was about may be gone
      autoFocus={hasResult(state)}
      className="outline-none"
    >
      {done !== null && (
        <Notice kind="success" announce>
          {done}
        </Notice>
      )}
      {refusals.length > 0 && (
        <Notice kind="warning" title={words.refusedTitle} announce>
          <ul className="mt-1 list-inside list-disc">
            {refusals.map(({ key, href, message }) => (
              <li key={key}>
                {message}{' '}
                {href && (
                  <a href={href} className="text-link inline-flex min-h-11 items-center">
                    {words.toRow}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
