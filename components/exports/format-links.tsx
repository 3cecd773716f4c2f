import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { ExportFormat } from '@/lib/exports/schema';
import type { TableName } from '@/lib/exports/table-schema';
import { tableExportPath } from './export-paths';

type Props = { name: string; path: (format: ExportFormat) => string };

/** A table as a file of either kind; `name` tells whoever hears the links one after the other which table it is. */
export function FormatLinks({ name, path }: Props) {
  const t = useTranslations('exports.link');
  const formats = [
    ['xlsx', t('tableXlsx')],
    ['csv', t('tableCsv')],
  ] as const;
  return (
    <p className="no-print flex gap-4 text-sm">
      {formats.map(([format, label]) => (
        <a
          key={format}
          href={path(format)}
          download
          className="inline-flex min-h-11 items-center gap-1 text-link senior:min-h-12"
        >
          <Icon name="download" />
          <VisuallyHidden>{t('tableOf', { name })}</VisuallyHidden>
          <span>{label}</span>
        </a>
      ))}
    </p>
  );
}

type PageProps = { table: TableName; name: string; asked: Readonly<Record<string, string>> };

/** The table of a page as a file, asked for as the page was. */
export function PageTableLinks({ table, name, asked }: PageProps) {
  const locale = useLocale();
  return <FormatLinks name={name} path={(format) => tableExportPath(locale, table, asked, format)} />;
}
