export type Column<Row> = {
  key: string;
  header: React.ReactNode;
  cell: (row: Row) => React.ReactNode;
  /** numbers stand under each other at the right */
  numeric?: boolean;
  /** holds sentences rather than words */
  wide?: boolean;
  /** holds a button, which needs its room */
  whole?: boolean;
};

type Props<Row> = {
  caption: React.ReactNode;
  /** keeps the caption for screen readers where a heading just above says the same */
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** says so where there are no rows */
  empty?: React.ReactNode;
};

/** Chinese may break after every character, so columns of words need a width below which the frame scrolls instead. */
function width(column: { numeric?: boolean; wide?: boolean; whole?: boolean }, index: number): string {
  if (column.numeric) return 'num';
  // names of rows would break after every few characters on paper
  const paper = index === 0 ? 'print:min-w-24' : 'print:min-w-0';
  if (column.whole) return `min-w-44 ${paper}`;
  return `${column.wide ? 'min-w-64' : 'min-w-32'} ${paper}`;
}

/** A table whose first column names each row; on a narrow screen it scrolls inside its own frame. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey, empty }: Props<Row>) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative overflow-x-auto rounded-xl border border-line bg-surface print:overflow-visible"
    >
      <table className="cells w-full border-collapse text-left">
        <caption className={captionHidden ? 'sr-only' : 'px-4 pt-3 pb-2 text-left text-sm text-ink-soft'}>
          {captionHidden ? (
            caption
          ) : (
            // a table wider than its frame must not take half of its caption out of sight
            <span className="sticky start-4 inline-block max-w-[min(100%,calc(100vw-4.5rem))]">{caption}</span>
          )}
        </caption>
        <thead>
          <tr className="border-b border-line-strong">
            {columns.map((column, index) => (
              <th key={column.key} scope="col" className={width(column, index)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-b-0">
              {columns.map((column, index) => {
                const cell = { className: width(column, index), children: column.cell(row) };
                return index === 0 ? <th key={column.key} scope="row" {...cell} /> : <td key={column.key} {...cell} />;
              })}
            </tr>
          ))}
          {rows.length === 0 && empty && (
            <tr>
              <td colSpan={columns.length} className="px-4 py-4 text-ink-soft">
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
