import { dayText, monthText } from '@/components/ui/date-words';
import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { monthPath } from '@/components/clinic-sessions/month-words';
import { recordPath } from '@/components/clinic-sessions/row-names';
import type { DueGroup, DueRow, DueWhen } from '@/components/workspace/due-list';
import { mayI } from '@/lib/access/abilities';
import type { Actor } from '@/lib/access/actor';
import { listMonthsToClose } from '@/lib/clinic-sessions/month-queries';
import { listAttendances, listToAccept, listToConfirm } from '@/lib/clinic-sessions/review-queries';
import type { RecordListed } from '@/lib/clinic-sessions/review-schema';
import { listToAnswer, listUnansweredThreads } from '@/lib/clinic-sessions/thread-queries';
import { now } from '@/lib/core/clock';
import { dateInShanghai } from '@/lib/core/dates';
import { inLocale, localePath } from '@/lib/i18n/locales';
import { QuickConfirm } from './quick-confirm';

// What the parties of a record have waiting for them.

const SHOWN = 3;
type Listed = { count: number; records: readonly RecordListed[] };
type Group = {
  key: 'confirm' | 'disputed' | 'accept' | 'returned' | 'sign';
  when: DueWhen;
  path: string;
  /** a button that settles the row */
  action?: (record: RecordListed) => React.ReactNode;
};

/** The words of records on Today: a line with day and clinic, and below it what matters of it. */
async function recordRows(records: readonly RecordListed[], action?: Group['action']): Promise<DueRow[]> {
  const [t, review, halves, locale] = await Promise.all([
    getTranslations('review.record'),
    getTranslations('review.due'),
    getTranslations('terms.half'),
    getLocale(),
  ]);
  const today = dateInShanghai(now());
  const day = (date: RecordListed['date']) => dayText(locale, date, 'short', false);
  return records.map((record) => {
    const { id, date, half, clinic, centre, dueOn, lastMessage, visitsNew, visitsReturn, held } = record;
    const said = lastMessage && review('thread', { name: lastMessage.authorName, text: lastMessage.text });
    return {
      key: id,
      href: localePath(locale, recordPath(id)),
      title: `${day(date)} ${halves(half)} ${inLocale(locale, clinic.name, clinic.nameEn)}`,
      detail: (
        <>
          <p>
            {inLocale(locale, centre.name, centre.nameEn)}
            {held && !dueOn && ` · ${t('visits', { visits: visitsNew + visitsReturn, visitsNew, visitsReturn })}`}
          </p>
          {dueOn && (
            <p className={dueOn < today ? 'text-danger' : 'text-warning'}>
              {t(dueOn < today ? 'overdue' : 'due', { date: day(dueOn) })}
            </p>
          )}
          {said && <p className="break-words">{said}</p>}
        </>
      ),
      action: action?.(record),
    };
  });
}

async function groupOf({ count, records }: Listed, { key, when, path, action }: Group): Promise<DueGroup | null> {
  if (count === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('review.due'), getLocale()]);
  const rows = await recordRows(records, action);
  return { key: `records-${key}`, when, title: t(key), count, href: localePath(locale, path), rows };
}

/** Sessions that expert or hospital are to confirm, each with a tap. */
export async function confirmationsDue(actor: Actor): Promise<DueGroup | null> {
  if (!mayI(actor, 'confirm', 'ClinicSession')) return null;
  const page = await listToConfirm(actor, undefined, SHOWN);
  const action = (record: RecordListed) => <QuickConfirm record={record} />;
  return await groupOf(page, { key: 'confirm', when: 'open', path: '/clinic-sessions/confirm', action });
}

/** Disputes of the own part, by the day on which they are to be answered. The centre's stand among its own sessions. */
export async function disputesDue(actor: Actor): Promise<DueGroup | null> {
  const accepts = mayI(actor, 'approve', 'ClinicSession');
  if (!accepts && !mayI(actor, 'confirm', 'ClinicSession')) return null;
  const page = await listToAnswer(actor, 'disputed', { size: SHOWN });
  const [first] = page.records;
  const late = first?.dueOn && first.dueOn < dateInShanghai(now());
  const path = `/clinic-sessions/${accepts ? 'accept' : 'confirm'}#disputes`;
  return await groupOf(page, { key: 'disputed', when: late ? 'overdue' : 'week', path });
}

/** Records that wait for the district. */
export async function acceptancesDue(actor: Actor): Promise<DueGroup | null> {
  if (!mayI(actor, 'approve', 'ClinicSession')) return null;
  const page = await listToAccept(actor, undefined, SHOWN);
  return await groupOf(page, { key: 'accept', when: 'open', path: '/clinic-sessions/accept' });
}

/** What a district has returned and no centre has answered in time. */
export async function returnsOverdue(actor: Actor): Promise<DueGroup | null> {
  if (!mayI(actor, 'approve', 'ClinicSession')) return null;
  const page = await listToAnswer(actor, 'returned', { dueBefore: dateInShanghai(now()), size: SHOWN });
  return await groupOf(page, { key: 'returned', when: 'overdue', path: '/clinic-sessions/accept#returns' });
}

/** Teaching sessions that a trainee is to sign. */
export async function signaturesDue(actor: Actor): Promise<DueGroup | null> {
  if (!mayI(actor, 'confirm', 'ClinicSessionTrainee')) return null;
  const page = await listAttendances(actor, false, SHOWN);
  return await groupOf(page, { key: 'sign', when: 'open', path: '/clinic-sessions/attendance' });
}

/** Months of a district that are over and not closed. */
export async function monthsDue(actor: Actor): Promise<DueGroup | null> {
  const months = await listMonthsToClose(actor);
  if (months.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations('review.due'), getLocale()]);
  const rows = months.slice(0, SHOWN).map((month) => ({
    key: month,
    href: localePath(locale, monthPath(month)),
    title: monthText(locale, month),
  }));
  return {
    key: 'months',
    when: 'open',
    title: t('months'),
    count: months.length,
    href: localePath(locale, '/clinic-sessions/months'),
    rows,
  };
}

/** Records of which somebody else has spoken last. */
export async function messagesDue(actor: Actor): Promise<DueGroup | null> {
  const threads = await listUnansweredThreads(actor);
  if (threads.length === 0) return null;
  const t = await getTranslations('review.due');
  const records = threads.map(({ record, message }) => ({ ...record, lastMessage: message }));
  return {
    key: 'messages',
    when: 'open',
    title: t('messages'),
    count: threads.length,
    href: null,
    rows: await recordRows(records),
  };
}
