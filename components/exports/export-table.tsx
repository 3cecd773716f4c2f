import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { ExportListed, ExportState } from '@/lib/exports/file-schema';
import { exportFilePath } from './export-paths';

type Props = {
  files: readonly ExportListed[];
  cancel: (form: FormData) => Promise<void>;
};

const TONES: Record<ExportState, Tone> = {
  queued: 'neutral',
  running: 'info',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
};

/** The files that somebody has asked for: how far they are, and what can be done with each. */
export function ExportTable({ files, cancel }: Props) {
  const t = useTranslations('exports.files');
  const format = useFormatter();
  const instant = (at: Date) => (
    <time dateTime={at.toISOString()}>{format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}</time>
  );
  const columns: Column<ExportListed>[] = [
    { key: 'file', header: t('column.file'), cell: ({ label }) => label, wide: true },
    { key: 'state', header: t('column.state'), cell: (file) => <Standing file={file} /> },
    { key: 'requested', header: t('column.requested'), cell: ({ requestedAt }) => instant(requestedAt) },
    { key: 'expires', header: t('column.expires'), cell: ({ expiresAt }) => instant(expiresAt) },
    {
      key: 'action',
      header: t('column.action'),
      label: '',
      whole: true,
      cell: (file) => <Doing file={file} cancel={cancel} />,
    },
  ];
  return <DataTable caption={t('caption')} captionHidden columns={columns} rows={files} rowKey={({ id }) => id} />;
}

function Standing({ file: { state, kind, progress, total, size } }: { file: ExportListed }) {
  const t = useTranslations('exports.files');
  const format = useFormatter();
  const told = progress > 0 || total !== null;
  return (
    <>
      <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
      {told && (state === 'running' || state === 'done') && (
        <span className="mt-1 block text-sm text-ink-soft">
          {t(`progress.${kind}`, { done: progress, total: total ?? 0 })}
        </span>
      )}
      {size !== null && (
        <span className="block text-sm text-ink-soft">
          {format.number(Math.max(1, size / 1024), { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })}
        </span>
      )}
      {state === 'failed' && <span className="mt-1 block text-sm">{t('failedHelp')}</span>}
    </>
  );
}

function Doing({ file: { id, state, label }, cancel }: { file: ExportListed; cancel: Props['cancel'] }) {
  const t = useTranslations('exports.files');
  const locale = useLocale();
  if (state === 'done')
    return (
      <a
        href={exportFilePath(locale, id)}
        download
        aria-label={t('downloadNamed', { label })}
        className="inline-flex min-h-11 items-center text-link senior:min-h-12"
      >
        {t('download')}
      </a>
    );
  if (state !== 'queued' && state !== 'running') return null;
  return (
    <form action={cancel}>
      <input type="hidden" name="id" value={id} />
      <Button variant="danger" aria-label={t('cancelNamed', { label })}>
        {t('cancel')}
      </Button>
    </form>
  );
}
