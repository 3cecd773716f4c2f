import { useFormatter } from 'next-intl';
import { RecordStateBadge } from '@/components/clinic-sessions/record-badges';
import { DateText, InstantText } from '@/components/ui/date-text';
import { cellValue, type ListWords } from '@/lib/clinic-sessions/list-rules';
import type { SessionColumn, SessionListed } from '@/lib/clinic-sessions/list-schema';
import { civilDate } from '@/lib/core/dates';

type Props = { column: SessionColumn; row: SessionListed; words: ListWords };

/** One cell of the list: the value that a file of the same list holds, as people read it. */
export function SessionCell({ column, row, words }: Props) {
  const format = useFormatter();
  if (column === 'state') return <RecordStateBadge state={row.state} />;
  const value = cellValue(column, row, words);
  if (value === null) return null;
  if (value instanceof Date) return <InstantText at={value} />;
  if (typeof value === 'number') return <>{format.number(value)}</>;
  if (column === 'date' || column === 'dueOn') return <DateText date={civilDate(value)} year />;
  return <>{value}</>;
}
