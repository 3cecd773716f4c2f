import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { InstantText } from '@/components/ui/date-text';
import type { FollowUpSaid } from '@/lib/monitor/follow-up-schema';

/** What was done and said of a follow-up, in the order of time. */
export function FollowUpThread({ thread }: { thread: readonly FollowUpSaid[] }) {
  const t = useTranslations('monitor.followUp');
  const roles = useTranslations('accounts.role');
  return (
    <ol className="grid gap-3">
      {thread.map(({ id, kind, text, at, authorName, authorRole }) => (
        <li key={id} className="rounded-lg border border-line bg-surface p-3 sm:p-4">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={kind === 'closed' ? 'success' : 'neutral'}>{t(`kind.${kind}`)}</Badge>
              <span>
                {authorName && authorRole ? t('by', { name: authorName, role: roles(authorRole) }) : t('job')}
              </span>
            </p>
            <p className="text-sm text-ink-soft">
              <InstantText at={at} />
            </p>
          </div>
          {text !== '' && <p className="mt-2 max-w-prose break-words whitespace-pre-line">{text}</p>}
        </li>
      ))}
    </ol>
  );
}
