import { useTranslations } from 'next-intl';
import { Thread } from '@/components/ui/thread';
import type { FollowUpSaid } from '@/lib/monitor/follow-up-schema';

/** What was done and said of a follow-up, in the order of time. */
export function FollowUpThread({ thread }: { thread: readonly FollowUpSaid[] }) {
  const t = useTranslations('monitor.followUp');
  const roles = useTranslations('accounts.role');
  return (
    <Thread
      said={thread.map(({ kind, authorName, authorRole, ...said }) => ({
        ...said,
        kind: t(`kind.${kind}`),
        tone: kind === 'closed' ? 'success' : 'neutral',
        by: authorName && authorRole ? t('by', { name: authorName, role: roles(authorRole) }) : t('job'),
      }))}
    />
  );
}
