import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { problemWords } from '@/lib/registry/rows/problem-schema';
import type { CellChange, CellProblem, ImportRowView } from '@/lib/registry/schema';
import { OUTCOME_TONES } from './outcome-words';

const LEVEL_LOOK = { error: 'text-danger', warning: 'text-warning', corrected: 'text-ink-soft' } as const;

function ProblemLine({ problem }: { problem: CellProblem }) {
  const [t, words] = [useTranslations('registry'), useTranslations()];
  const { column, code, level, found, suggestion, values } = problem;
  return (
    <li>
      <span className={`font-medium ${LEVEL_LOOK[level]}`}>{t(`level.${level}`)}</span>{' '}
      {t('import.problem', { column: t(`column.${column}.label`), problem: words(problemWords(code), values) })}
      {found !== '' && values.text !== found && t('import.foundText', { found })}
      {suggestion && (
        <span className="block">
          {t(level === 'corrected' ? 'import.became' : 'import.suggestion', { suggestion })}
        </span>
      )}
    </li>
  );
}

function ChangeLine({ change: { column, before, after } }: { change: CellChange }) {
  const t = useTranslations('registry');
  const key = before === '' ? 'changeAdded' : after === '' ? 'changeRemoved' : 'change';
  return <li>{t(`import.${key}`, { column: t(`column.${column}.label`), before, after })}</li>;
}

function Findings({ row }: { row: ImportRowView }) {
  const { problems, changes } = row;
  if (problems.length + changes.length === 0) return null;
  return (
    <ul className="mt-1 grid grid-cols-[minmax(0,1fr)] gap-1 wrap-anywhere">
      {problems.map((problem) => (
        <ProblemLine key={`${problem.column} ${problem.code}`} problem={problem} />
      ))}
      {changes.map((change) => (
        <ChangeLine key={change.column} change={change} />
      ))}
    </ul>
  );
}

/** The rows of a file with what each would do, what is wrong with it and what it changes. */
export function ImportRows({ rows }: { rows: readonly ImportRowView[] }) {
  const t = useTranslations('registry');
  const columns: Column<ImportRowView>[] = [
    { key: 'line', header: t('import.line'), numeric: true, cell: ({ line }) => line },
    {
      key: 'found',
      header: t('import.found'),
      wide: true,
      // in one column, so that a phone shows what is wrong without moving the table
      cell: (row) => (
        <>
          <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Badge tone={OUTCOME_TONES[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
            <span className="font-medium">{row.label}</span>
          </span>
          <Findings row={row} />
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('import.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ line }) => String(line)}
      empty={t('import.empty')}
    />
  );
}
