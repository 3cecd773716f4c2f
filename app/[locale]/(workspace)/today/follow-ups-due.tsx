import { dayText } from '@/components/ui/date-words';
import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { followUpPath, followUpsPath } from '@/components/monitor/monitor-paths';
import type { DueGroup } from '@/components/workspace/due-list';
import type { Actor } from '@/lib/access/actor';
import { inLocale } from '@/lib/i18n/locales';
import { listFollowUps } from '@/lib/monitor/follow-up-queries';

const SHOWN = 3;

/** Follow-ups of clinics that wait for the actor's office. */
export const followUpsDue = (actor: Actor) => groupOf(actor, 'mine');
/** Those that narrower offices have left overdue. */
export const followUpsEscalated = (actor: Actor) => groupOf(actor, 'escalated');

async function groupOf(actor: Actor, list: 'mine' | 'escalated'): Promise<DueGroup | null> {
  const followUps = await listFollowUps(actor, list);
  if (followUps.length === 0) return null;
  const [t, states, locale] = await Promise.all([
    getTranslations('monitor.followUp.due'),
    getTranslations('monitor.state'),
    getLocale(),
  ]);
  return {
    key: `follow-ups-${list}`,
    when: followUps.some(({ overdue }) => overdue) ? 'overdue' : 'open',
    title: t(list),
    count: followUps.length,
    href: followUpsPath(locale, list),
    rows: followUps.slice(0, SHOWN).map(({ id, clinic, state, dueOn }) => ({
      key: id,
      href: followUpPath(locale, id),
      title: inLocale(locale, clinic.name, clinic.nameEn),
      detail: t('row', { state: states(state), date: dayText(locale, dueOn, 'short', false) }),
    })),
  };
}
