export type Column<Row> = {
  key: string;
  header: React.ReactNode;
  /** what a card says before the cell where that is not its header; nothing where the cell says it by itself */
  label?: string;
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
  /** rows are read against each other: narrow screens keep the table, and the first column stays in sight */
  compares?: boolean;
};

/** Wider than a phone, in rem, columns of the usual width do not stand beside each other. */
const PHONE_REM = 22;

function needsRem(columns: readonly { numeric?: boolean; wide?: boolean; whole?: boolean }[]): number {
  const each = columns.map(({ numeric, wide, whole }) => (numeric ? 6 : whole ? 11 : wide ? 16 : 8));
  return each.reduce((sum, one) => sum + one, 0);
}

/** Chinese may break after every character, so columns of words need a width below which the frame scrolls instead. */
function width(column: { numeric?: boolean; wide?: boolean; whole?: boolean }, index: number): string {
  if (column.numeric) return 'num';
  // names of rows would break after every few characters on paper
  const paper = index === 0 ? 'print:min-w-24' : 'print:min-w-0';
  if (column.whole) return `min-w-44 ${paper}`;
  return `${column.wide ? 'min-w-64' : 'min-w-32'} ${paper}`;
}

/**
 * A table whose first column names each row. On a narrow screen each row becomes a card; a table that compares scrolls
 * inside its own frame.
 */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey, empty, compares }: Props<Row>) {
  const folds = !compares && columns.length > 1 && needsRem(columns) > PHONE_REM;
  // the name of a row needs no label, its number does
  const labels = columns.map(({ header, label, numeric }, index) => {
    const words = label ?? (typeof header === 'string' ? header : '');
    return folds && words !== '' && (index > 0 || numeric) ? words : undefined;
  });
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      className="table-frame relative overflow-x-auto rounded-xl border border-line bg-surface print:overflow-visible"
    >
      <table className={`cells ${folds ? 'folds ' : ''}${compares ? 'compares ' : ''}w-full border-collapse text-left`}>
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
                const children = column.cell(row);
                const cell = { className: width(column, index), 'data-label': labels[index], children };
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
