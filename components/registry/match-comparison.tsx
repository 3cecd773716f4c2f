import { useTranslations } from 'next-intl';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import type { CandidateView, ImportRowView } from '@/lib/registry/schema';

type Line = CandidateView['cells'][number];

/** A row of a file beside each entry that it may mean, cell by cell. */
export function MatchComparison({ row }: { row: ImportRowView }) {
  const t = useTranslations('registry');
  const columns: Column<Line>[] = [
    { key: 'column', header: t('columns.column'), cell: ({ column }) => t(`column.${column}.label`) },
    {
      key: 'file',
      header: t('import.file'),
      cell: ({ file, same }) => (same ? file : <mark className="bg-warning-soft text-ink">{file}</mark>),
    },
    { key: 'entry', header: t('import.entry'), cell: ({ entry }) => entry },
  ];
  return row.candidates.map((candidate) => {
    const title = t('import.side', { line: row.line, label: candidate.label });
    return (
      <Disclosure key={candidate.id} summary={title}>
        <DataTable
          caption={title}
          captionHidden
          columns={columns}
          rows={candidate.cells}
          rowKey={({ column }) => column}
        />
      </Disclosure>
    );
  });
}
