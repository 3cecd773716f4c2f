import { useLocale, useTranslations } from 'next-intl';
import { recordPath } from '@/components/clinic-sessions/row-names';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { DemoMark } from '@/components/ui/origin-mark';
import { cellValue, columnShape, type ListWords } from '@/lib/clinic-sessions/list-rules';
import type { ChoiceColumn, SessionListed } from '@/lib/clinic-sessions/list-schema';
import { localePath } from '@/lib/i18n/locales';
import { useListWords } from './list-words';
import { SessionCell } from './session-cell';

type Props = { rows: readonly SessionListed[]; columns: readonly ChoiceColumn[] };

/** The list: a table where there is room for its columns, cards on a phone and in senior mode. */
export function SessionTable({ rows, columns }: Props) {
  const t = useTranslations('session-list');
  const words = useListWords();
  const demonstration = rows.filter((row) => row.demonstration).length;
  // one mark says it of all; where rows differ, each says it of itself
  const marked = demonstration < rows.length;
  return (
    <>
      {demonstration > 0 && !marked && (
        <p className="mb-2">
          <DemoMark />
        </p>
      )}
      <div className="hidden md:not-senior:block print:block">
        <DataTable
          caption={t('caption', { count: rows.length })}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'date',
              header: t('column.date'),
              whole: true,
              cell: (row) => <RowLink {...{ row, words, marked }} />,
            },
            ...(['half', 'clinic', ...columns] as const).map(
              (column): Column<SessionListed> => ({
                key: column,
                header: t(`column.${column}`),
                numeric: columnShape(column).kind === 'number',
                whole: columnShape(column).width <= 14,
                wide: columnShape(column).width >= 40,
                cell: (row) => <SessionCell column={column} row={row} words={words} />,
              }),
            ),
          ]}
        />
      </div>
      <ul aria-label={t('caption', { count: rows.length })} className="grid gap-3 md:not-senior:hidden print:hidden">
        {rows.map((row) => (
          <Card as="li" key={row.id} className="border-line">
            <SessionCard {...{ row, columns, words, marked }} />
          </Card>
        ))}
      </ul>
    </>
  );
}

type RowProps = { row: SessionListed; words: ListWords; marked: boolean };

/** The day leads to the record; its other names are said to those who hear the link alone. */
function RowLink({ row, words, marked }: RowProps) {
  const t = useTranslations('session-list');
  const locale = useLocale();
  return (
    <>
      <a
        href={localePath(locale, recordPath(row.id))}
        className="text-link inline-flex min-h-11 items-center whitespace-nowrap"
        aria-label={t('open', { date: row.date, half: words.half(row.half), clinic: words.name(row.clinic) })}
      >
        <SessionCell column="date" row={row} words={words} />
      </a>
      {marked && row.demonstration && (
        <span className="block">
          <DemoMark />
        </span>
      )}
    </>
  );
}

function SessionCard({ row, columns, words, marked }: RowProps & { columns: readonly ChoiceColumn[] }) {
  const t = useTranslations('session-list');
  const locale = useLocale();
  const shown = columns.filter((column) => column !== 'state' && cellValue(column, row, words) !== null);
  return (
    <>
      <p className="flex flex-wrap items-center justify-between gap-2">
        <a
          href={localePath(locale, recordPath(row.id))}
          className="text-link inline-flex min-h-11 items-center font-semibold"
        >
          <SessionCell column="date" row={row} words={words} />
          &nbsp;{words.half(row.half)}
        </a>
        <SessionCell column="state" row={row} words={words} />
      </p>
      <p>{words.name(row.clinic)}</p>
      <dl className="mt-2 grid grid-cols-[minmax(5rem,max-content)_1fr] gap-x-4 gap-y-1">
        {shown.map((column) => (
          <div key={column} className="contents">
            <dt className="text-ink-soft">{t(`column.${column}`)}</dt>
            <dd className="min-w-0 break-words">
              <SessionCell column={column} row={row} words={words} />
            </dd>
          </div>
        ))}
      </dl>
      {marked && row.demonstration && (
        <p className="mt-2">
          <DemoMark />
        </p>
      )}
    </>
  );
}
