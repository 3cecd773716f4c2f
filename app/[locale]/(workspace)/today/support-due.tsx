import { dayText } from '@/components/ui/date-words';
import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { supportPagePath, supportPath } from '@/components/feedback/feedback-paths';
import type { DueGroup } from '@/components/workspace/due-list';
import type { Actor } from '@/lib/access/actor';
import { listSupportDue } from '@/lib/directory/support-queries';
import type { SupportListed } from '@/lib/directory/support-schema';
import { localePath } from '@/lib/i18n/locales';

const SHOWN = 3;

/** What staff ask the actor's office, and nobody else there has taken. */
export async function supportWaiting(actor: Actor): Promise<DueGroup | null> {
  const { waiting } = await listSupportDue(actor, SHOWN);
  if (waiting.count === 0) return null;
  const when = waiting.requests.some(({ overdue }) => overdue) ? 'overdue' : 'open';
  return await groupOf('waiting', when, waiting.count, waiting.requests, { status: 'open', list: 'office' });
}

/** What the actor asked and was answered in the last days. */
export async function supportAnswered(actor: Actor): Promise<DueGroup | null> {
  const { answered } = await listSupportDue(actor, SHOWN);
  if (answered.length === 0) return null;
  return await groupOf('answered', 'open', answered.length, answered, { list: 'mine' });
}

async function groupOf(
  key: 'waiting' | 'answered',
  when: DueGroup['when'],
  count: number,
  requests: readonly SupportListed[],
  filter: Record<string, string>,
): Promise<DueGroup> {
  const [t, locale] = await Promise.all([getTranslations('feedback.support'), getLocale()]);
  return {
    key: `support-${key}`,
    when,
    title: t(`today.${key}`),
    count,
    href: supportPath(locale, filter),
    rows: requests.map(({ id, kind, askedByName, dueOn, status }) => ({
      key: id,
      href: localePath(locale, supportPagePath(id)),
      title: t(`kind.${kind}`),
      detail:
        key === 'answered'
          ? t(`status.${status}`)
          : t('today.row', { name: askedByName, date: dayText(locale, dueOn, 'short', false) }),
    })),
  };
}
