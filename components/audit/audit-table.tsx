import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/ui/data-table';
import { InstantText } from '@/components/ui/date-text';
import { TextLink } from '@/components/ui/text-link';
import type { AuditEntry } from '@/lib/audit/schema';
import { useAuditWords } from './audit-words';
import { ChangeList } from './change-list';

/** So many changes are shown at once; more of them open on request. */
const SHOWN_CHANGES = 4;

type Props = {
  entries: readonly AuditEntry[];
  /** of one record: the history tab, where the record need not be named as the heading */
  history?: boolean;
  captionHidden?: boolean;
  /** where a record has a page that the reader may open; null where it has none */
  hrefOf?: (object: AuditEntry['object']) => string | null;
};

/** Events of the audit trail in words: when, who in which role, what, from what to what, and why. */
export function AuditTable({ entries, history, captionHidden, hrefOf }: Props) {
  const t = useTranslations('audit');
  return (
    <DataTable
      caption={t(history ? 'historyCaption' : 'caption')}
      captionHidden={captionHidden}
      empty={t(history ? 'historyEmpty' : 'empty')}
      rows={entries}
      rowKey={({ seq }) => String(seq)}
      columns={[
        { key: 'at', header: t('column.at'), cell: (entry) => <When entry={entry} /> },
        { key: 'actor', header: t('column.actor'), cell: ({ actor }) => <Who actor={actor} /> },
        {
          key: 'event',
          header: t('column.event'),
          wide: true,
          cell: (entry) => <What entry={entry} href={hrefOf?.(entry.object) ?? null} />,
        },
      ]}
    />
  );
}

function When({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('audit');
  return (
    <>
      <InstantText at={entry.at} />
      <span className="block text-sm text-ink-soft">{t('number', { seq: String(entry.seq) })}</span>
    </>
  );
}

function Who({ actor }: { actor: AuditEntry['actor'] }) {
  const words = useAuditWords();
  if (actor.kind === 'system') return <span className="text-ink-soft">{words.system(actor.system)}</span>;
  return (
    <>
      {actor.name}
      <span className="block text-sm text-ink-soft">{words.role(actor.role)}</span>
    </>
  );
}

function What({ entry, href }: { entry: AuditEntry; href: string | null }) {
  const t = useTranslations('audit');
  const sentence = useAuditWords().sentence(entry);
  const { changes, reason, requestId } = entry;
  return (
    <div className="grid gap-1.5">
      <p>{href ? <TextLink href={href}>{sentence}</TextLink> : sentence}</p>
      {reason && <p className="text-sm">{t('reason', { reason })}</p>}
      {changes.length > 0 && changes.length <= SHOWN_CHANGES && <ChangeList changes={changes} />}
      {changes.length > SHOWN_CHANGES && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 text-sm text-accent">
            {t('details', { count: changes.length })}
          </summary>
          <ChangeList changes={changes} />
        </details>
      )}
      <p className="text-sm break-all text-ink-faint">{t('request', { id: requestId })}</p>
    </div>
  );
}
