import { useFormatter } from 'next-intl';
import type { Column } from './data-table';

// What cells of many tables look like.

/** What a cell says, and below it, smaller, what goes with it. */
export function TwoLines({ children, note }: { children: React.ReactNode; note: React.ReactNode }) {
  return (
    <>
      {children}
      <span className="block text-sm font-normal text-ink-soft">{note}</span>
    </>
  );
}

/** Makes a column of counts in the page's way of writing numbers. */
export function useCountColumn<Row>() {
  const format = useFormatter();
  return (key: string, header: React.ReactNode, count: (row: Row) => number): Column<Row> => ({
    key,
    header,
    numeric: true,
    cell: (row) => format.number(count(row)),
  });
}
