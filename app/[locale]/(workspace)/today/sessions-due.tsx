import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { logPath } from '@/components/logging/log-paths';
import { ButtonLink } from '@/components/ui/button';
import { DateText } from '@/components/ui/date-text';
import type { DueGroup, DueRow, DueWhen } from '@/components/workspace/due-list';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { listDueSessions } from '@/lib/clinic-sessions/due-queries';
import type { DueKind, DueSession } from '@/lib/clinic-sessions/views-schema';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';

/** Everything that waits for a centre's clerk; read once for all groups of a page. */
export const sessionsDueFor = cache(async (actor: Actor): Promise<DueSession[]> => {
  if (!mayI(actor, 'create', 'ClinicSession')) return [];
  return await listDueSessions(actor, dateInShanghai(now()));
});

/** Sessions of today. */
export const sessionsToday = (actor: Actor) => groupOf(actor, 'today', 'today', ['today']);
/** Sessions of the last days, to be logged in time. */
export const sessionsThisWeek = (actor: Actor) => groupOf(actor, 'week', 'week', ['week']);
/** Sessions that are late. */
export const sessionsOverdue = (actor: Actor) => groupOf(actor, 'overdue', 'overdue', ['overdue']);
/** Records that were returned or disputed. */
export const sessionsToAnswer = (actor: Actor) => groupOf(actor, 'answer', 'open', ['returned', 'disputed']);

async function groupOf(
  actor: Actor,
  name: 'today' | 'week' | 'overdue' | 'answer',
  when: DueWhen,
  kinds: readonly DueKind[],
): Promise<DueGroup | null> {
  const due = (await sessionsDueFor(actor)).filter(({ kind }) => kinds.includes(kind));
  if (due.length === 0) return null;
  const t = await getTranslations('logging.due');
  return {
    key: `sessions-${name}`,
    when,
    title: t(name),
    count: due.length,
    href: null,
    rows: await Promise.all(due.map(rowOf)),
  };
}

async function rowOf(session: DueSession): Promise<DueRow> {
  const [t, sessions, halves, locale] = await Promise.all([
    getTranslations('logging'),
    getTranslations('sessions.stateShort'),
    getTranslations('terms.half'),
    getLocale(),
  ]);
  const { clinicId, date, half, expert, record, kind } = session;
  const clinic = inLocale(locale, session.clinicName, session.clinicNameEn);
  const when = `${date} ${halves(half)}`;
  const answers = kind === 'returned' || kind === 'disputed';
  return {
    key: `${clinicId} ${date} ${half}`,
    href: null,
    title: clinic,
    detail: (
      <>
        <p>
          <DateText date={date} /> {halves(half)}
          {expert && ` · ${inLocale(locale, expert.name, expert.nameEn)}`}
        </p>
        {answers && record && (
          <p className="text-warning">
            {record.reason ? t('due.said', { state: sessions(kind), reason: record.reason }) : sessions(kind)}{' '}
            {record.dueOn && t.rich('answer.until', { date: () => <DateText key="due" date={record.dueOn ?? date} /> })}
          </p>
        )}
      </>
    ),
    action: (
      <ButtonLink
        href={logPath(locale, session)}
        variant="primary"
        className="min-w-24"
        aria-label={t(answers ? 'due.answerNamed' : 'due.logNamed', { clinic, when })}
      >
        {t(answers ? 'due.answerNow' : 'due.log')}
      </ButtonLink>
    ),
  };
}
