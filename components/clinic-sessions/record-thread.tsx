import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { InstantText } from '@/components/ui/date-text';
import type { RecordReview, ThreadEntry } from '@/lib/clinic-sessions/review-schema';
import type { MessageKind } from '@/lib/clinic-sessions/schema';

const TONES: Record<MessageKind, Tone> = {
  disputed: 'danger',
  returned: 'warning',
  withdrawn: 'neutral',
  reopened: 'warning',
  resolved: 'success',
  comment: 'neutral',
};

type Props = Pick<RecordReview, 'thread'>;

/** What was sent and said of a record, in the order of time: versions, disputes, returns, comments. */
export function RecordThread({ thread }: Props) {
  return (
    <ol className="grid gap-3">
      {thread.map((entry) => (
        <li
          key={entry.what === 'version' ? `version-${entry.version}` : entry.id}
          className="rounded-lg border border-line bg-surface p-3 sm:p-4"
        >
          {entry.what === 'version' ? <Version entry={entry} /> : <Message entry={entry} />}
        </li>
      ))}
    </ol>
  );
}

function Version({ entry: { version, byName, at } }: { entry: Extract<ThreadEntry, { what: 'version' }> }) {
  const t = useTranslations('review.thread');
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-4">
      <span>{byName ? t('version', { version, name: byName }) : t('versionUnknown', { version })}</span>
      <span className="text-sm text-ink-soft">
        <InstantText at={at} />
      </span>
    </p>
  );
}

function Message({ entry }: { entry: Extract<ThreadEntry, { what: 'message' }> }) {
  const t = useTranslations('review.thread');
  const kinds = useTranslations('sessions.messageKind');
  const disputes = useTranslations('review.disputeKindShort');
  const roles = useTranslations('accounts.role');
  const { kind, disputeKind, text, authorName, authorRole, at, version } = entry;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="flex flex-wrap items-center gap-2">
          <Badge tone={TONES[kind]}>{kinds(kind)}</Badge>
          {disputeKind && <span className="text-sm">{disputes(disputeKind)}</span>}
          <span>{t('by', { name: authorName, role: roles.has(authorRole) ? roles(authorRole) : authorRole })}</span>
        </p>
        <p className="text-sm text-ink-soft">
          <InstantText at={at} /> · {t('about', { version })}
        </p>
      </div>
      <p className="mt-2 max-w-prose break-words whitespace-pre-line">{text}</p>
    </>
  );
}
