import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { slotOf } from '@/components/logging/device/device-records';
import { weekPath } from '@/components/logging/log-paths';
import { LoggingWords } from '@/components/logging/logging-words';
import { slotSchema } from '@/components/logging/session-values';
import { AddRow } from '@/components/logging/week/add-row';
import { WeekGrid } from '@/components/logging/week/week-grid.client';
import { DateText } from '@/components/ui/date-text';
import { PageHeading } from '@/components/ui/page-heading';
import { Pager } from '@/components/ui/pager';
import { mayI } from '@/lib/access/abilities';
import { requireActor } from '@/lib/auth/require-actor';
import { ownerOf } from '@/lib/clinic-sessions/submission-answer-schema';
import { listWeekForms } from '@/lib/clinic-sessions/week-queries';
import { now } from '@/lib/core/clock';
import { addDays, civilDateSchema, dateInShanghai, mondayOf } from '@/lib/core/dates';
import { inLocale } from '@/lib/i18n/locales';
import { sendWeek } from './actions';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('logging.week'))('title') };
}

export default async function WeekPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!mayI(actor, 'create', 'ClinicSession')) notFound();
  const raw = await searchParams;
  const today = dateInShanghai(now());
  const monday = mondayOf(civilDateSchema.safeParse(raw.monday).data ?? today);
  const extra = extraRows(raw);
  const [t, halves, locale, { forms, toCome, clinics }] = await Promise.all([
    getTranslations('logging.week'),
    getTranslations('terms.half'),
    getLocale(),
    listWeekForms(actor, monday, extra),
  ]);
  const sunday = addDays(monday, 6);
  const latest = [sunday, today].sort()[0] ?? today;
  return (
    <LoggingWords>
      <PageHeading
        title={t('title')}
        lead={
          <>
            <span className="block text-lg font-medium text-ink">
              {t.rich('range', {
                from: () => <DateText date={monday} weekday="none" year />,
                to: () => <DateText date={sunday} weekday="none" year />,
              })}
            </span>
            {t('lead')}
          </>
        }
      />
      <Pager
        label={t('title')}
        previousHref={weekPath(locale, addDays(monday, -7))}
        previous={t('previous')}
        nextHref={addDays(monday, 7) <= today ? weekPath(locale, addDays(monday, 7)) : null}
        next={t('next')}
      />
      {forms.length > 0 ? (
        <WeekGrid
          key={monday}
          rows={forms.map((form) => ({ form, submissionId: randomUUID() }))}
          owner={ownerOf(actor)}
          action={sendWeek}
        />
      ) : (
        <p className="mt-4">{t('empty')}</p>
      )}
      <AddRow clinics={clinics} monday={monday} latest={latest} extra={extra} />
      {toCome.length > 0 && (
        <ul className="mt-6 grid gap-1 text-ink-soft">
          {toCome.map((session) => (
            <li key={`${session.clinicId} ${session.date} ${session.half}`}>
              <DateText date={session.date} /> {halves(session.half)} ·{' '}
              {inLocale(locale, session.clinicName, session.clinicNameEn)} · {t('future')}
            </li>
          ))}
        </ul>
      )}
    </LoggingWords>
  );
}

/** Rows that were asked for in addition: one is being added, the others stand in the address. */
function extraRows(raw: Awaited<Props['searchParams']>) {
  const known = [raw.extra ?? []].flat().map(slotOf);
  const added = { clinicId: raw.clinic, date: raw.date, half: raw.half };
  return [...known, added].flatMap((given) => slotSchema.safeParse(given).data ?? []).slice(0, 20);
}
