import { useTranslations } from 'next-intl';
import { Thread } from '@/components/ui/thread';
import type { SupportSeen } from '@/lib/directory/support-schema';

/** A request from its first words to its answer. */
export function SupportThread({ request }: { request: SupportSeen }) {
  const t = useTranslations('feedback.support');
  const roles = useTranslations('accounts.role');
  const { id, text, askedByName, askedByRole, createdAt, thread, answer, answeredAt, answeredByName, status } = request;
  const person = (name: string, role: Parameters<typeof roles>[0]) => t('by', { name, role: roles(role) });
  const answered =
    answer && answeredAt && answeredByName
      ? [
          {
            ...{ id: `${id}-answer`, kind: t(`status.${status}`), at: answeredAt, text: answer, by: answeredByName },
            tone: status === 'done' ? ('success' as const) : ('neutral' as const),
          },
        ]
      : [];
  return (
    <Thread
      said={[
        { id, kind: t('said.asked'), by: person(askedByName, askedByRole), at: createdAt, text },
        ...thread.map(({ kind, authorName, authorRole, ...said }) => ({
          ...said,
          kind: t(`said.${kind}`),
          by: person(authorName, authorRole),
        })),
        ...answered,
      ]}
    />
  );
}
